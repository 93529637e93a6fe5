"""The dialog in which one copy is described."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.model.item import Item
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import BarcodeTaken, CopyChangedMeanwhile, CopyInvalid
from kiosk.staff.copies.editing import Changed
from kiosk.staff.copies.fields import CopyFields, fields_of
from kiosk.staff.copies.listing import CopiesOfRecord
from kiosk.ui.staff.copies.copy_form import CopyForm
from kiosk.ui.staff.copies.dialog import DraftKeeper, WorkDialog
from kiosk.ui.staff.copies.difference_dialog import DifferenceDialog
from kiosk.ui.staff.copies.typed_copy import as_draft, fields_typed, from_draft, typed_of
from kiosk.ui.staff.workplace import Workplace


class EditCopyDialog(WorkDialog):
    """Change what describes a copy; `saved` gets what became of it, None where nothing was changed."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        about: CopiesOfRecord,
        item: Item,
        saved: Callable[[Changed | None], None],
    ) -> None:
        words = workplace.words
        heading = words("staff.copies.edit.heading", barcode=item.barcode)
        super().__init__(workplace, parent, heading, about.title)
        self._library, self._opened, self._saved = about.library, item, saved
        self.form = CopyForm(words, about.library, about.locations)
        self.body.addWidget(self.form)
        self._do = self.finish_with(words("staff.copies.edit.do"), self.save)
        self.resize(600, 600)
        route = f"catalogue/r{about.record_id}/copies/{item.id}"
        self._draft = DraftKeeper(workplace, self, route, lambda: heading)
        self._restore(route)
        self.form.edited.connect(lambda: self._draft.changed(as_draft(self.form.typed)))
        self.form.number.setFocus()

    def save(self) -> None:
        """Save what is typed, or say by the fields what is wrong."""
        fields, wrong = fields_typed(self.form.typed, self._library.currency)
        self.form.show_wrong(wrong)
        self.say("")
        if not wrong:
            self._store(self._opened, fields)

    def reject(self) -> None:
        """Leave the copy as it is; what was typed is given up."""
        self._draft.forget()
        super().reject()

    def _restore(self, route: str) -> None:
        self.form.show_typed(typed_of(fields_of(self._opened)))
        draft = self.workplace.drafts.of(route)
        typed = from_draft(draft.values) if draft is not None else None
        if typed is not None:
            self.form.show_typed(typed)
            self.say(self.workplace.words("staff.copies.restored"), good=True)

    def _store(self, opened: Item, fields: CopyFields) -> None:
        by, editing = self.workplace.by, self.workplace.services.copies.editing
        self._do.setEnabled(False)
        self.workplace.change(
            lambda: editing.update(by, opened, fields), self._done, lambda e: self._failed(e, fields)
        )

    def _done(self, changed: Changed | None) -> None:
        self._draft.forget()
        self.accept()
        self._saved(changed)

    def _failed(self, error: Exception, fields: CopyFields) -> None:
        self._do.setEnabled(True)
        match error:
            case CopyInvalid():
                self.form.show_wrong(error.problems)
            case BarcodeTaken():
                self.form.show_wrong({"barcode": Problem.of(error.key, **error.values)})
            case CopyChangedMeanwhile():
                self._compare(error, fields)
            case _:
                self.fail(error)

    def _compare(self, error: CopyChangedMeanwhile, mine: CopyFields) -> None:
        now = error.values["item"]
        assert isinstance(now, Item)
        versions = (fields_of(self._opened), fields_of(now), mine)
        told = self.workplace.sentence(error)
        self._opened = now

        def take(fields: CopyFields) -> None:
            self.form.show_typed(typed_of(fields))
            self._store(now, fields)

        DifferenceDialog(self.workplace, self, self._library, told, versions, take).open()
