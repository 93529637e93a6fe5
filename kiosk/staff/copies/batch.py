"""Changes many copies after showing what will become of each; can be stopped, and taken back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.model.errors import EnvironmentTrouble, ItemUnknown
from kiosk.model.item import Condition, Item
from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import BarcodeTaken, CopyChangedMeanwhile, CopyInvalid, TooManyCopies
from kiosk.staff.copies.batch_change import BatchChange, changed, wrong_with
from kiosk.staff.copies.editing import Changed, describe
from kiosk.staff.copies.fields import CopyFields, fields_of, problems
from kiosk.staff.copies.states import CopyStates
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act as Work
from kiosk.storage import CopyRow, Database

T = TypeVar("T")
MOST_AT_ONCE = 50_000
# So many copies are changed in one transaction: it holds the database for some milliseconds.
_PART = 25
_READ = 1_000

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One copy as it is, as it will be, and why it stays as it is where it must."""

    row: CopyRow
    after: CopyFields
    condition: Condition
    why_not: Problem | None = None

    @property
    def before(self) -> Item:
        """The copy as it was when the preview was made."""
        return self.row.copy.item

    @property
    def changes(self) -> bool:
        """Whether the copy will be another."""
        if self.why_not is not None:
            return False
        return fields_of(self.before) != self.after or self.before.condition is not self.condition


