"""Lets this kiosk tell the others how it is, for staff to see."""

import shutil
from datetime import datetime

from kiosk.model.errors import KioskError
from kiosk.model.kiosk_health import KioskHealth
from kiosk.own_backups import backups_here
from kiosk.services import Services

_MB = 1_000_000


def own_health(services: Services) -> KioskHealth:
    """Look at this machine's printer, index, backups, disk and look; takes as long as a printer may."""
    backups = backups_here(services)
    return KioskHealth(
        printer=_printer(services),
        index_behind=services.finder.status().rebuild_needed,
        backup_late=backups is not None and backups.late,
        scanner=services.scanner.state().value if services.scanner is not None else "ready",
        space_mb=shutil.disk_usage(services.folder.path).free // _MB,
        look_broken=bool(services.look.current().problems),
    )


def tell_health(services: Services, at: datetime) -> None:
    """Write how this kiosk is under its name."""
    _tell(services, own_health(services), at)


def tell_stop(services: Services, at: datetime) -> None:
    """Write that this kiosk was switched off as it should be, so that nobody takes it for broken."""
    _tell(services, KioskHealth(stopped=True), at)


def _tell(services: Services, health: KioskHealth, at: datetime) -> None:
    with services.database.act() as work:
        work.kiosks.seen(services.settings.kiosk_name, at, health.plain())
        work.commit()


def _printer(services: Services) -> str:
    try:
        return services.printer.state().value
    except KioskError:
        # A printer that is set up wrongly prints nothing either.
        return "trouble"
