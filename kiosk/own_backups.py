"""This machine's backups: makes tonight's, and tells how old the newest one is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.services import Services
from kiosk.storage import Keeping, Night, NightlyBackups

# A night may be missed, as by a machine that was switched off; two in a row are noticed.
LATE_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class BackupsHere:
    """How many there are and of when the newest is; ``late`` when nights went by without one."""

    kept: int
    newest: datetime | None
    late: bool


def back_up_tonight(services: Services) -> Night | None:
    """Back up the library as the settings say; None where this machine makes no backups.

    Raises DiskFull, DatabaseDamaged, DatabaseUnavailable, FolderNotWritable; older backups stay then.
    """
    if not _makes_backups(services):
        return None
    chosen = services.settings.backup
    keeping = Keeping(chosen.daily, chosen.weekly, chosen.monthly)
    return _backups(services).make(services.database, services.clock.now(), keeping)


def backups_here(services: Services) -> BackupsHere | None:
    """Tell which backups lie here; None where this machine makes none.

    A new library has time for its first.
    """
    if not _makes_backups(services):
        return None
    times = list(_backups(services).made())
    since = times[-1] if times else _founded(services)
    late = since is not None and services.clock.now() - since > LATE_AFTER
    return BackupsHere(len(times), times[-1] if times else None, late)


def _founded(services: Services) -> datetime | None:
    file = services.folder.settings_file
    return datetime.fromtimestamp(file.stat().st_mtime, UTC) if file.is_file() else None


def _makes_backups(services: Services) -> bool:
    wanted = services.settings.backup.every_night
    return wanted == "yes" or (wanted == "auto" and not services.settings.database_url)


def _backups(services: Services) -> NightlyBackups:
    return NightlyBackups(services.folder.within(services.settings.backups))