@dataclass(frozen=True, slots=True)
class BatchPreview:
    """What a change will do, copy by copy."""

    change: BatchChange
    lines: tuple[BatchLine, ...]

    @property
    def to_change(self) -> int:
        """How many copies will be changed."""
        return sum(line.changes for line in self.lines)

    @property
    def refused(self) -> int:
        """How many cannot be changed."""
        return sum(line.why_not is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class BatchDone:
    """What became of a batch: copies changed, those that were not with the reason, and whether it ended.

    ``trouble`` is what stopped it where nobody did: what was changed until then can still be undone.
    """

    changed: tuple[Changed, ...]
    skipped: tuple[tuple[Item, Problem], ...] = ()
    stopped: bool = False
    trouble: EnvironmentTrouble | None = None


class CopyBatch:
    """Previews, does and undoes changes of many copies; a copy is changed whole or not at all."""

    def __init__(self, database: Database, decider: Decider, states: CopyStates, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._states = states
        self._clock = clock

    @needs(Right.CATALOGUE_BULK)
    def ids_of_records(self, by: SignedIn, record_ids: Sequence[int]) -> tuple[int, ...]:
        """Return the numbers of all copies of these titles that are not withdrawn."""
        with self._database.read() as view:
            return tuple(view.copy_rows.ids_of_records(record_ids))

    @needs(Right.CATALOGUE_BULK)
    def preview(
        self,
        by: SignedIn,
        item_ids: Sequence[int],
        change: BatchChange,
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> BatchPreview:
        """Return what the change will do to each copy; raises CopyInvalid, TooManyCopies."""
        if len(item_ids) > MOST_AT_ONCE:
            raise TooManyCopies(count=len(item_ids), most=MOST_AT_ONCE)
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        if wrong := wrong_with(change, library):
            raise CopyInvalid(wrong)
        lines: list[BatchLine] = []
        for some in _parts(item_ids, _READ):
            if stop is not None and stop():
                break
            with self._database.read() as view:
                rows = view.copy_rows.of_items(some)
            lines += [_line(row, change, library) for row in rows]
            if progress is not None:
                progress(len(lines), len(item_ids))
        return BatchPreview(change, tuple(lines))

    @needs(Right.CATALOGUE_BULK)
    def apply(
        self,
        by: SignedIn,
        preview: BatchPreview,
        progress: Progress | None = None,
        stop: Stop | None = None,
        reason: str | None = None,
    ) -> BatchDone:
        """Do what the preview shows; a copy that another changed since is left alone and told of.

        Stopped, it ends behind a whole copy; what was changed until then can be undone.
        """
        work = [(line.before, line.after, line.condition) for line in preview.lines if line.changes]
        return self._run(by, work, progress, stop, reason)

    @needs(Right.CATALOGUE_BULK)
    def undo(
        self, by: SignedIn, done: BatchDone, progress: Progress | None = None, stop: Stop | None = None
    ) -> BatchDone:
        """Make the copies what they were before; one that was changed again since is left alone."""
        work = [(one.after, fields_of(one.before), one.before.condition) for one in reversed(done.changed)]
        return self._run(by, work, progress, stop, None)

    def _run(
        self,
        by: SignedIn,
        wanted: list[tuple[Item, CopyFields, Condition]],
        progress: Progress | None,
        stop: Stop | None,
        reason: str | None,
    ) -> BatchDone:
        batch = str(uuid4())
        done: list[Changed] = []
        skipped: list[tuple[Item, Problem]] = []
        count = 0
        for some in _parts(wanted, _PART):
            if stop is not None and stop():
                return BatchDone(tuple(done), tuple(skipped), stopped=True)
            made: dict[int, Changed] = {}
            trouble: EnvironmentTrouble | None = None
            try:
                made = self._describe(by, some, batch, skipped)
                for item, _, condition in some:
                    if item.id in made:
                        self._state(by, made, item, condition, reason, skipped)
            except EnvironmentTrouble as error:
                trouble = error
            done += [one for one in made.values() if one.before != one.after]
            if trouble is not None:
                if not done:
                    raise trouble
                return BatchDone(tuple(done), tuple(skipped), stopped=True, trouble=trouble)
            count += len(some)
            if progress is not None:
                progress(count, len(wanted))
        return BatchDone(tuple(done), tuple(skipped))

    def _describe(
        self,
        by: SignedIn,
        some: Sequence[tuple[Item, CopyFields, Condition]],
        batch: str,
        skipped: list[tuple[Item, Problem]],
    ) -> dict[int, Changed]:
        made: dict[int, Changed] = {}
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            for item, fields, _ in some:
                why = self._one(work, item, fields, library, by, batch, made)
                if why is not None:
                    skipped.append((item, why))
            work.commit()
        return made

    def _one(
        self,
        work: Work,
        item: Item,
        fields: CopyFields,
        library: Library,
        by: SignedIn,
        batch: str,
        made: dict[int, Changed],
    ) -> Problem | None:
        try:
            change = describe(work, item, fields, library, by.account, self._clock, batch)
        except CopyChangedMeanwhile as error:
            return Problem.of("copies.why.changed_meanwhile", account=error.values["account"])
        except ItemUnknown:
            return Problem.of("copies.why.unknown", barcode=item.barcode)
        except (CopyInvalid, BarcodeTaken) as error:
            return Problem.of(error.key, **error.values)
        made[item.id] = change or Changed(item, item)
        return None

    def _state(
        self,
        by: SignedIn,
        made: dict[int, Changed],
        item: Item,
        wanted: Condition,
        reason: str | None,
        skipped: list[tuple[Item, Problem]],
    ) -> None:
        one = made[item.id]
        if wanted is item.condition:
            return
        result = self._states.set(by, one.after.barcode, wanted, reason, item.condition)
        if result.why_not is not None:
            skipped.append((item, result.why_not))
            return
        made[item.id] = Changed(one.before, replace(one.after, condition=wanted))


def _line(row: CopyRow, change: BatchChange, library: Library) -> BatchLine:
    item = row.copy.item
    after = changed(fields_of(item), change)
    condition = change.condition or item.condition
    why = next(iter(problems(after, library).values()), None)
    if condition is not item.condition and row.copy.on_loan:
        # Declared lost by the hundred, loans would be charged by the hundred: that is done one by one.
        why = Problem("copies.why.on_loan")
    return BatchLine(row, after, condition, why)


def _parts(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (values[start : start + size] for start in range(0, len(values), size))
