"""Makes one record of several that describe one title: copies, loans and holds go with the one that stays."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.circulation.routing import send_on
from kiosk.decisions import Decider
from kiosk.model.clock import Clock
from kiosk.model.errors import RecordUnknown
from kiosk.model.hold import Hold, HoldState
from kiosk.model.outcome import ActBy
from kiosk.model.problem import Problem
from kiosk.model.record import BibRecord
from kiosk.model.staff_errors import NothingToMerge, RecordChangedMeanwhile, TitleNotPutBack
from kiosk.staff.copies.taking_over import FieldGroup, to_take, with_taken
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act as Work
from kiosk.storage import Database, MovedTimes, NewRecord, RecordTies, RowChange, View

# Of two holds of one patron the one that is further stays, of two as far the older.
_FURTHEST = (HoldState.READY, HoldState.IN_TRANSIT, HoldState.QUEUED, HoldState.SUSPENDED)


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge will do: what moves from each record, what can be taken over, holds that meet."""

    kept: BibRecord
    gone: tuple[BibRecord, ...]
    ties: Mapping[int, RecordTies]
    to_take: Mapping[FieldGroup, tuple[Field, ...]]
    doubled_holds: int

    @property
    def moved(self) -> RecordTies:
        """How much moves to the record that stays."""
        several = [self.ties[record.id] for record in self.gone]
        return RecordTies(
            sum(tie.items for tie in several),
            sum(tie.on_loan for tie in several),
            sum(tie.holds for tie in several),
            sum(tie.loans for tie in several),
        )


@dataclass(frozen=True, slots=True)
class Merged:
    """The record that stays, and all that the merge changed, for it to be taken back.

    ``sent_on``: a copy that lay ready twice for one patron has gone on, which nothing takes back.
    """

    stays: BibRecord
    gone: tuple[BibRecord, ...]
    changes: tuple[RowChange, ...] = field(repr=False)
    times: tuple[MovedTimes, ...] = field(repr=False)
    sent_on: bool = False


