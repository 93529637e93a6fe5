"""The disk fills up under a running kiosk: it says so, no act is half there, and it goes on with room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.model.errors import DiskFull
from tests.journeys.conftest import OpenKiosk
from tests.journeys.trouble import all_lent_to_others, counts, is_lent, told
from tests.journeys.ways import ANNA, EMILY, WAYS, start_afresh
from tests.small_disks import filled, small_disk_at

FULL = told(DiskFull)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A small disk: the library of each test lies on it."""
    with small_disk_at(tmp_path / "disk", 24) as disk:
        yield disk


def test_a_loan_on_a_full_disk_is_not_made_and_the_next_scan_with_room_makes_it(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    before = counts(kiosk)
    with filled(tmp_path):
        hands.scan(barcode)
        assert hands.reads(FULL), hands.texts
        assert hands.counter.visit.card == EMILY
    assert not is_lent(kiosk, barcode)
    assert counts(kiosk) == before
    hands.scan(barcode)
    assert not hands.reads(FULL), hands.texts
    assert is_lent(kiosk, barcode)


def test_a_return_on_a_full_disk_is_not_made_and_the_next_scan_with_room_makes_it(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.lent[0]
    WAYS["return"](hands)
    before = counts(kiosk)
    with filled(tmp_path):
        hands.scan(barcode)
        assert hands.reads(FULL), hands.texts
    assert is_lent(kiosk, barcode)
    assert counts(kiosk) == before
    hands.scan(barcode)
    assert not is_lent(kiosk, barcode)


def test_renewing_on_a_full_disk_says_so_at_the_loan_and_can_be_tried_again(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    WAYS["account"](hands)
    before = counts(kiosk)
    with filled(tmp_path):
        hands.touch("account.renewAll")
        assert hands.reads(FULL), hands.texts
    assert counts(kiosk) == before
    hands.touch("account.renewAll")
    assert not hands.reads(FULL), hands.texts
    assert counts(kiosk)["renewals"] > before["renewals"]


def test_a_hold_on_a_full_disk_says_so_and_the_title_stays_in_sight(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("en")
    hands, title = kiosk.hands, all_lent_to_others(kiosk, EMILY)
    hands.scan(EMILY)
    hands.touch("dock.home")
    hands.counter.pages.show_record(title)
    hands.settle()
    before = counts(kiosk)
    with filled(tmp_path):
        hands.touch("record.hold")
        hands.touch_first("record.pickup.")
        assert hands.reads(FULL), hands.texts
        assert hands.page == "record"
        assert hands.sees("record.hold")
    assert counts(kiosk) == before
    hands.touch("record.hold")
    hands.touch_first("record.pickup.")
    assert counts(kiosk)["holds"] == before["holds"] + 1


def test_a_receipt_on_a_full_disk_leaves_no_half_file_and_the_loans_stand(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    hands.scan(barcode)
    with filled(tmp_path):
        hands.touch("borrow.print")
        assert hands.reads("K206"), hands.texts
        assert list((kiosk.folder / "receipts").iterdir()) == []
    assert is_lent(kiosk, barcode)
    start_afresh(hands)
    WAYS["return"](hands)
    hands.scan(barcode)
    hands.touch("return.print")
    assert [file.suffix for file in (kiosk.folder / "receipts").iterdir()] == [".pdf"]


def test_every_page_opens_on_a_full_disk(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    with filled(tmp_path):
        for name, way in WAYS.items():
            start_afresh(hands)
            way(hands)
            assert hands.texts, name
            assert not hands.reads("K000"), name
        assert hands.counter.visit.card is None
        start_afresh(hands)
        hands.scan(ANNA)
        assert hands.counter.visit.card == ANNA
