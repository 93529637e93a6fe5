"""Opening hours and closures at the desk of staff: changed with the loans told that fall due on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.model.calendar import Calendar
from kiosk.model.clock import Clock
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, end_of_day, start_of_day
from kiosk.staff.library_file.hours import WEEKDAYS
from kiosk.staff.rights import Right, needs
from kiosk.staff.settings.changing import Area, Changing, LastChange, Saved
from kiosk.staff.settings.leaves import Edits, Leaves, Path, Plain, without
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_CALENDAR = frozenset({Area.CALENDAR})


@dataclass(frozen=True, slots=True)
class ClosureEffect:
    """How many items of a branch are due on days on which it is to be closed."""

    branch: str
    first: date
    last: date
    due: int


class CalendarDesk:
    """What staff do with hours and closures; changes are edits of leaves of branches and channels."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._changing = Changing(database, clock)

    @needs(Right.RULES_SEE)
    def library(self, by: SignedIn) -> Library:
        """Return the library with its calendars as they are now."""
        return self._changing.load()

    @needs(Right.RULES_SEE)
    def due_within(
        self, by: SignedIn, library: Library, branches: Sequence[str], first: date, last: date
    ) -> tuple[ClosureEffect, ...]:
        """Return for each branch how many of its items are due on these days; their dates stay."""
        found = []
        with self._database.read() as view:
            for branch in branches:
                calendar = calendar_of(library, branch)
                begin, end = start_of_day(calendar, first), end_of_day(calendar, last)
                due = view.open_kinds.due_between(branch, begin, end)
                found.append(ClosureEffect(branch, first, last, due))
        return tuple(found)

    @needs(Right.RULES_EDIT)
    def save(self, by: SignedIn, opened: Library, edits: Edits) -> Saved:
        """Make the edits, in one transaction.

        Raises SettingsChangedMeanwhile with ``theirs`` and ``library``, SettingsInvalid with ``problem``.
        """
        return self._changing.save(by.account, _CALENDAR, opened, edits)

    @needs(Right.RULES_SEE)
    def last_change(self, by: SignedIn) -> LastChange | None:
        """Return the change of hours or closures that an undo would take back, or None."""
        return self._changing.last(_CALENDAR)

    @needs(Right.RULES_EDIT)
    def undo(self, by: SignedIn, entry: int) -> Saved:
        """Take the last change back, told by its number; raises NothingToUndo, SettingsChangedMeanwhile."""
        return self._changing.undo(by.account, entry, _CALENDAR)


def new_closure(owner: Path, first: date, last: date, reasons: Mapping[str, str]) -> Edits:
    """Return the edits that close a branch or channel from a day to another, both included."""
    closure = (*owner, "closure", f"{first}/{last}")
    named: dict[Path, Plain | None] = {(*closure, "from"): first, (*closure, "to"): last}
    named |= {(*closure, "reason", language): text for language, text in reasons.items() if text.strip()}
    return named


def no_closure(leaves: Leaves, owner: Path, label: str) -> Edits:
    """Return the edits that take a closure away."""
    return without(leaves, (*owner, "closure", label))


def new_week(leaves: Leaves, owner: Path, week: Mapping[str, tuple[str, ...]] | None) -> Edits:
    """Return the edits that give these hours by day; None is always open, no hours on any day never."""
    hours = (*owner, "hours")
    edits: dict[Path, Plain | None] = dict(without(leaves, hours))
    if week is None:
        return edits
    edits |= {(*hours, day): spans for day, spans in week.items() if spans}
    if not any(week.values()):
        edits[*hours, WEEKDAYS[0]] = ()
    return {path: value for path, value in edits.items() if leaves.get(path) != value}


def week_of(leaves: Leaves, owner: Path) -> dict[str, tuple[str, ...]] | None:
    """Return the hours by day as they are written, None where it is always open."""
    hours = (*owner, "hours")
    found: dict[str, tuple[str, ...]] = {
        path[-1]: value
        for path, value in leaves.items()
        if path[: len(hours)] == hours and isinstance(value, tuple)
    }
    return {day: found.get(day, ()) for day in WEEKDAYS} if found else None


def calendars_of(library: Library) -> tuple[tuple[Path, Calendar], ...]:
    """Return every branch and channel that has hours of its own, by its place among the leaves."""
    branches = tuple((("branch", branch.code), branch.calendar) for branch in library.branches)
    channels = tuple(
        (("channel", f"{channel.kind}/{channel.value}"), channel.calendar) for channel in library.channels
    )
    return branches + channels
