"""Photos of patrons, where a library wants them: files in the library folder by the patron's number."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.model.errors import FolderNotWritable
from kiosk.model.staff_errors import PhotoUnusable

LONGEST = 8 * 1024 * 1024  # bytes
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
# The number is given to nobody else, ever; to whoever only sees the file it names no one.
_OWNED = re.compile(r"of-([0-9]{1,18})\.photo")


class PatronPhotos:
    """Keeps at most one photo a patron, on this machine; nothing of it is in the database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, patron_id: int) -> bytes | None:
        """Return the photo, a JPEG or PNG file; None where there is none or it cannot be read."""
        with suppress(OSError):
            return self._file(patron_id).read_bytes()
        return None

    def keep(self, patron_id: int, content: bytes) -> None:
        """Keep a photo in the place of another, whole or not at all; PhotoUnusable, FolderNotWritable."""
        with self.keeping(patron_id, content):
            pass

    @contextmanager
    def keeping(self, patron_id: int, content: bytes) -> Iterator[None]:
        """Write a photo beside and, once the block has ended well, put it in the place of another.

        A block that fails, or is killed, leaves the one before. Raises PhotoUnusable, FolderNotWritable.
        """
        if len(content) > LONGEST or not content.startswith(_BEGINNINGS):
            raise PhotoUnusable
        beside = self._folder.joinpath(f".of-{patron_id}.{os.getpid()}")
        try:
            with self._told():
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                beside.write_bytes(content)
            yield
            with self._told():
                beside.replace(self._file(patron_id))
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    @contextmanager
    def forgetting(self, patron_id: int) -> Iterator[bool]:
        """Delete the photo once the block has ended well; it yields whether there is one."""
        file, aside = self._file(patron_id), self._folder.joinpath(f".of-{patron_id}.{os.getpid()}")
        try:
            file.replace(aside)
        except FileNotFoundError:
            yield False
            return
        except OSError as error:
            raise FolderNotWritable(folder=self._folder) from error
        try:
            yield True
        except BaseException:
            aside.replace(file)
            raise
        aside.unlink(missing_ok=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FolderNotWritable(folder=self._folder) from error

    def forget(self, patron_id: int) -> bool:
        """Delete the photo; False where there was none."""
        with suppress(OSError):
            self._file(patron_id).unlink()
            return True
        return False

    def owners(self) -> frozenset[int]:
        """Return the numbers of the patrons of whom a photo is kept here."""
        found = (_OWNED.fullmatch(path.name) for path in self._folder.glob("of-*.photo"))
        return frozenset(int(owned[1]) for owned in found if owned is not None)

    def forget_all(self, numbers: Iterable[int]) -> int:
        """Delete the photos of these patrons; return how many."""
        return sum(self.forget(number) for number in numbers)

    def _file(self, patron_id: int) -> Path:
        return self._folder.joinpath(f"of-{patron_id}.photo")
