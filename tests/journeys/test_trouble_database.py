"""The database is changed, replaced, held or locked away under a running kiosk: it says so, then goes on."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from kiosk.model.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseUnavailable,
    FolderNotWritable,
    KioskError,
)
from kiosk.storage import sqlite
from kiosk.storage.schema import HEAD
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.trouble import counts, database_file, is_lent, told
from tests.journeys.ways import EMILY, WAYS, start_afresh
from tests.rights import read_only

Spoil = Callable[[Kiosk], AbstractContextManager[None]]


def _files(file: Path) -> list[Path]:
    return [file.with_name(file.name + suffix) for suffix in ("", "-wal", "-shm")]


@contextmanager
def _elsewhere(kiosk: Kiosk) -> Iterator[Path]:
    """Take the database's files away, as an installer would: what is open stays open."""
    file = database_file(kiosk)
    aside = kiosk.folder / "aside"
    aside.mkdir()
    for one in filter(Path.exists, _files(file)):
        one.rename(aside / one.name)
    try:
        yield file
    finally:
        for one in _files(file):
            one.unlink(missing_ok=True)
        for one in aside.iterdir():
            one.rename(file.with_name(one.name))


@contextmanager
def _deleted(kiosk: Kiosk) -> Iterator[None]:
    with _elsewhere(kiosk) as file:
        yield
        assert not file.exists(), "an empty database was made in its place"


@contextmanager
def _emptied(kiosk: Kiosk) -> Iterator[None]:
    with _elsewhere(kiosk) as file:
        file.touch()
        yield


@contextmanager
def _garbled(kiosk: Kiosk) -> Iterator[None]:
    with _elsewhere(kiosk) as file:
        file.write_bytes(b"no database at all " * 900)
        yield


@contextmanager
def _newer_in_its_place(kiosk: Kiosk) -> Iterator[None]:
    with _elsewhere(kiosk) as file:
        for one in (kiosk.folder / "aside").iterdir():
            shutil.copyfile(one, file.with_name(one.name))
        _stamp(file, "9999")
        yield


@contextmanager
def _upgraded_by_a_newer_program(kiosk: Kiosk) -> Iterator[None]:
    _stamp(database_file(kiosk), "9999")
    try:
        yield
    finally:
        _stamp(database_file(kiosk), HEAD)


@contextmanager
def _held_by_another(kiosk: Kiosk) -> Iterator[None]:
    with closing(sqlite3.connect(database_file(kiosk), isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            holder.execute("ROLLBACK")


@contextmanager
def _read_only(kiosk: Kiosk) -> Iterator[None]:
    """Take the right to write into the folder from this process."""
    kiosk.aside(lambda services: services.database.close())
    with read_only(kiosk.folder):
        yield
    kiosk.aside(lambda services: services.database.close())


def _stamp(file: Path, revision: str) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        other.commit()


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder into which everybody may look: the test of rights lays down those of root."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-trouble-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


TROUBLES = [
    (_deleted, DatabaseUnavailable),
    (_emptied, DatabaseUnavailable),
    (_garbled, DatabaseDamaged),
    (_newer_in_its_place, DatabaseNewer),
    (_upgraded_by_a_newer_program, DatabaseNewer),
    (_held_by_another, DatabaseBusy),
    (_read_only, FolderNotWritable),
]
# What the other two of a kind look like on the pages is proved, but not at every run.
_OF_EACH_KIND = (_deleted, _garbled, _newer_in_its_place, _read_only)


@pytest.mark.parametrize(("spoiled", "kind"), TROUBLES)
def test_acts_say_what_is_wrong_leave_nothing_half_and_go_on_when_it_is_over(
    open_kiosk: OpenKiosk,
    monkeypatch: pytest.MonkeyPatch,
    spoiled: Spoil,
    kind: type[KioskError],
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 100)
    kiosk = open_kiosk("en")
    hands, barcode, lent = kiosk.hands, kiosk.barcodes.free[0], kiosk.barcodes.lent[0]
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    before = counts(kiosk)
    with spoiled(kiosk):
        hands.scan(barcode)
        assert hands.reads(told(kind)), hands.texts
        assert hands.counter.visit.card == EMILY
        hands.touch("dock.home")
        hands.touch("home.return")
        hands.scan(lent)
        assert hands.reads(told(kind)), hands.texts
    assert counts(kiosk) == before
    hands.scan(lent)
    assert not is_lent(kiosk, lent)
    hands.touch("dock.home")
    hands.touch("homeCard.borrow")
    hands.scan(barcode)
    assert not hands.reads(told(kind)), hands.texts
    assert is_lent(kiosk, barcode)


@pytest.mark.parametrize(
    ("spoiled", "kind"),
    [
        pytest.param(*one, marks=() if one[0] in _OF_EACH_KIND else pytest.mark.proof)
        for one in TROUBLES
        if one[0] is not _held_by_another
    ],
)
def test_searches_and_answers_go_on_and_every_page_says_what_it_lacks(
    open_kiosk: OpenKiosk,
    spoiled: Spoil,
    kind: type[KioskError],
) -> None:
    kiosk = open_kiosk("en")
    hands = kiosk.hands
    WAYS["ask"](hands)
    start_afresh(hands)
    with spoiled(kiosk):
        hands.touch("home.find")
        hands.type("kafka")
        hands.enter()
        assert hands.reads("Kafka am Strand"), hands.texts
        hands.touch_first("find.title.")
        hands.touch("dock.home")
        hands.touch("home.ask")
        hands.type("dvd")
        hands.enter()
        assert hands.page == "answer"
        assert hands.reads("DVD"), hands.texts
        for name, way in WAYS.items():
            if name in ("record", "answer", "results", "typing", "nothing", "borrowing", "account"):
                continue
            start_afresh(hands)
            way(hands)
            assert hands.texts, name
            assert not hands.reads("K000"), f"{name}: {hands.texts}"
        start_afresh(hands)
        hands.scan(EMILY)
        if hands.counter.visit.card is not None:
            # What is only read may still be read; an act is not made.
            hands.scan(kiosk.barcodes.free[0])
        assert hands.reads(told(kind)), hands.texts
    start_afresh(hands)
    hands.scan(EMILY)
    assert hands.counter.visit.card == EMILY
    start_afresh(hands)
    WAYS["record"](hands)
    assert hands.page == "record"
    assert not hands.reads("(K2"), hands.texts
