"""The record page alone in the workspace, over the small library with one well-catalogued title."""

from collections.abc import Callable

import pytest

from kiosk.catalog.import_units import new_record
from kiosk.services import Services
from kiosk.staff.rights import Right
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.records.record_page import RecordPage
from scripts.desk_hands import DeskHands
from tests.staff.records.shelf import wolf_hall
from tests.ui.staff.conftest import OpenDesk

KINDS = (PageKind("catalogue", Right.CATALOGUE_SEE, RecordPage, icon="book", detail=True),)


def shelve(services: Services, number: str = "14882", title: str = "Wolf Hall") -> int:
    """Store a title as an import does; return its number."""
    with services.database.act() as act:
        stored = act.records.add(new_record(wolf_hall(number, title)), services.clock.now())
        act.commit()
    return stored.id


@pytest.fixture
def open_record(open_desk: OpenDesk) -> Callable[..., tuple[DeskHands, int]]:
    """Open the workspace with that title on the page."""

    def opener(language: str = "en", **options: object) -> tuple[DeskHands, int]:
        numbers: list[int] = []
        hands = open_desk(
            language, prepare=lambda services: numbers.append(shelve(services)), kinds=KINDS, **options
        )
        hands.go(f"catalogue/r{numbers[0]}")
        return hands, numbers[0]

    return opener
