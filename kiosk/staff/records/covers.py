"""A record's own cover picture: put into the library's folder of covers, and taken out again."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from kiosk.model.errors import RecordUnknown
from kiosk.model.record import BibRecord, record_key
from kiosk.model.staff_errors import CoverNotKept, CoverUnusable
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, View

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_UNSAFE = re.compile(r"[^\w-]")
_HEAVIEST = 20_000_000
# Pictures that were taken out lie here, so that a wrong move of the mouse costs none.
_ASIDE = "removed"


@dataclass(frozen=True, slots=True)
class RemovedCover:
    """What was taken out: where each picture lay, and where it lies now."""

    moved: tuple[tuple[Path, Path], ...]


class RecordCovers:
    """Reads and changes a folder of pictures named by a record's id, an ISBN or a control number."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    @needs(Right.CATALOGUE_SEE)
    def picture(self, by: SignedIn, record_id: int) -> Path | None:
        """Return the file of the record's own picture, or None."""
        with self._database.read() as view:
            record = _known(view, record_id)
        return next(self._there(record), None)

    @needs(Right.CATALOGUE_EDIT)
    def put(self, by: SignedIn, record_id: int, picture: bytes, at: datetime) -> RemovedCover:
        """Make a picture (JPEG, PNG or WebP) the record's own; return what it took the place of.

        It is named by the record's id, which goes before an ISBN that other records may have.
        Raises CoverUnusable for what is no picture or too large, CoverNotKept where the folder takes none.
        """
        ending = _ending(picture)
        if len(picture) > _HEAVIEST:
            raise CoverUnusable(megabytes=_HEAVIEST // 1_000_000)
        with self._database.act() as work:
            record = _known(work, record_id)
            removed = self._moved_aside([path for path in self._there(record) if path.stem == record.key])
            own = self._folder / f"{record.key}{ending}"
            with _taken_back(removed, own):
                self._written(own, picture)
                _note(work, by, "record.cover", record_id, at, {"before": len(removed.moved), "after": 1})
                work.commit()
        return removed

    @needs(Right.CATALOGUE_EDIT)
    def remove(self, by: SignedIn, record_id: int, at: datetime) -> RemovedCover:
        """Take the picture that is shown away; one by another name of the record's is shown instead."""
        with self._database.act() as work:
            shown = list(self._there(_known(work, record_id)))
            removed = self._moved_aside([path for path in shown if path.stem == shown[0].stem])
            if removed.moved:
                details = {"before": len(removed.moved), "after": 0}
                with _taken_back(removed):
                    _note(work, by, "record.cover_removed", record_id, at, details)
                    work.commit()
        return removed

    @needs(Right.CATALOGUE_EDIT)
    def undo(self, by: SignedIn, record_id: int, removed: RemovedCover, at: datetime) -> None:
        """Put back what was taken out or replaced."""
        with self._database.act() as work:
            record = _known(work, record_id)
            own = self._moved_aside([path for path in self._there(record) if path.stem == record.key])
            with _taken_back(own), _taken_out_again(removed):
                _put_back(removed)
                _note(work, by, "record.cover_restored", record_id, at, {"after": len(removed.moved)})
                work.commit()

    def _there(self, record: BibRecord) -> Iterator[Path]:
        names = (record.key, *record.description.isbns, record.control_number or "")
        for name in dict.fromkeys(_UNSAFE.sub("", one) for one in names):
            for ending in _ENDINGS if name else ():
                path = self._folder / f"{name}{ending}"
                if path.is_file():
                    yield path

    def _moved_aside(self, pictures: Iterable[Path]) -> RemovedCover:
        moved: list[tuple[Path, Path]] = []
        try:
            for path in pictures:
                aside = self._folder / _ASIDE / f"{path.stem}.{uuid4().hex[:8]}{path.suffix}"
                aside.parent.mkdir(parents=True, exist_ok=True)
                path.replace(aside)
                moved.append((path, aside))
        except OSError as error:
            _put_back(RemovedCover(tuple(moved)))
            raise CoverNotKept(folder=self._folder) from error
        return RemovedCover(tuple(moved))

    def _written(self, own: Path, picture: bytes) -> None:
        beside = self._folder / f".{uuid4().hex}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(picture)
                beside.replace(own)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise CoverNotKept(folder=self._folder) from error


@contextmanager
def _taken_back(removed: RemovedCover, own: Path | None = None) -> Iterator[None]:
    """Leave the folder as it was where the database does not take what was done in it."""
    try:
        yield
    except BaseException:
        if own is not None:
            with suppress(OSError):
                own.unlink(missing_ok=True)
        _put_back(removed)
        raise


@contextmanager
def _taken_out_again(removed: RemovedCover) -> Iterator[None]:
    """Take out once more what was put back where the database does not take that."""
    try:
        yield
    except BaseException:
        for path, aside in removed.moved:
            if path.is_file() and not aside.exists():
                path.replace(aside)
        raise


def _put_back(removed: RemovedCover) -> None:
    for path, aside in removed.moved:
        if aside.is_file():
            aside.replace(path)


def _ending(picture: bytes) -> str:
    if picture.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if picture.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if (picture[:4], picture[8:12]) == (b"RIFF", b"WEBP"):
        return ".webp"
    raise CoverUnusable(megabytes=_HEAVIEST // 1_000_000)


def _known(view: View, record_id: int) -> BibRecord:
    record = view.records.get(record_id)
    if record is None:
        raise RecordUnknown(record=record_key(record_id))
    return record


def _note(work: Act, by: SignedIn, act: str, record_id: int, at: datetime, details: dict[str, int]) -> None:
    work.audit.write(
        at=at, account=by.account, act=act, subject="record", subject_id=record_id, details=details
    )
