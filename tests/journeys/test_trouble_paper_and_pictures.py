"""The printer, the floor map and the library's own pictures fail: the page says so or does without."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage

from kiosk.catalog.finding import Asker
from kiosk.services import Services
from kiosk.ui.patron.own_covers import OwnCovers
from tests.journeys.conftest import OpenKiosk
from tests.journeys.trouble import is_lent
from tests.journeys.ways import EMILY, WAYS, start_afresh


@pytest.mark.parametrize("command", ["/no/such/printer {file}", f"{sys.executable} -c 'raise SystemExit(3)'"])
def test_a_printer_that_fails_is_told_of_wherever_something_is_printed_and_nothing_else_is_lost(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    receipt = replace(kiosk.services.settings.receipt, command=command)
    settings = replace(kiosk.services.settings, receipt=receipt)
    monkeypatch.setattr(kiosk.services, "settings", settings)
    # The printer was looked at already: a kiosk tells from its start how its devices are.
    monkeypatch.delitem(vars(kiosk.services), "printer", raising=False)
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    hands.scan(barcode)
    hands.touch("borrow.print")
    assert hands.reads("K210"), hands.texts
    assert is_lent(kiosk, barcode)
    start_afresh(hands)
    WAYS["return"](hands)
    hands.scan(barcode)
    hands.touch("return.print")
    assert hands.reads("K210"), hands.texts
    assert not is_lent(kiosk, barcode)
    for name in ("record", "answer"):
        start_afresh(hands)
        WAYS[name](hands)
        hands.touch(f"{name}.print")
        assert hands.reads("K210"), f"{name}: {hands.texts}"
        assert hands.page == name


def test_a_page_does_without_a_map_and_a_picture_that_cannot_be_read(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    barcode = kiosk.barcodes.free[0]
    (kiosk.folder / "maps" / "MAIN.svg").write_bytes(b"<svg><g data-view=")
    for name in kiosk.aside(lambda services: _names(services, barcode)):
        (kiosk.folder / "covers" / f"{name}.jpg").write_bytes(b"no picture")
    kiosk.hands.scan(barcode)
    assert kiosk.hands.page == "record"
    kiosk.hands.wait_for_covers()
    assert not kiosk.hands.reads("K000")


@pytest.mark.parametrize("content", [b"", b"no picture", b"RIFF0000WAVE"])
def test_what_is_no_picture_is_not_shown_as_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "9783518188972.png").write_bytes(content)
    covers = OwnCovers(tmp_path, tmp_path / "cache")
    assert covers.url(["9783518188972"]) == ""
    assert QImage(20, 30, QImage.Format.Format_RGB32).save(str(tmp_path / "9783518188972.webp"))
    assert covers.url(["9783518188972"]).endswith(".webp")


def _names(services: Services, barcode: str) -> tuple[str, ...]:
    found = services.finder.show(barcode, Asker(services.clock.now(), "MAIN"))
    return (*found.listed.description.isbns, found.listed.key)
