"""A desk over each database in turn, with the services of the patrons' pages."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.library import Joining, PatronCategory
from kiosk.model.texts import LocalText
from kiosk.staff.patrons.services import PatronServices
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database
from tests.circulation.conftest import database, kept_postgresql, kept_sqlite
from tests.circulation.desk import NOON, Desk, eur, town_library

__all__ = ["database", "kept_postgresql", "kept_sqlite"]


@dataclass(frozen=True, slots=True)
class Counter:
    """A desk with somebody at it."""

    desk: Desk
    services: PatronServices
    by: SignedIn


def signed(role: str = "librarian") -> SignedIn:
    return SignedIn("anna", "Anna", role, frozenset(map(str, FIRST_ROLES[role])), "MAIN")


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    categories = (
        PatronCategory("adult", LocalText.of("Adults"), eur("18.00"), 12),
        PatronCategory("child", LocalText.of("Children"), None, 24),
    )
    library = replace(town_library(), patron_categories=categories, joining=Joining("child", 14, 18))
    desk = Desk(database, library)
    services = PatronServices(database, desk.decider, FixedClock(NOON), tmp_path / "photos")
    return Counter(desk, services, signed())
