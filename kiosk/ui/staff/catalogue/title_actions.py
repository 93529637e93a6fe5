"""What can be done with titles that are marked or found: change their copies, merge, delete, labels."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.catalog.search import SearchRequest
from kiosk.model.staff_errors import RecordHasLoans
from kiosk.staff.copies.batch import MOST_AT_ONCE
from kiosk.staff.copies.deleting import DeletedTitle
from kiosk.storage import CopyRow, ListedRecord, RecordTies
from kiosk.ui.staff.catalogue.merge_dialog import MOST, MergeDialog
from kiosk.ui.staff.copies.batch_dialog import BatchDialog
from kiosk.ui.staff.copies.labels_dialog import LabelsDialog
from kiosk.ui.staff.copies.scan_dialog import ScanDialog
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace


class TitleActions:
    """Act on titles; `changed` is called whenever some of them, or copies of them, became others."""

    def __init__(self, workplace: Workplace, owner: QWidget, changed: Callable[[], None]) -> None:
        self._workplace, self._owner, self._changed = workplace, owner, changed

    def change_copies(self, rows: Sequence[ListedRecord]) -> None:
        """Change all copies of these titles."""
        batch, by = self._workplace.services.copies.batch, self._workplace.by
        ids = [row.id for row in rows]
        self._workplace.read(lambda: batch.ids_of_records(by, ids), self._batch)

    def change_found(self, request: SearchRequest, total: int) -> None:
        """Change the copies of everything that a search finds."""
        services, by, words = self._workplace.services.copies, self._workplace.by, self._workplace.words
        work = LongWork(self._workplace, self._owner, words("staff.catalogue.gathering"), total)
        stopped: list[bool] = []

        def gather(go_on: Callable[[int], bool]) -> tuple[int, ...]:
            def tell(count: int, _of: int) -> None:
                if not go_on(count):
                    stopped.append(True)

            found = services.search.all_ids(by, request, MOST_AT_ONCE, tell, lambda: bool(stopped))
            return () if stopped else services.batch.ids_of_records(by, found)

        work.begin(gather, lambda ids: None if stopped else self._batch(ids))

    def scan(self) -> None:
        """Change, or print labels for, copies that are scanned one after another."""

        def change(rows: Sequence[CopyRow]) -> None:
            self._batch([row.copy.item.id for row in rows])

        def print_labels(rows: Sequence[CopyRow]) -> None:
            LabelsDialog(self._workplace, self._owner, [row.copy.item.barcode for row in rows]).open()

        ScanDialog(self._workplace, self._owner, change, print_labels).open()

    def merge(self, rows: Sequence[ListedRecord]) -> None:
        """Make one record of these."""
        words = self._workplace.words
        if not 2 <= len(rows) <= MOST:
            self._workplace.wrong.emit(words("staff.merge.how_many", most=MOST))
            return
        MergeDialog(self._workplace, self._owner, rows, self._changed).open()

    def delete(self, row: ListedRecord) -> None:
        """Delete a title with its copies, after saying what goes with it."""
        deleting, by = self._workplace.services.copies.deleting, self._workplace.by
        self._workplace.read(
            lambda: deleting.record_ties(by, row.id), lambda ties: self._ask_delete(row, ties)
        )

    def _batch(self, item_ids: Sequence[int]) -> None:
        words = self._workplace.words
        if not item_ids:
            self._workplace.wrong.emit(words("staff.catalogue.no_copies"))
            return
        listing, by = self._workplace.services.copies.listing, self._workplace.by

        def show(locations: Sequence[str]) -> None:
            library = self._workplace.library
            BatchDialog(self._workplace, self._owner, library, locations, item_ids, self._changed).open()

        self._workplace.read(lambda: listing.locations(by), show)

    def _ask_delete(self, row: ListedRecord, ties: RecordTies) -> None:
        words = self._workplace.words
        told = words.count("staff.catalogue.delete.told", ties.items, title=row.description.title)
        heading, doing = words("staff.catalogue.delete.heading"), words("staff.catalogue.delete.do")
        if ask(words, self._owner, heading, told, doing, dangerous=True):
            self._delete(row, forget_loans=False)

    def _delete(self, row: ListedRecord, *, forget_loans: bool) -> None:
        deleting, by, words = (
            self._workplace.services.copies.deleting,
            self._workplace.by,
            self._workplace.words,
        )

        def done(deleted: DeletedTitle) -> None:
            told = words("staff.catalogue.deleted", title=row.description.title)
            self._workplace.say(told, lambda: self._undo_delete(deleted))
            self._changed()

        def failed(error: Exception) -> None:
            if not isinstance(error, RecordHasLoans):
                self._workplace.fail(error)
                return
            told = self._workplace.sentence(error)
            heading, doing = (
                words("staff.catalogue.delete.heading"),
                words("staff.catalogue.delete.with_loans"),
            )
            if ask(words, self._owner, heading, told, doing, dangerous=True):
                self._delete(row, forget_loans=True)

        self._workplace.change(
            lambda: deleting.delete_record(by, row.id, forget_loans=forget_loans), done, failed
        )

    def _undo_delete(self, deleted: DeletedTitle) -> None:
        deleting, by = self._workplace.services.copies.deleting, self._workplace.by

        def back(_: None) -> None:
            title = deleted.record.description.title
            self._workplace.say(self._workplace.words("staff.catalogue.delete.undone", title=title))
            self._changed()

        self._workplace.change(lambda: deleting.undo_delete_record(by, deleted), back)
