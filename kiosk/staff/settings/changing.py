"""Changes the stored configuration: never over what another changed meanwhile, and always to be undone."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.clock import Clock
from kiosk.model.errors import ConfigurationInUse
from kiosk.model.library import Library
from kiosk.model.staff_errors import NotAllowed, NothingToUndo, SettingsChangedMeanwhile
from kiosk.policies.touched import answers_touched
from kiosk.staff.library_file import uses_told
from kiosk.staff.rights import Right
from kiosk.staff.settings.leaves import (
    Difference,
    Edits,
    Leaves,
    Order,
    Path,
    Plain,
    differences,
    leaves_of,
    order_of,
)
from kiosk.staff.settings.orders import ORDER, library_with, order_changes, stands
from kiosk.staff.settings.written import order_before, read_back, written
from kiosk.storage import Act, AuditEntry, Database, View

SUBJECT = "library"
FILE, UNDO = "settings.load", "settings.undo"


class Area(StrEnum):
    """What a change touches; each begins the name of its act in the audit trail."""

    RULES = "rules"
    CALENDAR = "calendar"
    SETTINGS = "settings"


_UNDOABLE = (*(f"{area}.change" for area in Area), FILE, UNDO)
_OF_CALENDAR = frozenset({"hours", "closure"})


@dataclass(frozen=True, slots=True)
class Saved:
    """The configuration as it now is, what changed, and the keys of the articles whose answers it touches."""

    library: Library
    changes: tuple[Difference, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastChange:
    """The change that an undo would take back."""

    entry: AuditEntry
    changes: tuple[Difference, ...]


class Changing:
    """One transaction a change, with its line in the audit trail; rights are asked by whoever calls."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def load(self) -> Library:
        """Return the configuration as it is now."""
        with self._database.read() as view:
            return view.library.load()

    def save(
        self, account: str, areas: frozenset[Area], opened: Library, edits: Edits, order: Order | None = None
    ) -> Saved:
        """Make the edits, which may touch these areas alone.

        Raises NotAllowed; SettingsChangedMeanwhile with ``theirs`` and ``library`` where somebody else
        has changed something near to them since ``opened``; SettingsInvalid; ConfigurationInUse.
        """
        touched = {area_of(path) for path in edits}
        if touched - areas:
            raise NotAllowed(right=str(Right.SETTINGS_EDIT), account=account)
        act = _act(touched)
        with self._database.act() as work:
            work.library.lock()
            current = work.library.load()
            theirs = near(edits, _all_changes(leaves_of(opened), leaves_of(current)))
            if theirs:
                raise SettingsChangedMeanwhile(theirs=theirs, library=current)
            saved = self._replace(work, account, act, current, edits, order)
            work.commit()
        return saved

    def replace(self, account: str, opened: Library, after: Library) -> Saved:
        """Make the configuration equal to another one, unless it has changed since ``opened``."""
        with self._database.act() as work:
            work.library.lock()
            current = work.library.load()
            theirs = differences(leaves_of(opened), leaves_of(current))
            if theirs:
                raise SettingsChangedMeanwhile(theirs=theirs, library=current)
            saved = self._put(work, account, FILE, current, after)
            work.commit()
        return saved

    def last(self, areas: frozenset[Area]) -> LastChange | None:
        """Return what an undo would take back, None where the last change touches other areas."""
        with self._database.read() as view:
            return _last(view, areas)

    def undo(self, account: str, entry: int, areas: frozenset[Area]) -> Saved:
        """Take back the last change, which is the one of that number in the audit trail.

        Raises NothingToUndo where it is no longer the last, or touches other areas;
        SettingsChangedMeanwhile where what it changed stands otherwise by now.
        """
        with self._database.act() as work:
            work.library.lock()
            last = _last(work, areas)
            if last is None or last.entry.id != entry:
                raise NothingToUndo()
            current = work.library.load()
            leaves = leaves_of(current)
            theirs = tuple(
                Difference(one.path, one.after, leaves.get(one.path))
                for one in last.changes
                if not stands(one, leaves)
            )
            if theirs:
                raise SettingsChangedMeanwhile(theirs=theirs, library=current)
            back = {one.path: one.before for one in last.changes}
            saved = self._replace(work, account, UNDO, current, back, order_before(last.entry.details))
            work.commit()
        return saved

    def _replace(
        self, work: Act, account: str, act: str, current: Library, edits: Edits, order: Order | None
    ) -> Saved:
        after = library_with(leaves_of(current), edits, order)
        return self._put(work, account, act, current, after)

    def _put(self, work: Act, account: str, act: str, current: Library, after: Library) -> Saved:
        before = leaves_of(current)
        changes = _all_changes(before, leaves_of(after))
        try:
            changed = work.library.replace(after)
        except ConfigurationInUse as error:
            raise uses_told(error) from error
        if changed:
            details = written(changes, _moved(before, leaves_of(after)))
            work.audit.write(at=self._clock.now(), account=account, act=act, subject=SUBJECT, details=details)
        return Saved(after, changes, answers_touched(current, after, work.articles.all()))


def area_of(path: Path) -> Area:
    """Return which area a leaf belongs to."""
    if path[0] == "rule" or path == (ORDER, "rule"):
        return Area.RULES
    of_calendar = path[0] in ("branch", "channel") and len(path) > 2 and path[2] in _OF_CALENDAR
    return Area.CALENDAR if of_calendar else Area.SETTINGS


def near(edits: Edits, theirs: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Return those of others' changes that one should know before making the edits.

    All rules are near to each other, because one row may decide what another seems to; everything
    else is near where it belongs to the same element.
    """
    mine = {_element(path) for path in edits}
    return tuple(one for one in theirs if _element(one.path) in mine)


def rebased(edits: Edits, now: Leaves, theirs: frozenset[Path]) -> dict[Path, Plain | None]:
    """Return the edits that are left once others' values are taken over at the paths chosen."""
    kept = {path: value for path, value in edits.items() if path not in theirs}
    return {path: value for path, value in kept.items() if now.get(path) != value}


def _element(path: Path) -> Path:
    return path[:1] if path[0] == "rule" else path[:2]


def _all_changes(before: Leaves, after: Leaves) -> tuple[Difference, ...]:
    return *differences(before, after), *order_changes(before, after)


def _moved(before: Leaves, after: Leaves) -> dict[str, tuple[str, ...]]:
    """Return the order before of those lists whose elements changed."""
    earlier, later = order_of(before), order_of(after)
    return {part: labels for part, labels in earlier.items() if later.get(part) != labels}


def _last(view: View, areas: frozenset[Area]) -> LastChange | None:
    found = view.audit.latest_of(SUBJECT, _UNDOABLE)
    if found is None:
        return None
    changes = read_back(found.details)
    within = all(area_of(one.path) in areas for one in changes)
    return LastChange(found, changes) if within and changes else None


def _act(touched: set[Area]) -> str:
    return f"{min(touched, default=Area.SETTINGS)}.change" if len(touched) < 2 else f"{Area.SETTINGS}.change"
