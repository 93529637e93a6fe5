"""Opens records and saves what became of them; what a colleague saved meanwhile is never overwritten."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.tables.languages import language_code
from kiosk.decisions import Decider
from kiosk.model.record import Form
from kiosk.staff.records.beginnings import empty_record, record_after
from kiosk.staff.records.comparing import Difference, differences
from kiosk.staff.records.opened import OpenedRecord, as_new
from kiosk.staff.records.problems import RecordProblem, problems_of
from kiosk.staff.records.putting import Put, opened_now, put_record, refuse_errors
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a colleague made of a record meanwhile, and where that and the change here do not agree."""

    theirs: OpenedRecord
    differences: tuple[Difference, ...]


class RecordEditing:
    """The record editor's way to the catalogue."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.CATALOGUE_SEE)
    def open(self, by: SignedIn, record_id: int) -> OpenedRecord:
        """Return the record as it is now; raises RecordUnknown."""
        with self._database.read() as view:
            return opened_now(view, view.records.get(record_id), record_id)

    @needs(Right.CATALOGUE_EDIT)
    def empty(self, by: SignedIn, form: Form, at: datetime) -> OpenedRecord:
        """Return a new record of that form, in the library's first language; nothing is saved yet."""
        with self._database.read() as view:
            first = self._decider.libraries.current(view).languages[0]
        language = language_code(first) or ""
        return OpenedRecord(None, None, empty_record(form, language, at.date()), form)

    @needs(Right.CATALOGUE_EDIT)
    def duplicate(self, by: SignedIn, record_id: int, at: datetime) -> OpenedRecord:
        """Return a new record after another one, without its numbers; nothing is saved yet."""
        with self._database.read() as view:
            known = opened_now(view, view.records.get(record_id), record_id)
        return replace(as_new(known), record=record_after(known.record, at.date()))

    @needs(Right.CATALOGUE_SEE)
    def problems(self, by: SignedIn, record: MarcRecord, at: datetime) -> tuple[RecordProblem, ...]:
        """Return everything that is wrong with a record, saved or not."""
        return problems_of(record, at.date())

    @needs(Right.CATALOGUE_EDIT)
    def save(
        self,
        by: SignedIn,
        opened: OpenedRecord,
        record: MarcRecord,
        form: Form,
        at: datetime,
    ) -> OpenedRecord:
        """Save what was made of an opened record and return it as it is now.

        Raises RecordInvalid for errors that the change brings, RecordChangedMeanwhile where a colleague
        was quicker, RecordNumberTaken, RecordUnknown. What is as it was opened changes nothing at all.
        """
        if not opened.is_new and record == opened.record and form is opened.form:
            return opened
        refuse_errors(record, None if opened.is_new else opened.record, at)
        act = "record.new" if opened.is_new else "record.edit"
        return put_record(self._database, by, Put(opened, record, form, act), at)

    @needs(Right.CATALOGUE_SEE)
    def compare(self, by: SignedIn, opened: OpenedRecord, record: MarcRecord) -> Conflict:
        """Return what is stored now, and where it does not agree with a change of what was opened."""
        assert opened.record_id is not None
        with self._database.read() as view:
            theirs = opened_now(view, view.records.get(opened.record_id), opened.record_id)
        return Conflict(theirs, differences(opened.record, theirs.record, record))
