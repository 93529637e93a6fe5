"""A record's own picture is put beside the library's, taken out, and put back."""

from pathlib import Path

import pytest

from kiosk.model.errors import DiskFull
from kiosk.model.staff_errors import CoverNotKept, CoverUnusable
from kiosk.staff.records.covers import RecordCovers
from kiosk.storage.desk.audit import Audit

from .shelf import ANNA, NOW, Shelf, wolf_hall

JPEG = b"\xff\xd8\xff" + b"x" * 100
PNG = b"\x89PNG\r\n\x1a\n" + b"y" * 100


@pytest.fixture
def covers(shelf: Shelf, tmp_path: Path) -> RecordCovers:
    return RecordCovers(shelf.database, tmp_path / "covers")


def test_a_picture_is_the_records_own_until_it_is_removed(
    shelf: Shelf, covers: RecordCovers, tmp_path: Path
) -> None:
    record = shelf.add(wolf_hall())
    assert covers.picture(ANNA, record.id) is None
    covers.put(ANNA, record.id, JPEG, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown == tmp_path / "covers" / f"{record.key}.jpg"
    assert shown.read_bytes() == JPEG
    removed = covers.remove(ANNA, record.id, NOW)
    assert covers.picture(ANNA, record.id) is None
    covers.undo(ANNA, record.id, removed, NOW)
    assert covers.picture(ANNA, record.id) == shown
    assert [entry.act for entry in shelf.audited(record.id)] == [
        "record.cover_restored",
        "record.cover_removed",
        "record.cover",
    ]


def test_a_second_picture_takes_the_place_of_the_first_and_gives_it_back(
    shelf: Shelf, covers: RecordCovers
) -> None:
    record = shelf.add(wolf_hall())
    covers.put(ANNA, record.id, JPEG, NOW)
    replaced = covers.put(ANNA, record.id, PNG, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown is not None
    assert shown.suffix == ".png"
    covers.undo(ANNA, record.id, replaced, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown is not None
    assert shown.read_bytes() == JPEG


def test_a_picture_by_isbn_stays_for_other_records(
    shelf: Shelf, covers: RecordCovers, tmp_path: Path
) -> None:
    record = shelf.add(wolf_hall())
    (tmp_path / "covers").mkdir()
    common = tmp_path / "covers" / "9780007230181.jpg"
    common.write_bytes(JPEG)
    assert covers.picture(ANNA, record.id) == common
    covers.put(ANNA, record.id, PNG, NOW)
    assert covers.picture(ANNA, record.id) == tmp_path / "covers" / f"{record.key}.png"
    assert common.exists()
    covers.remove(ANNA, record.id, NOW)
    assert covers.picture(ANNA, record.id) == common
    assert covers.remove(ANNA, record.id, NOW).moved
    assert covers.remove(ANNA, record.id, NOW).moved == ()


@pytest.mark.parametrize("given", [b"", b"GIF89a", b"<svg/>", b"\xff\xd8\xff" + bytes(20_000_001)])
def test_what_is_no_picture_or_too_large_is_refused(shelf: Shelf, covers: RecordCovers, given: bytes) -> None:
    record = shelf.add(wolf_hall())
    with pytest.raises(CoverUnusable):
        covers.put(ANNA, record.id, given, NOW)
    assert shelf.audited(record.id) == ()


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_noted(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    record = shelf.add(wolf_hall())
    with pytest.raises(CoverNotKept):
        RecordCovers(shelf.database, tmp_path / "file").put(ANNA, record.id, JPEG, NOW)
    assert shelf.audited(record.id) == ()


def test_a_database_that_fails_leaves_the_folder_as_it_was(
    shelf: Shelf, covers: RecordCovers, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = shelf.add(wolf_hall())
    covers.put(ANNA, record.id, JPEG, NOW)

    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    monkeypatch.setattr(Audit, "write", full)
    with pytest.raises(DiskFull):
        covers.put(ANNA, record.id, PNG, NOW)
    with pytest.raises(DiskFull):
        covers.remove(ANNA, record.id, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown is not None
    assert (shown.suffix, shown.read_bytes()) == (".jpg", JPEG)


def test_a_picture_that_cannot_be_noted_as_put_back_stays_taken_out(
    shelf: Shelf, covers: RecordCovers, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = shelf.add(wolf_hall())
    covers.put(ANNA, record.id, JPEG, NOW)
    replaced = covers.put(ANNA, record.id, PNG, NOW)

    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr(Audit, "write", full)
        with pytest.raises(DiskFull):
            covers.undo(ANNA, record.id, replaced, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown is not None
    assert (shown.suffix, shown.read_bytes()) == (".png", PNG)
    covers.undo(ANNA, record.id, replaced, NOW)
    shown = covers.picture(ANNA, record.id)
    assert shown is not None
    assert shown.read_bytes() == JPEG
