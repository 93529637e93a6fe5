"""The dialog in which many copies are changed: say what, see what it will do, do it, take it back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.model.library import Library
from kiosk.model.staff_errors import CopyInvalid
from kiosk.staff.copies.batch import BatchDone, BatchPreview
from kiosk.ui.staff.copies.batch_form import BatchForm
from kiosk.ui.staff.copies.batch_lines import batch_columns, skipped_text
from kiosk.ui.staff.copies.dialog import DraftKeeper, WorkDialog
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import arranged
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_FORM = "catalogue/batch"


class BatchDialog(WorkDialog):
    """Change these copies; `done` is called whenever some of them became others."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget,
        library: Library,
        locations: Sequence[str],
        item_ids: Sequence[int],
        done: Callable[[], None],
    ) -> None:
        words = workplace.words
        super().__init__(
            workplace,
            parent,
            words("staff.copies.batch.heading"),
            words.count("staff.copies.chosen", len(item_ids)),
        )
        self._ids, self._done, self._owner = tuple(item_ids), done, parent
        self._preview: BatchPreview | None = None
        self.form = BatchForm(words, library, locations)
        self._draft = DraftKeeper(workplace, self, _FORM, self.windowTitle)
        draft = workplace.drafts.of(_FORM)
        restored = draft is not None and self.form.take_up(draft.values)
        self.form.edited.connect(self._stale)
        self.form.edited.connect(lambda: self._draft.changed(self.form.draft()))
        self.body.addWidget(self.form)
        self._look = button(
            words("staff.copies.batch.preview"), self.preview, picture="search", name="preview"
        )
        self.table = DataTable(
            workplace, batch_columns(words, library), name="batchPreview", key=lambda line: line.before.id
        )
        self.table.setMinimumHeight(240)
        self.body.addWidget(self.table, 1)
        self._do = self.finish_with(words("staff.copies.batch.do"), self.apply, self._look)
        self.resize(1160, 720)
        self._stale()
        if restored:
            self.say(words("staff.copies.restored"), good=True)

    def reject(self) -> None:
        """Change nothing; what was typed is given up."""
        self._draft.forget()
        super().reject()

    def preview(self) -> None:
        """Show what the change will do to each copy."""
        change, wrong = self.form.read()
        self.form.show_wrong(wrong)
        words = self.workplace.words
        if wrong or not change:
            self.say("" if wrong else words("staff.copies.batch.nothing"))
            return
        batch, by, ids = self.workplace.services.copies.batch, self.workplace.by, self._ids
        work = LongWork(self.workplace, self, words("staff.copies.batch.looking"), len(ids))
        stopped: list[bool] = []

        def look(go_on: Callable[[int], bool]) -> BatchPreview:
            def tell(count: int, _of: int) -> None:
                if not go_on(count):
                    stopped.append(True)

            return batch.preview(by, ids, change, tell, lambda: bool(stopped))

        work.begin(look, lambda preview: None if stopped else self._show(preview), self._refused)

    def apply(self) -> None:
        """Do what the preview shows."""
        preview = self._preview
        if preview is None or not preview.to_change:
            return
        batch, by = self.workplace.services.copies.batch, self.workplace.by
        self._run(
            "staff.copies.batch.doing",
            preview.to_change,
            lambda tell, stop: batch.apply(by, preview, tell, stop),
            self._applied,
        )

    def _run(
        self,
        key: str,
        whole: int,
        run: Callable[[Callable[[int, int], None], Callable[[], bool]], BatchDone],
        then: Callable[[BatchDone], None],
    ) -> None:
        run_batch(self.workplace, self.window() if self.isVisible() else self._owner, key, whole, run, then)

    def _show(self, preview: BatchPreview) -> None:
        words = self.workplace.words
        self._preview = preview
        lines, columns = preview.lines, self.table.model.columns
        # Fifty thousand lines are sorted and filtered beside the window, not in it.
        self.table.follow(
            lambda asked: arranged(lines, columns, asked)[asked.offset : asked.offset + asked.limit]
        )
        self.say(
            words(
                "staff.copies.batch.told",
                change=words.number(preview.to_change),
                refused=words.number(preview.refused),
            ),
            good=True,
        )
        self._do.setText(words.count("staff.copies.batch.do_n", preview.to_change))
        self._do.setAccessibleName(self._do.text())
        self._do.setEnabled(preview.to_change > 0)
        if preview.to_change:
            self._do.setFocus()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, CopyInvalid):
            self.form.show_wrong(error.problems)
        self.fail(error)

    def _stale(self) -> None:
        self._preview = None
        self._do.setEnabled(False)
        self.say("")

    def _applied(self, done: BatchDone) -> None:
        workplace, owner, tell = self.workplace, self._owner, self._done
        self._draft.forget()
        self.accept()
        finish_batch(workplace, owner, done, tell)


def run_batch(
    workplace: Workplace,
    parent: QWidget,
    key: str,
    whole: int,
    run: Callable[[Callable[[int, int], None], Callable[[], bool]], BatchDone],
    then: Callable[[BatchDone], None],
) -> None:
    """Run a batch with its progress and a way to stop it behind a whole copy."""
    stopped: list[bool] = []

    def work(go_on: Callable[[int], bool]) -> BatchDone:
        def tell(count: int, _of: int) -> None:
            if not go_on(count):
                stopped.append(True)

        return run(tell, lambda: bool(stopped))

    LongWork(workplace, parent, workplace.words(key), whole).begin(work, then)


def finish_batch(workplace: Workplace, owner: QWidget, done: BatchDone, tell: Callable[[], None]) -> None:
    """Say what a batch did and offer to take it back; ask at once where it was stopped half-way."""
    words, batch, by = workplace.words, workplace.services.copies.batch, workplace.by

    def undone(back: BatchDone) -> None:
        workplace.say(words.count("staff.copies.batch.undone", len(back.changed)))
        _tell_wrong(workplace, back)
        tell()

    def undo() -> None:
        run_batch(
            workplace,
            owner,
            "staff.copies.batch.undoing",
            len(done.changed),
            lambda told, stop: batch.undo(by, done, told, stop),
            undone,
        )

    count = len(done.changed)
    workplace.say(words.count("staff.copies.batch.done", count), undo if count else None)
    _tell_wrong(workplace, done)
    tell()
    if (
        done.stopped
        and count
        and ask(
            words,
            owner,
            words("staff.copies.batch.stopped"),
            words.count("staff.copies.batch.stopped.told", count),
            words("staff.copies.batch.stopped.do"),
        )
    ):
        undo()


def _tell_wrong(workplace: Workplace, done: BatchDone) -> None:
    """Say what stopped a batch, else which copies it left as they were."""
    if done.trouble is not None:
        workplace.fail(done.trouble)
    elif done.skipped:
        workplace.wrong.emit(skipped_text(done.skipped, workplace.words))
