"""One person as staff see the page: who it is, who answers for whom, what is noted, who may be the same."""

from dataclasses import dataclass

from kiosk.model.errors import CardUnknown
from kiosk.model.library import Library
from kiosk.model.patron import Guardian, Patron
from kiosk.staff.patrons.form import PatronForm, form_of
from kiosk.storage import FormerCard, PatronNote, Restriction, View


@dataclass(frozen=True, slots=True)
class PatronPage:
    """All that the page shows but the account; ``form`` is what was opened, to be compared when saving."""

    library: Library
    patron: Patron
    form: PatronForm
    guardian: Guardian | None
    guardian_patron: Patron | None
    wards: tuple[Patron, ...]
    restrictions: tuple[Restriction, ...]
    notes: tuple[PatronNote, ...]
    former_cards: tuple[FormerCard, ...]
    alike: tuple[Patron, ...]


def page_of(view: View, library: Library, patron_id: int, language: str) -> PatronPage:
    """Gather the page; CardUnknown for a patron who is gone."""
    patron = view.patrons.get(patron_id)
    if patron is None:
        raise CardUnknown(patron=patron_id)
    guardian = view.patrons.guardians.of(patron_id)
    answers = view.patrons.get(guardian.patron_id) if guardian and guardian.patron_id else None
    finder = view.patrons.finder
    same = finder.alike(
        patron.last_name, patron.first_name or "", patron.birth_date, patron.email or "", limit=11
    )
    return PatronPage(
        library=library,
        patron=patron,
        form=form_of(patron, guardian, answers.card if answers else "", language),
        guardian=guardian,
        guardian_patron=answers,
        wards=finder.wards(patron_id),
        restrictions=view.patrons.restrictions(patron_id),
        notes=view.patrons.notes.of(patron_id),
        former_cards=view.patrons.former.of_patron(patron_id),
        alike=tuple(one for one in same if one.id != patron_id),
    )


def form_now(view: View, patron: Patron, language: str) -> PatronForm:
    """Return the form of a patron as it is stored at this moment."""
    guardian = view.patrons.guardians.of(patron.id)
    answers = view.patrons.get(guardian.patron_id) if guardian and guardian.patron_id else None
    return form_of(patron, guardian, answers.card if answers else "", language)
