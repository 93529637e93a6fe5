"""The database goes away in the middle of a visit: what can go on goes on, the rest says why not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.services import Services
from kiosk.words import wording
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.ways import EMILY, WAYS, start_afresh


def _file(services: Services) -> Path:
    file = services.database.file
    assert file is not None
    return file


@contextmanager
def _away(kiosk: Kiosk) -> Iterator[None]:
    """Take the database from under the app: its connections are lost, and there is no file to open."""
    file = kiosk.aside(_file)
    hidden = file.with_name("gone")
    kiosk.aside(lambda services: services.database.close())
    file.rename(hidden)
    file.mkdir()
    try:
        yield
    finally:
        file.rmdir()
        hidden.rename(file)


def _told(key: str) -> str:
    """Return the beginning of a sentence, before anything that is filled in."""
    return wording("en")(key, code="").partition("(")[0].strip()


def test_without_a_database_scans_and_searches_say_why_and_all_goes_on_when_it_is_back(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en")
    hands, (first, second) = kiosk.hands, kiosk.barcodes.free[:2]
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    hands.scan(first)
    with _away(kiosk):
        hands.scan(second)
        assert hands.reads(_told("trouble.database_unavailable")), hands.texts
        assert _card(kiosk) == EMILY
        _find_without_states(kiosk)
        _ask_all_the_same(kiosk)
        for name in ("home", "account card", "return"):
            start_afresh(hands)
            WAYS[name](hands)
            hands.scan(first if name == "return" else EMILY)
            assert hands.reads(_told("trouble.database_unavailable")), f"{name}: {hands.texts}"
            assert _card(kiosk) is None
        start_afresh(hands)
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    hands.scan(second)
    assert kiosk.aside(lambda services: _is_lent(services, first) and _is_lent(services, second))


def _card(kiosk: Kiosk) -> str | None:
    return kiosk.hands.counter.visit.card


def _find_without_states(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    hands.touch("tab.find")
    hands.touch("find.field.input")
    hands.type("kafka")
    hands.enter()
    assert hands.reads("Kafka am Strand")
    assert hands.reads(_told("find.database_away"))
    assert hands.reads(_told("state.unknown"))
    hands.touch_first("find.title.")
    assert hands.reads(_told("trouble.database_unavailable"))


def _ask_all_the_same(kiosk: Kiosk) -> None:
    hands = kiosk.hands
    hands.touch("dock.home")
    hands.touch("home.ask")
    hands.type("dvd")
    hands.enter()
    assert hands.page == "answer"
    assert hands.reads("DVD")


def _is_lent(services: Services, barcode: str) -> bool:
    with services.database.read() as view:
        item = view.items.by_barcode(barcode)
        return item is not None and view.loans.of_item(item.id) is not None


@pytest.mark.proof
def test_a_database_that_somebody_else_holds_is_told_of_and_the_item_is_not_lent(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    WAYS["borrowing"](hands)
    holder = sqlite3.connect(kiosk.aside(_file), isolation_level=None, timeout=10)
    try:
        holder.execute("BEGIN IMMEDIATE")
        hands.scan(barcode)
        assert hands.reads(_told("trouble.database_busy")), hands.texts
        holder.execute("ROLLBACK")
    finally:
        holder.close()
    assert not kiosk.aside(lambda services: _is_lent(services, barcode))
    hands.scan(barcode)
    assert kiosk.aside(lambda services: _is_lent(services, barcode))
