"""The self-service kiosks and how each is, from their own last words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.decisions import Decider
from kiosk.model.kiosk_health import LITTLE_SPACE_MB, KioskHealth
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.staff.reports.report import Names
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, KioskState

# A kiosk speaks every minute; a slow moment of its machine is no trouble yet.
SILENT_AFTER = timedelta(minutes=3)
# One that has another name now, or was given away, is not missed for ever.
FORGOTTEN_AFTER = timedelta(days=7)
_PAPER_SOON = frozenset({"paper_low"})


class Level(StrEnum):
    """How much it matters."""

    WELL = "well"
    SOON = "soon"
    NOW = "now"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class KioskTold:
    """A kiosk, how it is and since when nothing was heard; ``branch`` is None for one nobody configured."""

    name: str
    branch: LocalText | None
    level: Level
    what: Problem
    seen_at: datetime | None


class KioskReports:
    """Tells how every kiosk is that is configured or was ever heard of."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.CATALOGUE_SEE)
    def all(self, by: SignedIn, *, at: datetime) -> tuple[KioskTold, ...]:
        """Return the kiosks as the library lists them, then others by name."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            heard = {state.name: state for state in view.kiosks.all()}
        names = Names(library)
        branches = {kiosk.name: names.branch(kiosk.branch) for kiosk in library.kiosks}
        others = (state for state in heard.values() if state.name not in branches)
        listed = (*branches, *(one.name for one in others if at - one.seen_at < FORGOTTEN_AFTER))
        return tuple(_told(name, branches.get(name), heard.get(name), at) for name in listed)


def _told(name: str, branch: LocalText | None, state: KioskState | None, at: datetime) -> KioskTold:
    if state is None:
        return KioskTold(name, branch, Level.OFF, Problem("staff.kiosk.never"), None)
    level, what = judged(KioskHealth.of(state.state), state.seen_at, at)
    return KioskTold(name, branch, level, what, state.seen_at)


def judged(health: KioskHealth, seen_at: datetime, at: datetime) -> tuple[Level, Problem]:
    """Return how much a kiosk's last word matters, and what to say of it: the worst alone."""
    if health.stopped:
        return Level.OFF, Problem("staff.kiosk.stopped")
    if at - seen_at > SILENT_AFTER:
        return Level.NOW, Problem("staff.kiosk.silent")
    if health.scanner != "ready":
        return Level.NOW, Problem("staff.kiosk.scanner_away")
    if health.printer not in ("ready", *_PAPER_SOON):
        known = health.printer in ("paper_out", "cover_open", "trouble", "away")
        return Level.NOW, Problem(f"staff.kiosk.printer_{health.printer if known else 'trouble'}")
    if health.space_mb is not None and health.space_mb < LITTLE_SPACE_MB:
        return Level.SOON, Problem("staff.kiosk.space")
    if health.backup_late:
        return Level.SOON, Problem("staff.kiosk.backup_late")
    if health.printer in _PAPER_SOON:
        return Level.SOON, Problem("staff.kiosk.paper_low")
    if health.index_behind:
        return Level.SOON, Problem("staff.kiosk.index_behind")
    if health.look_broken:
        return Level.SOON, Problem("staff.kiosk.look")
    return Level.WELL, Problem("staff.kiosk.well")
