"""The page of records that look like one another, each group to be merged or left."""

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar

from kiosk.model.record import record_number
from kiosk.staff.copies.duplicates import Alike, DuplicateGroup
from kiosk.storage import ListedRecord
from kiosk.ui.staff.catalogue.merge_dialog import MOST, MergeDialog
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.said_undo import SaidUndo
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording


class DuplicatesPage(StaffPage):
    """Look through the whole catalogue, or with a record's number in the route for its like."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.duplicates.heading"), words("staff.page.catalogue"))
        self._record: int | None = None
        self._turn = 0
        self._done = SaidUndo(workplace, self)
        self.panel = Panel(words("staff.duplicates.heading"), words("staff.duplicates.told"))
        self.table: DataTable[DuplicateGroup] = DataTable(
            workplace, duplicate_columns(words), name="duplicates", key=lambda group: group.ids
        )
        self._merge = button(words("staff.duplicates.merge"), self.merge, kind="primary", name="mergeGroup")
        self._open = button(words("staff.duplicates.open"), self.open_first, name="openGroup")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words("staff.duplicates.looking"))
        self._state = label("", "caption", name="duplicatesState")
        self.panel.act(self._open, self._merge)
        self.panel.put(self._bar, self._state)
        self.panel.put(self.table, stretch=1)
        self.column.addWidget(self.panel, 1)
        self.table.activated.connect(lambda _: self.merge())
        self.table.chosen.connect(self._look)
        self._look()

    def open(self, rest: str) -> None:
        """Look for what is like a record, or through everything."""
        number = int(rest) if rest.isdecimal() and len(rest) < 10 else record_number(rest)
        self._record = number
        self.refresh()

    def undo(self) -> None:
        """Take the last merge back, also when its line has gone."""
        self._done.take_back()

    def refresh(self) -> None:
        """Look again."""
        self._turn += 1
        turn = self._turn
        duplicates, by, record = self.workplace.services.copies.duplicates, self.workplace.by, self._record
        search = self.workplace.services.copies.search
        self._bar.show()
        self._state.setText(self.workplace.words("staff.duplicates.looking"))

        def find() -> Sequence[DuplicateGroup]:
            if record is None:
                return duplicates.everywhere(by)
            alike = duplicates.of_record(by, record)
            return (DuplicateGroup(Alike.TITLE, (*search.listed(by, [record]), *alike)),) if alike else ()

        self.workplace.read(
            find, lambda groups: self._show(turn, groups), lambda error: self._failed(turn, error)
        )

    def merge(self) -> None:
        """Merge the group the keyboard is on."""
        group = self._chosen
        if group is not None:
            MergeDialog(self.workplace, self, group.rows[:MOST], self._merged).open()

    def open_first(self) -> None:
        """Open the first record of the group."""
        group = self._chosen
        if group is not None:
            self.workplace.go(f"catalogue/{group.rows[0].key}")

    @property
    def _chosen(self) -> DuplicateGroup | None:
        marked = self.table.marked
        return marked[0] if marked else None

    def _show(self, turn: int, groups: Sequence[DuplicateGroup]) -> None:
        if turn == self._turn:
            self._bar.hide()
            self._state.setText(
                self.workplace.words.count("staff.duplicates.found", len(groups))
                if groups
                else self.workplace.words("staff.duplicates.none")
            )
            self.table.show_rows(groups)
            if groups:
                self.table.mark(groups[0].ids)
                self.table.view.setFocus()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._bar.hide()
            self._state.setText("")
            self.workplace.fail(error)

    def _merged(self) -> None:
        self.workplace.changed.emit("record")
        self.refresh()

    def _look(self) -> None:
        for one in (self._merge, self._open):
            one.setEnabled(self._chosen is not None)


def duplicate_columns(words: Wording) -> tuple[Column[DuplicateGroup], ...]:
    """Return the columns of the list of groups."""

    def years(group: DuplicateGroup) -> str:
        told = (str(row.description.year) for row in group.rows if row.description.year)
        return " · ".join(dict.fromkeys(told))

    def first(group: DuplicateGroup) -> ListedRecord:
        return group.rows[0]

    return (
        Column("title", words("staff.catalogue.title"), lambda group: first(group).description.title),
        Column(
            "author",
            words("staff.catalogue.author"),
            lambda group: "; ".join(first(group).description.authors),
            width=260,
        ),
        Column(
            "year",
            words("staff.catalogue.year"),
            years,
            width=120,
        ),
        Column(
            "records",
            words("staff.duplicates.records"),
            lambda group: words.number(len(group.rows)),
            "number",
            100,
            lambda group: len(group.rows),
        ),
        Column(
            "copies",
            words("staff.catalogue.copies"),
            lambda group: " + ".join(words.number(row.items) for row in group.rows[:MOST]),
            "number",
            120,
            lambda group: sum(row.items for row in group.rows),
        ),
        Column(
            "why",
            words("staff.duplicates.why"),
            lambda group: words(f"staff.duplicates.why.{group.why.value}"),
            width=190,
            chip=lambda group: Chip(words(f"staff.duplicates.why.{group.why.value}"), "ask"),
        ),
    )
