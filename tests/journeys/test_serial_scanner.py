"""A scanner at a serial line lends as one that types; while it is away the page says what to do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.own_health import own_health
from kiosk.services import Services
from tests.devices.test_serial_scanner import Cable
from tests.journeys.conftest import OpenKiosk
from tests.journeys.ways import ANNA


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull_out()


def at_a_line(cable: Cable) -> Callable[[Services], None]:
    """Set a serial scanner."""

    def prepare(services: Services) -> None:
        scanner = replace(services.settings.scanner, kind="serial", device=str(cable.device))
        services.settings = replace(services.settings, scanner=scanner)

    return prepare


def test_a_card_and_an_item_at_the_line_make_a_loan(open_kiosk: OpenKiosk, cable: Cable) -> None:
    cable.plug_in()
    kiosk = open_kiosk("en", prepare=at_a_line(cable))
    hands = kiosk.hands
    hands.touch("homeCard.borrow")
    cable.send(f"{ANNA}\r\n".encode())
    hands.wait(lambda: hands.counter.visit.card == ANNA, "the card is not read")
    cable.send(f"{kiosk.barcodes.free[0]}\r\n".encode())
    rows = hands.counter.desk.borrow.rows
    hands.wait(lambda: len(rows.rows) == 1, "the item is not read")  # type: ignore[attr-defined]
    assert kiosk.aside(own_health).scanner == "ready"


def test_while_it_is_away_the_page_says_to_type_and_typing_works(open_kiosk: OpenKiosk, cable: Cable) -> None:
    kiosk = open_kiosk("en", prepare=at_a_line(cable))
    hands = kiosk.hands
    hands.touch("homeCard.borrow")
    hands.wait(lambda: hands.reads("The scanner is not answering."), "it is not told")
    assert kiosk.aside(own_health).scanner == "away"
    hands.touch("signIn.type")
    hands.type(ANNA)
    hands.enter()
    hands.wait(lambda: hands.counter.visit.card == ANNA, "the typed card is not taken")
