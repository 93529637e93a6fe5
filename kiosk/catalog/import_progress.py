"""How far an import is, and which records it has met."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_TOLD_EVERY = 0.1


class ImportCancelled(Exception):
    """Raised by a progress callback to stop; what was stored by then stays."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: ``fraction`` from 0 to 1 over the bytes of all files."""

    file: Path
    read: int
    fraction: float


Progress = Callable[[ImportProgress], None]


class RecordIds:
    """A set of record ids, one bit each; those that a dry run makes up are below zero."""

    def __init__(self) -> None:
        self._bits = (bytearray(), bytearray())

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        bits = self._bits[number < 0]
        place, bit = divmod(abs(number), 8)
        return place < len(bits) and bool(bits[place] >> bit & 1)

    def add(self, number: int) -> None:
        bits = self._bits[number < 0]
        place, bit = divmod(abs(number), 8)
        if place >= len(bits):
            bits.extend(bytes(place + 4096 - len(bits)))
        bits[place] |= 1 << bit

    def clear(self) -> None:
        for bits in self._bits:
            bits.clear()


class Meter:
    """Tells progress now and then."""

    def __init__(self, paths: list[Path], progress: Progress | None) -> None:
        self._sizes = {path: path.stat().st_size if path.is_file() else 0 for path in paths}
        self._total = max(1, sum(self._sizes.values()))
        self._before = 0
        self._progress = progress
        self._position = 0
        self._told = 0.0

    def at(self, path: Path, position: int) -> None:
        """Take note of how many bytes of this file were read."""
        self._position = min(position, self._sizes[path])

    def tell(self, path: Path, read: int) -> None:
        """Tell how many records were read and how far that is, if it is time."""
        if self._progress is None:
            return
        now = time.perf_counter()
        if now - self._told >= _TOLD_EVERY:
            self._told = now
            self._progress(ImportProgress(path, read, (self._before + self._position) / self._total))

    def done(self, path: Path) -> None:
        """Count a file as done."""
        self._before += self._sizes[path]
        self._position = 0
