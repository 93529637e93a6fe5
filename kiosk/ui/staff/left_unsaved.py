"""What was typed and not saved the last time, told at the top of the page until it is opened or given up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosk.ui.staff.drafts import SOUGHT, TYPED, Draft
from kiosk.ui.staff.typed_places import place_of
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_SHOWN = 3


class LeftUnsaved(QFrame):
    """Offer each draft: to go on with it where it was left, or to give it up, which asks first.

    `found` tells all drafts once they are read, `given_up` the form of one that nobody wants.
    """

    found = Signal(object)
    given_up = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 6, 8, 6)
        self._column.setSpacing(2)
        self._rows: dict[str, QFrame] = {}
        self.hide()

    def look(self) -> None:
        """Read what there is, and show it."""
        self._workplace.jobs.aside(self._workplace.drafts.kept, self._show_drafts, self._workplace.fail)

    def _show_drafts(self, drafts: Sequence[Draft]) -> None:
        self.found.emit(drafts)
        for draft in offered(drafts)[:_SHOWN]:
            self._rows[draft.form] = self._row(draft)
            self._column.addWidget(self._rows[draft.form])
        self.setVisible(bool(self._rows))

    def _row(self, draft: Draft) -> QFrame:
        words = self._workplace.words
        row = QFrame(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        told = words("staff.draft.left", what=draft.about, when=draft.at)
        across.addWidget(label(told), 1)
        go_on, give_up = words("staff.draft.go_on"), words("staff.draft.give_up")
        across.addWidget(button(go_on, lambda: self._open(draft.form), kind="quiet", name="draftGoOn"))
        across.addWidget(button(give_up, lambda: self._give_up(draft), kind="quiet", name="draftGiveUp"))
        return row

    def _open(self, form: str) -> None:
        self._take(form)
        self._workplace.go(place_of(form))

    def _give_up(self, draft: Draft) -> None:
        words = self._workplace.words
        told = words("staff.draft.give_up_told")
        if ask(words, self, draft.about, told, words("staff.draft.give_up"), dangerous=True):
            self._workplace.forget_draft(draft.form)
            self.given_up.emit(draft.form)
            self._take(draft.form)

    def _take(self, form: str) -> None:
        row = self._rows.pop(form)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._rows))


def offered(drafts: Sequence[Draft]) -> list[Draft]:
    """Return those that are work to go on with; single words of a form that has a draft itself are not."""
    own = [draft.form for draft in drafts if not draft.form.endswith((TYPED, SOUGHT))]
    return [
        draft
        for draft in drafts
        if draft.form in own
        or (
            draft.form.endswith(TYPED)
            and not any(f"{place_of(draft.form)}/".startswith(f"{form}/") for form in own)
        )
    ]
