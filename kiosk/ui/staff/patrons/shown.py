"""What the pages say of a patron: name, state, and the columns of lists; nothing is asked here."""

from datetime import date, datetime, timedelta

from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.rules.ages import age_on
from kiosk.staff.patrons.days import shown_day
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.words import Wording

_SOON = timedelta(days=30)


def listed_name(patron: Patron) -> str:
    """Return the name as lists sort it."""
    return f"{patron.last_name}, {patron.first_name}" if patron.first_name else patron.last_name


def spoken_name(patron: Patron) -> str:
    """Return the name as one speaks it."""
    return f"{patron.first_name or ''} {patron.last_name}".strip()


def guardian_told(patron: Patron | None) -> str:
    """Return whose card a guardian's is, nothing where nobody's is named."""
    return spoken_name(patron) if patron is not None else ""


def table_day(day: date | datetime | None, words: Wording) -> str:
    """Return a day as tables show it, short enough for a column."""
    if isinstance(day, datetime):
        day = day.astimezone(words.zone).date()
    return shown_day(day, words.language)


def state_of(patron: Patron, today: date) -> str:
    """Return what matters most of a card: lost, restricted, temporary, expired, expiring, or fine."""
    if patron.card_lost:
        return "lost"
    if patron.restriction is not None:
        return "restricted"
    if patron.expires_on is not None and patron.expires_on < today:
        return "expired"
    if patron.temporary:
        return "temporary"
    if patron.expires_on is not None and patron.expires_on <= today + _SOON:
        return "expiring"
    return "fine"


_TONES = {
    "lost": "stop",
    "restricted": "stop",
    "expired": "stop",
    "temporary": "wait",
    "expiring": "wait",
    "fine": "good",
}


def state_chip(patron: Patron, today: date, words: Wording) -> Chip:
    """Return the state as a chip."""
    state = state_of(patron, today)
    return Chip(words(f"staff.patrons.state.{state}"), _TONES[state])


def minor(patron: Patron, library: Library, today: date) -> bool:
    """Tell whether another answers for the patron."""
    if patron.birth_date is None:
        return False
    return age_on(today, patron.birth_date) < library.joining.guardian_until_age


def category_name(code: str, library: Library, words: Wording) -> str:
    """Return what a category is called, its code where nothing is."""
    found = next((one for one in library.patron_categories if one.code == code), None)
    return (words.name(found.name) if found is not None else "") or code


def branch_name(code: str | None, library: Library, words: Wording) -> str:
    """Return what a branch is called, its code where nothing is; nothing for none."""
    found = library.branch(code) if code else None
    return (words.name(found.name) if found is not None else "") or code or ""


def columns(library: Library, today: date, words: Wording) -> tuple[Column[Patron], ...]:
    """Return the columns of a list of patrons."""

    def said(name: str) -> str:
        return words(f"staff.patrons.field.{name}")

    language = words.language
    return (
        Column("name", words("staff.patrons.name"), listed_name),
        Column("card", said("card"), lambda one: one.card, kind="mono", width=150),
        Column(
            "birth_date",
            words("staff.patrons.born"),
            lambda one: shown_day(one.birth_date, language),
            width=110,
            sort=lambda one: one.birth_date,
        ),
        Column(
            "category",
            said("category"),
            lambda one: category_name(one.category, library, words),
            width=204,
        ),
        Column("branch", said("branch"), lambda one: branch_name(one.branch, library, words), width=150),
        Column(
            "expires_on",
            said("expires_on"),
            lambda one: shown_day(one.expires_on, language),
            width=110,
            sort=lambda one: one.expires_on,
        ),
        Column(
            "state",
            words("staff.patrons.state"),
            lambda one: state_chip(one, today, words).text,
            width=150,
            chip=lambda one: state_chip(one, today, words),
        ),
    )
