"""The dialog in which copies are added: one, a series with the next free numbers, or as they are scanned."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.model.item import Item
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import BarcodeTaken, CopyInvalid
from kiosk.staff.copies.editing import MOST_IN_A_SERIES
from kiosk.staff.copies.fields import fields_of
from kiosk.staff.copies.listing import CopiesOfRecord
from kiosk.ui.staff.copies.copy_form import CopyForm
from kiosk.ui.staff.copies.dialog import DraftKeeper, WorkDialog
from kiosk.ui.staff.copies.typed_copy import (
    TypedCopy,
    as_draft,
    fields_typed,
    from_draft,
    numbers_of,
    typed_of,
)
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import number_field
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace


class AddCopiesDialog(WorkDialog):
    """Add a copy for each barcode in the list, all or none; `added` gets them."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        about: CopiesOfRecord,
        added: Callable[[Sequence[Item]], None],
    ) -> None:
        words = workplace.words
        super().__init__(workplace, parent, words("staff.copies.add.heading"), about.title)
        self._about, self._added = about, added
        self.form = CopyForm(words, about.library, about.locations, several=True)
        self._count = number_field()
        self._count.setRange(1, MOST_IN_A_SERIES)
        self._count.setObjectName("seriesCount")
        self._count.setAccessibleName(words("staff.copies.add.count"))
        self._count.setFixedWidth(72)
        self._draw = button(words("staff.copies.add.draw"), self.draw, picture="number", name="draw")
        self._tally = label("", "caption", name="tally")
        self.body.addWidget(
            across(label(words("staff.copies.add.count"), "label"), self._count, self._draw, self._tally)
        )
        self.body.addWidget(self.form)
        self._do = self.finish_with(words("staff.copies.add.do"), self.save)
        self.resize(600, 690)
        route = f"catalogue/r{about.record_id}/copies/new"
        self._draft = DraftKeeper(workplace, self, route, lambda: f"{self.windowTitle()}: {about.title}")
        restored = self._restore(route)
        self.form.edited.connect(self._edited)
        self._edited_count()
        self.form.number.setFocus()
        if not restored:
            self.draw()

    def draw(self) -> None:
        """Put the next free numbers into the list, behind those that stand there."""
        by, editing = self.workplace.by, self.workplace.services.copies.editing
        there = numbers_of(self.form.typed.barcode)
        count, after = self._count.value(), there[-1] if there else None
        self._draw.setEnabled(False)
        self.workplace.read(lambda: editing.next_barcodes(by, count, after), self._drawn, self._not_drawn)

    def save(self) -> None:
        """Add the copies, or say by the fields what is wrong."""
        typed = self.form.typed
        numbers = numbers_of(typed.barcode)
        fields, wrong = fields_typed(typed, self._about.library.currency)
        if not numbers:
            wrong["barcode"] = Problem("copies.problem.barcode_missing")
        self.form.show_wrong(wrong)
        self.say("")
        if wrong:
            return
        by, editing = self.workplace.by, self.workplace.services.copies.editing
        self._do.setEnabled(False)
        self.workplace.change(
            lambda: editing.add(by, self._about.record_id, fields, numbers), self._done, self._failed
        )

    def reject(self) -> None:
        """Add nothing; what was typed is given up."""
        self._draft.forget()
        super().reject()

    def _restore(self, route: str) -> bool:
        self.form.show_typed(self._first())
        draft = self.workplace.drafts.of(route)
        typed = from_draft(draft.values) if draft is not None else None
        if typed is not None:
            self.form.show_typed(typed)
            self.say(self.workplace.words("staff.copies.restored"), good=True)
        return typed is not None

    def _first(self) -> TypedCopy:
        """Return what a new copy most likely is: like the one that came last, else of this branch."""
        rows = sorted(self._about.rows, key=lambda row: row.copy.item.id)
        if rows:
            like = typed_of(fields_of(rows[-1].copy.item))
            return TypedCopy("", like.branch, like.item_type, like.location, like.call_number, like.price)
        kinds = self._about.library.item_types
        return TypedCopy(
            branch=self.workplace.by.branch,
            item_type=kinds[0].code if kinds else "",
            call_number=self._about.call_number or "",
        )

    def _edited(self) -> None:
        self._draft.changed(as_draft(self.form.typed))
        self._edited_count()

    def _edited_count(self) -> None:
        count = len(numbers_of(self.form.typed.barcode))
        self._tally.setText(self.workplace.words.count("staff.copies.add.tally", count))

    def _drawn(self, numbers: Sequence[str]) -> None:
        self._draw.setEnabled(True)
        there = numbers_of(self.form.typed.barcode)
        field = self.form.number
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText("\n".join([*there, *numbers]) + "\n")
        field.moveCursor(QTextCursor.MoveOperation.End)

    def _not_drawn(self, error: Exception) -> None:
        self._draw.setEnabled(True)
        self.fail(error)

    def _done(self, items: Sequence[Item]) -> None:
        self._draft.forget()
        self.accept()
        self._added(items)

    def _failed(self, error: Exception) -> None:
        self._do.setEnabled(True)
        match error:
            case CopyInvalid():
                self.form.show_wrong(error.problems)
            case BarcodeTaken():
                self.form.show_wrong({"barcode": Problem.of(error.key, **error.values)})
            case _:
                self.fail(error)
