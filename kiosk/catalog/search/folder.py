"""The index's folder: whole generations beside each other, and a pointer to the one that serves.

``CURRENT`` names the serving generation and is only ever replaced whole; a generation's
``state.json`` is written after the commit it speaks of, so a crash in between merely repeats
changes that are harmless twice.
"""

import errno
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.catalog.search.schema import SCHEMA_VERSION, library_version
from kiosk.model.errors import DiskFull, FolderNotWritable, IndexUnavailable

_POINTER = "CURRENT"
_STATE = "state.json"
_PREFIX = "generation-"


@dataclass(frozen=True, slots=True)
class StoredState:
    """What a generation is made of: whose changes up to where, in which form."""

    epoch: str
    sequence: int
    schema: int = SCHEMA_VERSION
    library: str = ""

    @property
    def readable(self) -> bool:
        """Tell whether this program can read the generation's files and fields."""
        return self.schema == SCHEMA_VERSION and self.library == library_version()


def state_now(epoch: str, sequence: int) -> StoredState:
    """Return the state of a generation written by this program."""
    return StoredState(epoch, sequence, SCHEMA_VERSION, library_version())


class IndexFolder:
    """Generations of the index in one folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path | None:
        """Return the serving generation, or None when there is none."""
        try:
            name = (self.path / _POINTER).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        generation = self.path / name
        named_well = name.startswith(_PREFIX) and "/" not in name and "\\" not in name
        return generation if named_well and generation.is_dir() else None

    def state(self, generation: Path) -> StoredState | None:
        """Return what a generation says of itself, None when it says nothing readable."""
        try:
            raw = json.loads((generation / _STATE).read_bytes())
            return StoredState(
                str(raw["epoch"]), int(raw["sequence"]), int(raw["schema"]), str(raw["library"])
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save_state(self, generation: Path, state: StoredState) -> None:
        """Store what a generation holds, whole or not at all."""
        _replace(generation / _STATE, json.dumps(asdict(state)))

    def new_generation(self) -> Path:
        """Make an empty generation beside the serving one."""
        generation = self.path / f"{_PREFIX}{secrets.token_hex(6)}"
        generation.mkdir(parents=True)
        return generation

    def serve(self, generation: Path) -> None:
        """Let a finished generation serve from now on."""
        _replace(self.path / _POINTER, generation.name + "\n")

    def condemn(self, generation: Path) -> None:
        """Let nobody search a generation that turned out damaged: whoever looks next builds another."""
        with suppress(OSError):
            (generation / _STATE).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove generations that do not serve: replaced ones, and what a killed rebuild left."""
        current = self.current()
        for generation in self.path.glob(f"{_PREFIX}*"):
            if generation != current:
                shutil.rmtree(generation, ignore_errors=True)

    @contextmanager
    def rebuilding(self) -> Iterator[bool]:
        """Hold the rebuild lock; yield False when another process has it. Dying releases it."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "rebuild.lock").open("a+b") as file:
            yield _locked(file.fileno())


@contextmanager
def told_apart() -> Iterator[None]:
    """Turn what the disk or the index library fails with into the errors of this product."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=trouble.filename or "") from trouble
        if trouble.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FolderNotWritable(path=trouble.filename or "") from trouble
        raise IndexUnavailable(detail=str(trouble)) from trouble
    except ValueError as trouble:
        # The index library has no other exception; its text alone tells a full disk.
        if "No space left" in str(trouble):
            raise DiskFull(path="") from trouble
        raise IndexUnavailable(detail=str(trouble)[:200]) from trouble
    except BaseException as panic:
        # The index library panics over bytes that make no sense, which is no Exception in Python.
        if type(panic).__name__ != "PanicException":
            raise
        raise IndexUnavailable(detail=str(panic)[:200]) from panic


def speaks_of_damage(trouble: IndexUnavailable) -> bool:
    """Tell files that are damaged or gone from whatever else may fail: a rebuild mends only these."""
    cause = trouble.__cause__
    told = str(cause)
    return not isinstance(cause, Exception) or "orrupt" in told or "open file for read" in told


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
