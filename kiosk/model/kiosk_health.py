"""How a kiosk is, as it tells the others; nothing of who uses it or what for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

LITTLE_SPACE_MB = 500


@dataclass(frozen=True, slots=True)
class KioskHealth:
    """What a kiosk's last word says: its printer's and scanner's states by name, whether its index is behind,
    whether nights went by without a backup, free space, whether a file of its look cannot be shown.

    ``stopped`` is the last word of one that was switched off as it should be.
    """

    printer: str = "ready"
    index_behind: bool = False
    backup_late: bool = False
    space_mb: int | None = None
    stopped: bool = False
    scanner: str = "ready"
    look_broken: bool = False

    def plain(self) -> dict[str, Any]:
        """Return it as the database keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> "KioskHealth":
        """Read what a kiosk of this or another version wrote; what it does not say or says oddly is well."""
        scanner = state.get("scanner")
        space, printer = state.get("space_mb"), state.get("printer")
        return cls(
            printer=printer if isinstance(printer, str) else "ready",
            index_behind=state.get("index_behind") is True,
            backup_late=state.get("backup_late") is True,
            space_mb=space if isinstance(space, int) and not isinstance(space, bool) else None,
            stopped=state.get("stopped") is True,
            scanner=scanner if isinstance(scanner, str) else "ready",
            look_broken=state.get("look_broken") is True,
        )
