"""The pages for patrons as the frame lists them; each is imported when it is first opened."""

from kiosk.staff.rights import Right
from kiosk.ui.staff.pages import Fetched, Make, PageKind


def _people() -> Make:
    from kiosk.ui.staff.patrons.people_page import PeoplePage

    return PeoplePage


def _person() -> Make:
    from kiosk.ui.staff.patrons.person_page import PersonPage

    return PersonPage


def _register() -> Make:
    from kiosk.ui.staff.patrons.register_page import RegisterPage

    return RegisterPage


def _sweep() -> Make:
    from kiosk.ui.staff.patrons.sweep_page import SweepPage

    return SweepPage


def patron_pages() -> tuple[PageKind, ...]:
    """Return them, the list first."""
    return (
        PageKind("patrons", Right.PATRONS_SEE, Fetched(_people), icon="person"),
        PageKind("patrons", Right.PATRONS_SEE, Fetched(_person), detail=True),
        PageKind("patrons/new", Right.PATRONS_EDIT, Fetched(_register)),
        PageKind("patrons/sweep", Right.PATRONS_PRIVACY, Fetched(_sweep)),
    )
