"""Restrictions and notes on a card, as one list: who wrote what when, and what still holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.staff.patrons.pages import PatronPage
from kiosk.staff.rights import Right
from kiosk.ui.staff.patrons.shown import table_day
from kiosk.ui.staff.patrons.writing_dialog import WritingDialog
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Remark:
    """One row: `kind` is restriction, lifted or note."""

    kind: str
    id: int
    text: str
    by: str
    at: datetime | None


def remarks_of(page: PatronPage) -> tuple[Remark, ...]:
    """Return what was written, what still restricts first, then the newest."""
    restricting = [
        Remark("lifted" if one.lifted_at else "restriction", one.id, one.text, one.set_by or "", one.set_at)
        for one in page.restrictions
    ]
    notes = [Remark("note", note.id, note.written, note.by, note.at) for note in page.notes]
    open_ones = [one for one in restricting if one.kind == "restriction"]
    lifted = [one for one in restricting if one.kind == "lifted"]
    return (*open_ones, *notes, *lifted)


_TONES = {"restriction": "stop", "lifted": "plain", "note": "ask"}


class RemarksTab(QWidget):
    """Restrict and lift, note and delete."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: PatronPage | None = None
        words = workplace.words
        self._restrict = button(words("staff.patrons.restrict"), self.restrict, name="restrict")
        self._note = button(words("staff.patrons.note"), self.note, name="note")
        self._end = button(words("staff.patrons.remark.end"), self.end, name="endRemark")
        self._table: DataTable[Remark] = DataTable(
            workplace,
            (
                Column(
                    "kind",
                    words("staff.patrons.remark.kind"),
                    lambda one: words(f"staff.patrons.remark.{one.kind}"),
                    width=170,
                    chip=lambda one: Chip(words(f"staff.patrons.remark.{one.kind}"), _TONES[one.kind]),
                ),
                Column("text", words("staff.patrons.remark.text"), lambda one: one.text),
                Column("by", words("staff.patrons.by"), lambda one: one.by, width=130),
                Column(
                    "at",
                    words("staff.patrons.day"),
                    lambda one: table_day(one.at, words),
                    width=120,
                    sort=lambda one: one.at,
                ),
            ),
            name="remarks",
            key=lambda one: (one.kind, one.id),
            filtered=False,
        )
        self._table.chosen.connect(self._look)
        self._acts = across(self._restrict, self._note, self._end)
        if not workplace.by.may(Right.PATRONS_EDIT):
            self._acts.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._acts)
        column.addWidget(self._table, 1)

    def show_page(self, page: PatronPage) -> int:
        """Show what was written of a person; return how much of it still holds."""
        self._page = page
        rows = remarks_of(page)
        self._table.show_rows(rows)
        self._look()
        return sum(one.kind != "lifted" for one in rows)

    def restrict(self) -> None:
        """Ask for what the patron is told, and restrict the card."""
        remarks, by, now = self._workplace.services.patrons.remarks, self._workplace.by, self._workplace.now
        self._write("restrict", lambda patron, text: remarks.restrict(by, patron, text, at=now()))

    def note(self) -> None:
        """Ask for a note."""
        remarks, by, now = self._workplace.services.patrons.remarks, self._workplace.by, self._workplace.now
        self._write("note", lambda patron, text: remarks.note(by, patron, text, at=now()))

    def end(self) -> None:
        """Lift the marked restriction, or delete the marked note, after asking."""
        marked, page, place = self._table.marked, self._page, self._workplace
        if not marked or page is None or marked[0].kind == "lifted":
            return
        remark, words = marked[0], place.words
        act = "lift" if remark.kind == "restriction" else "forget"
        subject = words(f"staff.patrons.remark.{act}")
        if not ask(words, self, subject, remark.text, words(f"staff.patrons.remark.{act}.do")):
            return
        remarks, patron, now = place.services.patrons.remarks, page.patron.id, place.now()
        do = remarks.lift if act == "lift" else remarks.forget_note
        place.change(
            lambda: do(place.by, patron, remark.id, at=now),
            lambda _: self._done(f"staff.patrons.remark.{act}.done"),
        )

    def _write(self, act: str, do: Callable[[int, str], object]) -> None:
        if self._page is not None:
            patron = self._page.patron.id
            dialog = WritingDialog(self._workplace, self, act, f"patrons/{self._page.patron.card}/{act}")
            dialog.begin(
                lambda text: do(patron, text),
                lambda: self._done(f"staff.patrons.{act}.done"),
            )

    def _done(self, told: str) -> None:
        self._workplace.changed.emit("patron")
        self._workplace.say(self._workplace.words(told))

    def _look(self) -> None:
        marked = self._table.marked
        self._end.setEnabled(len(marked) == 1 and marked[0].kind != "lifted")
