"""Gives up copies and titles for good, where nothing hangs on them any more."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kiosk.model.clock import Clock
from kiosk.model.errors import RecordUnknown
from kiosk.model.item import Item
from kiosk.model.problem import Problem
from kiosk.model.record import BibRecord
from kiosk.model.staff_errors import RecordHasLoans, RecordInUse
from kiosk.staff.copies.fields import NAMES, fields_of, told
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act as Work
from kiosk.storage import Database, ItemTies, RecordTies, RowChange


@dataclass(frozen=True, slots=True)
class DeletedTitle:
    """A title that was deleted, with all that hung on it, for the deletion to be taken back.

    It tells who had lent it and chose that to be kept, so it is to be shown to nobody and stored nowhere.
    """

    record: BibRecord
    changes: tuple[RowChange, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Deletion:
    """One copy that was to be deleted: gone, with what hung on it (as in `DeletedTitle`), or ``why_not``."""

    item: Item
    why_not: Problem | None = None
    changes: tuple[RowChange, ...] = field(default=(), repr=False)


class CopyDeleting:
    """Deletes; what somebody has, waits for or owes for is refused, and what was lent stays in reports."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @needs(Right.CATALOGUE_EDIT)
    def check(self, by: SignedIn, item_ids: Iterable[int]) -> tuple[Deletion, ...]:
        """Return what deleting these copies would do; changes nothing."""
        numbers = list(item_ids)
        with self._database.read() as view:
            rows = view.copy_rows.of_items(numbers)
            ties = view.item_edits.ties(numbers)
        return tuple(Deletion(row.copy.item, why_kept(ties[row.copy.item.id])) for row in rows)

    @needs(Right.CATALOGUE_EDIT)
    def delete(
        self, by: SignedIn, item_ids: Iterable[int], reason: str | None = None
    ) -> tuple[Deletion, ...]:
        """Delete those of the copies that nothing keeps; the others stay, each with the reason why."""
        with self._database.act() as work:
            done = tuple(
                self._delete(work, by, item, reason) for item in work.item_edits.locked(item_ids).values()
            )
            work.commit()
        return done

    @needs(Right.CATALOGUE_EDIT)
    def undo_delete(self, by: SignedIn, deleted: Iterable[Deletion]) -> None:
        """Put the copies back that were deleted, all or none; raises TitleNotPutBack, saying why."""
        gone = [one for one in deleted if one.why_not is None]
        with self._database.act() as work:
            work.kept_rows.put_back([change for one in gone for change in one.changes])
            for one in gone:
                work.audit.write(
                    at=self._clock.now(),
                    account=by.account,
                    act="item.delete_undone",
                    subject="item",
                    subject_id=one.item.id,
                    details={"before": {}, "after": _told(one.item)},
                )
            work.commit()

    @needs(Right.CATALOGUE_BULK)
    def record_ties(self, by: SignedIn, record_id: int) -> RecordTies:
        """Return how much hangs on a title: what its deletion would take with it, or is refused for."""
        with self._database.read() as view:
            return view.merging_records.ties(record_id)

    @needs(Right.CATALOGUE_BULK)
    def delete_record(
        self, by: SignedIn, record_id: int, *, forget_loans: bool = False, reason: str | None = None
    ) -> DeletedTitle:
        """Delete a title with its copies, all or nothing; the audit trail keeps its MARC record.

        Returns what `undo_delete_record` takes.

        Raises RecordUnknown; RecordInUse while something of it is out, held or unpaid; RecordHasLoans
        unless ``forget_loans`` says that its past loans may go from the reports.
        """
        with self._database.act() as work:
            record = work.merging_records.locked([record_id]).get(record_id)
            if record is None:
                raise RecordUnknown(record=record_id)
            items = {row.copy.item.id: row.copy.item for row in work.copy_rows.of_record(record_id)}
            whole = work.merging_records.ties(record_id)
            unpaid = sum(tie.unpaid for tie in work.item_edits.ties(list(items)).values())
            if whole.on_loan or whole.holds or unpaid:
                raise RecordInUse(record=record.key, on_loan=whole.on_loan, holds=whole.holds, unpaid=unpaid)
            if whole.loans and not forget_loans:
                raise RecordHasLoans(record=record.key, loans=whole.loans)
            kept = work.kept_rows.of_records([record_id])
            work.item_edits.forget_history(list(items))
            work.merging_records.forget_holds(record_id)
            for item in items.values():
                work.items.delete(item.id)
            if not work.records.delete(record_id):
                raise RecordInUse(record=record.key, on_loan=0, holds=0, unpaid=0)
            before = {"marc": record.marc, "items": [_told(item) for item in items.values()]}
            work.audit.write(
                at=self._clock.now(),
                account=by.account,
                act="record.delete",
                subject="record",
                subject_id=record_id,
                details={"before": before, "after": {}},
                reason=reason,
            )
            deleted = DeletedTitle(record, work.kept_rows.changes(kept, [record_id]))
            work.commit()
        return deleted

    @needs(Right.CATALOGUE_BULK)
    def undo_delete_record(self, by: SignedIn, deleted: DeletedTitle) -> None:
        """Put a deleted title back with its number, copies, versions, past loans and past holds.

        Reasons that staff typed for those loans and holds stay forgotten. Raises TitleNotPutBack where it
        can no longer be: a barcode was given anew, say.
        """
        with self._database.act() as work:
            work.kept_rows.put_back(deleted.changes)
            work.audit.write(
                at=self._clock.now(),
                account=by.account,
                act="record.delete_undone",
                subject="record",
                subject_id=deleted.record.id,
                details={"before": {}, "after": {"content": deleted.record.content_hash}},
            )
            work.commit()

    def _delete(self, work: Work, by: SignedIn, item: Item, reason: str | None) -> Deletion:
        ties = work.item_edits.ties([item.id])[item.id]
        if why := why_kept(ties):
            return Deletion(item, why)
        kept = work.kept_rows.of_items([item.id])
        # Holds on this very copy that are over name it still; nothing else does.
        work.item_edits.forget_history([item.id])
        if not work.items.delete(item.id):
            return Deletion(item, Problem("copies.why.unpaid"))
        work.audit.write(
            at=self._clock.now(),
            account=by.account,
            act="item.delete",
            subject="item",
            subject_id=item.id,
            details={"before": _told(item), "after": {}},
            reason=reason,
        )
        return Deletion(item, changes=work.kept_rows.changes(kept))


def why_kept(ties: ItemTies) -> Problem | None:
    """Return why a copy cannot be deleted: the first thing that would have to be dealt with."""
    if ties.on_loan:
        return Problem("copies.why.on_loan")
    if ties.held:
        return Problem("copies.why.held")
    if ties.unpaid:
        return Problem("copies.why.unpaid")
    return Problem.of("copies.why.was_lent", times=ties.lent) if ties.lent else None


def _told(item: Item) -> dict[str, Any]:
    return told(fields_of(item), NAMES) | {"record": item.record_id, "condition": item.condition.value}
