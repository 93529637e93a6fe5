"""A patron as a form of typed texts: filled from what is stored, checked, and turned back."""

from dataclasses import dataclass, fields, replace
from datetime import date

from kiosk.model.library import Library
from kiosk.model.patron import Address, Guardian, Patron
from kiosk.staff.patrons.days import day_of, shown_day

DAYS = ("birth_date", "expires_on")
GUARDIAN = ("guardian_card", "guardian_name", "guardian_phone", "guardian_email")


@dataclass(frozen=True, slots=True)
class PatronForm:
    """Everything about a person that staff may write, each as it is typed; codes are codes.

    An empty ``card`` means the next free number, an empty ``expires_on`` for ever. ``notices_by`` is
    ``email``, ``none`` or nothing for as the library does.
    """

    last_name: str = ""
    first_name: str = ""
    birth_date: str = ""
    category: str = ""
    card: str = ""
    expires_on: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    branch: str = ""
    language: str = ""
    notices_by: str = ""
    guardian_card: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_email: str = ""


FIELDS = tuple(field.name for field in fields(PatronForm))


def form_of(patron: Patron, guardian: Guardian | None, guardian_card: str, language: str) -> PatronForm:
    """Return what a form shows of a patron; days as that language writes them."""
    address, answers = patron.address or Address(), guardian or Guardian()
    return PatronForm(
        last_name=patron.last_name,
        first_name=patron.first_name or "",
        birth_date=shown_day(patron.birth_date, language),
        category=patron.category,
        card=patron.card,
        expires_on=shown_day(patron.expires_on, language),
        email=patron.email or "",
        phone=patron.phone or "",
        street=address.street or "",
        postcode=address.postcode or "",
        city=address.city or "",
        branch=patron.branch or "",
        language=patron.language or "",
        notices_by=patron.notices_by or "",
        guardian_card=guardian_card,
        guardian_name=answers.name or "",
        guardian_phone=answers.phone or "",
        guardian_email=answers.email or "",
    )


def cleaned(form: PatronForm) -> PatronForm:
    """Return the form without blanks around or doubled, days written in one way and codes folded."""
    texts = {name: " ".join(_visible(getattr(form, name)).split()) for name in FIELDS}
    for name in DAYS:
        day = day_of(texts[name])
        texts[name] = day.isoformat() if day is not None else texts[name]
    texts["language"] = texts["language"].casefold()
    return PatronForm(**texts)


def differing(one: PatronForm, other: PatronForm) -> tuple[str, ...]:
    """Return the names of the fields in which two forms say different things, in the form's order."""
    left, right = cleaned(one), cleaned(other)
    return tuple(name for name in FIELDS if getattr(left, name) != getattr(right, name))


def merged(mine: PatronForm, theirs: PatronForm, from_theirs: frozenset[str]) -> PatronForm:
    """Return my form with the named fields as they are in theirs."""
    return replace(mine, **{name: getattr(theirs, name) for name in from_theirs})


def described(form: PatronForm, patron: Patron, library: Library) -> Patron:
    """Return the patron with what the form says of the person; the form is free of problems."""
    clean = cleaned(form)
    address = Address(clean.street or None, clean.postcode or None, clean.city or None)
    branch = library.branch(clean.branch) if clean.branch else None
    return replace(
        patron,
        last_name=clean.last_name,
        first_name=clean.first_name or None,
        birth_date=_day(clean.birth_date),
        category=category_code(library, clean.category) or clean.category,
        expires_on=_day(clean.expires_on),
        email=clean.email or None,
        phone=clean.phone or None,
        branch=branch.code if branch is not None else None,
        language=clean.language or None,
        notices_by=clean.notices_by or None,
        address=None if address == Address() else address,
    )


def category_code(library: Library, typed: str) -> str | None:
    """Return the code of the category that is meant, told without case; None for none."""
    wanted = typed.casefold()
    return next((one.code for one in library.patron_categories if one.code.casefold() == wanted), None)


def _day(text: str) -> date | None:
    return day_of(text) if text else None


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