class RecordMerging:
    """Merges records in one transaction, shown and asked first, and takes a merge back."""

    def __init__(self, database: Database, decider: Decider, clock: Clock) -> None:
        self._database = database
        self._decider = decider
        self._clock = clock

    @needs(Right.CATALOGUE_BULK)
    def preview(self, by: SignedIn, kept: int, gone: Sequence[int]) -> MergePreview:
        """Return what merging these records into one would do; raises RecordUnknown, NothingToMerge."""
        others = [number for number in dict.fromkeys(gone) if number != kept]
        if not others:
            raise NothingToMerge
        with self._database.read() as view:
            stays = _record(view, kept)
            goes = tuple(_record(view, number) for number in others)
            ties = {number: view.merging_records.ties(number) for number in (kept, *others)}
            holds = _holds(view, (kept, *others))
        taking = to_take(read_back(stays.marc), (read_back(record.marc) for record in goes))
        return MergePreview(stays, goes, ties, taking, len(doubled(holds)))

    @needs(Right.CATALOGUE_BULK)
    def merge(self, by: SignedIn, preview: MergePreview, take: Collection[FieldGroup] = ()) -> Merged:
        """Do what the preview shows and return what became of it; all of it or nothing.

        A patron who waited for two of the records waits once, in the better place. The audit trail keeps
        the MARC records that go. Raises RecordChangedMeanwhile where one is no longer as it was shown.
        """
        acting = by.acting(self._clock.now())
        numbers = [record.id for record in preview.gone]
        with self._database.act() as work:
            _refuse_changed(work, (preview.kept, *preview.gone))
            everything = (preview.kept.id, *numbers)
            before = work.kept_rows.of_records(everything, lent=False)
            freed = _close_doubled(work, doubled(_holds(work, everything)), acting)
            times = work.merging_records.move(numbers, preview.kept.id)
            for number in numbers:
                if not work.records.delete(number):
                    raise RecordChangedMeanwhile(account="", record=number)
            stays = self._take(work, by, preview, take)
            self._tell(work, by, preview, stays)
            for item_id in freed:
                send_on(work, self._decider, item_id, acting)
            changes = work.kept_rows.changes(before, everything)
            work.commit()
        return Merged(stays, preview.gone, changes, times, sent_on=bool(freed))

    @needs(Right.CATALOGUE_BULK)
    def undo(self, by: SignedIn, merged: Merged) -> None:
        """Make several records again of the one: each with its own copies, loans, holds and requests.

        What has come to them since – a loan, a new hold – stays where it is or goes with its copy.
        Raises TitleNotPutBack where the record that stayed, or a hold, has become another meanwhile.
        """
        if merged.sent_on:
            raise TitleNotPutBack(why=Problem("copies.undo.sent_on"))
        with self._database.act() as work:
            work.kept_rows.put_back(merged.changes)
            work.title_sums.move_back(merged.stays.id, merged.times)
            for record in merged.gone:
                work.audit.write(
                    at=self._clock.now(),
                    account=by.account,
                    act="record.merge_undone",
                    subject="record",
                    subject_id=merged.stays.id,
                    details={"before": {"record": merged.stays.key}, "after": {"record": record.key}},
                )
            work.commit()

    def _take(
        self, work: Work, by: SignedIn, preview: MergePreview, take: Collection[FieldGroup]
    ) -> BibRecord:
        fields = [field for group in take for field in preview.to_take.get(group, ())]
        if not fields:
            return preview.kept
        before = preview.kept
        made = _revised(before, with_taken(read_back(before.marc), fields))
        after = work.records.update(before.id, made, self._clock.now(), edited_here=True)
        work.record_versions.keep(before, after, account=by.account, act="record.merge")
        return after

    def _tell(self, work: Work, by: SignedIn, preview: MergePreview, stays: BibRecord) -> None:
        for record in preview.gone:
            ties = preview.ties[record.id]
            moved = {"items": ties.items, "holds": ties.holds}
            work.audit.write(
                at=self._clock.now(),
                account=by.account,
                act="record.merge",
                subject="record",
                subject_id=preview.kept.id,
                details={
                    "before": {"record": record.key, "marc": record.marc},
                    "after": {"record": stays.key, **moved},
                },
            )


def doubled(holds: Sequence[Hold]) -> list[Hold]:
    """Return the open holds that meet another of the same patron, and have to give way to it."""
    best: dict[int, Hold] = {}
    giving_way: list[Hold] = []
    for hold in sorted(holds, key=_rank):
        if hold.item_id is not None:
            continue
        if hold.patron_id in best:
            giving_way.append(hold)
        else:
            best[hold.patron_id] = hold
    return giving_way


def _rank(hold: Hold) -> tuple[int, object, int]:
    return _FURTHEST.index(hold.state), hold.placed_at, hold.id


def _close_doubled(work: Work, holds: Sequence[Hold], by: ActBy) -> list[int]:
    """Close these holds; return the items that lay for them and go elsewhere now."""
    for hold in holds:
        work.holds.close(hold.id, HoldState.CANCELLED, by.at)
    return [hold.trapped_item_id for hold in holds if hold.trapped_item_id is not None]


def _holds(view: View, record_ids: Sequence[int]) -> list[Hold]:
    return [hold for number in record_ids for hold in view.holds.of_record(number)]


def _record(view: View, number: int) -> BibRecord:
    record = view.records.get(number)
    if record is None:
        raise RecordUnknown(record=number)
    return record


def _refuse_changed(work: Work, shown: Sequence[BibRecord]) -> None:
    now = work.merging_records.locked([record.id for record in shown])
    for record in shown:
        if record.id not in now or now[record.id].marc != record.marc:
            entries = work.audit.about("record", record.id, limit=1)
            raise RecordChangedMeanwhile(account=entries[0].account if entries else "", record=record.key)


def _revised(before: BibRecord, marc: MarcRecord) -> NewRecord:
    made = new_record(marc)
    # What a title is may have been told by its items' types when it came; its fields alone may not tell.
    described = replace(made.description, form=before.description.form)
    return replace(made, control_number=before.control_number, agency=before.agency, description=described)
