"""The pages for patrons as the frame lists them; each is imported when it is first opened."""

from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.workplace import Workplace


def _people(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.patrons.people_page import PeoplePage

    return PeoplePage(workplace)


def _person(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.patrons.person_page import PersonPage

    return PersonPage(workplace)


def _register(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.patrons.register_page import RegisterPage

    return RegisterPage(workplace)


def _sweep(workplace: Workplace) -> StaffPage:
    from kiosk.ui.staff.patrons.sweep_page import SweepPage

    return SweepPage(workplace)


def patron_pages() -> tuple[PageKind, ...]:
    """Return them, the list first."""
    return (
        PageKind("patrons", Right.PATRONS_SEE, _people, icon="person"),
        PageKind("patrons", Right.PATRONS_SEE, _person, detail=True),
        PageKind("patrons/new", Right.PATRONS_EDIT, _register),
        PageKind("patrons/sweep", Right.PATRONS_PRIVACY, _sweep),
    )
