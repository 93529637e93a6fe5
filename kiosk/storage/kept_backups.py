"""The backups of every night: made, found whole, and kept for so many days, weeks and months."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.storage.backup import PARTIAL, Backup, backup
from kiosk.storage.engine import Database

_NAME = "nightly-%Y%m%dT%H%M%SZ.backup"
# A copy that was being made for longer than this has been given up, by whatever made it.
_GIVEN_UP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many days, weeks and months that have a backup keep their newest one."""

    daily: int
    weekly: int
    monthly: int


@dataclass(frozen=True, slots=True)
class Night:
    """What a night's backup came to: the backup, and the older ones that are no longer kept."""

    backup: Backup
    dropped: tuple[Path, ...]


class NightlyBackups:
    """The backups of every night in one folder; it only deletes its own files, known by their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def made(self) -> dict[datetime, Path]:
        """Return the backups by when they were made, the oldest first; each was found whole then."""
        found = {}
        for path in sorted(self._folder.glob("nightly-*.backup")):
            with suppress(ValueError):
                found[datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)] = path
        return found

    def make(self, database: Database, at: datetime, keeping: Keeping) -> Night:
        """Copy the library and read the copy through; only then let go of what is no longer kept.

        Whatever fails, the backups there were are all still there. Raises DiskFull, DatabaseDamaged,
        DatabaseUnavailable, FolderNotWritable.
        """
        self._tidy(at)
        made = backup(database, self._folder / at.astimezone(UTC).strftime(_NAME))
        there = self.made()
        dropped = tuple(there[time] for time in surplus(there, keeping))
        for path in dropped:
            path.unlink(missing_ok=True)
        return Night(made, dropped)

    def _tidy(self, at: datetime) -> None:
        """Delete what copies left behind that were stopped in the middle, as by a power cut."""
        for path in self._folder.glob(f"nightly-*{PARTIAL}"):
            with suppress(OSError):
                if at - datetime.fromtimestamp(path.stat().st_mtime, UTC) > _GIVEN_UP:
                    path.unlink()


def surplus(times: Iterable[datetime], keeping: Keeping) -> list[datetime]:
    """Return which backups need not be kept, the oldest first; never the newest."""
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:1])
    for period, count in (
        (lambda time: time.date(), keeping.daily),
        (lambda time: time.isocalendar()[:2], keeping.weekly),
        (lambda time: (time.year, time.month), keeping.monthly),
    ):
        kept |= _newest_of_each(newest_first, period, count)
    return [time for time in reversed(newest_first) if time not in kept]


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], object], count: int
) -> set[datetime]:
    firsts: dict[object, datetime] = {}
    for time in newest_first:
        firsts.setdefault(period(time), time)
    return set(list(firsts.values())[:count])
