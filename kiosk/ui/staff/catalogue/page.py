"""The catalogue's page: search as one types, titles in a list, the copies of the one the keyboard is on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSplitter

from kiosk.catalog.search import SearchRequest, SearchResult
from kiosk.model.record import record_key
from kiosk.staff.rights import Right
from kiosk.storage import ListedRecord
from kiosk.ui.staff.catalogue.following import IndexFollowing
from kiosk.ui.staff.catalogue.renewing import renew
from kiosk.ui.staff.catalogue.search_bar import SearchBar
from kiosk.ui.staff.catalogue.search_state import request_of, rows_for, title_columns, told_of
from kiosk.ui.staff.catalogue.title_actions import TitleActions
from kiosk.ui.staff.copies.panel import CopiesPanel
from kiosk.ui.staff.intake.export_dialog import ExportDialog
from kiosk.ui.staff.intake.export_state import ExportOffer
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.said_undo import SaidUndo
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Asked
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

# The copies of a title are read when the keyboard rests on it for so long.
_REST_MS = 120
# Lower than this a page has no room for two lists.
_LOW = 600


class CataloguePage(StaffPage):
    """Find titles; Enter opens one in its editor."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.page.catalogue"))
        self._turn = 0
        self._done = SaidUndo(workplace, self)
        self._asked_for: SearchRequest | None = None
        self._result: SearchResult | None = None
        self.bar = SearchBar(words, workplace.library)
        self.panel = Panel()
        self.table: DataTable[ListedRecord] = DataTable(
            workplace,
            title_columns(words),
            name="titles",
            key=lambda row: row.id,
            filtered=False,
            counted=False,
        )
        self.copies = CopiesPanel(workplace, titled=True)
        self.doing = TitleActions(workplace, self, self._changed)
        self.table.view.setAccessibleName(words("staff.page.catalogue"))
        self._told = label("", "caption", name="found")
        self._meant = button("", self._take_meant, kind="quiet", picture="arrow", name="didYouMean")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._show_copies)
        self._following = IndexFollowing(workplace, self)
        self._following.stands.connect(self._tell_index)
        self._following.moved.connect(self._seek_again)
        self._build()
        self.entitle(self.title, keys_told=words("staff.catalogue.keys"))

    def open(self, rest: str) -> None:
        """Come to the front; "?words" searches for them."""
        if rest.startswith("?"):
            self.bar.ask(rest[1:])
        self.bar.focus()

    def refresh(self) -> None:
        """Search again, with what was changed meanwhile."""
        self._following.catch_up(self.search)

    def undo(self) -> None:
        """Take the last change that was made here back, also when its line has gone."""
        self._done.take_back()

    def search(self) -> None:
        """Show what the field and the filters ask for."""
        self._turn += 1
        turn, request = self._turn, request_of(self.bar.wanted)
        self._asked_for = request
        services, by = self.workplace.services.copies.search, self.workplace.by

        def ask(one: SearchRequest) -> tuple[SearchResult, Sequence[ListedRecord]]:
            page = services.search(by, one)
            return page.result, page.rows

        def load(asked: Asked[ListedRecord]) -> Sequence[ListedRecord]:
            result, rows = rows_for(ask, request, asked)
            if turn == self._turn and asked.offset == 0:
                self._result = result
            return rows

        self.table.follow(load)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what others change while the page is seen; what was loaded before stays where it was."""
        super().showEvent(event)
        self._following.begin()
        if self._asked_for is None:
            self.refresh()
        else:
            self._following.catch_up(self._renew)  # what was just made elsewhere in the window is found
            self.copies.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow no more."""
        self._following.rest()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window leave the room to the titles; their copies are in the editor, too."""
        super().resizeEvent(event)
        self.copies.setVisible(self.height() >= _LOW)

    # --- building

    def _build(self) -> None:
        words, may = self.workplace.words, self.workplace.by.may
        new = button(
            words("staff.catalogue.new"),
            self._new,
            kind="primary",
            picture="plus",
            name="newTitle",
            keys="Ctrl+N",
        )
        scan = button(words("staff.catalogue.scan"), self.doing.scan, picture="tag", name="scanCopies")
        twins = button(words("staff.catalogue.duplicates"), self._twins, picture="people", name="duplicates")
        bring = button(words("staff.catalogue.import"), self._import, picture="return", name="importTitles")
        # Only ever hidden: shown before they stand anywhere, they would be windows for a moment.
        if not may(Right.CATALOGUE_EDIT):
            new.hide()
        self._change = self._quiet("change_copies", self._change_copies, "renew", Right.CATALOGUE_BULK)
        self._merge = self._quiet("merge", self._merge_marked, "book", Right.CATALOGUE_BULK)
        self._delete = self._quiet("delete", self._delete_marked, "delete", Right.CATALOGUE_BULK)
        for one in (bring, scan, twins):
            if not may(Right.CATALOGUE_BULK):
                one.hide()
        # Where a small window has no room for all of it, the buttons stay and the line is cut.
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = across(new, bring, scan, twins, self._told, stretch=False)
        row_of_top = top.layout()
        assert isinstance(row_of_top, QHBoxLayout)
        row_of_top.setStretchFactor(self._told, 1)
        self.column.addWidget(top)
        self._meant.hide()
        self.panel.put(self.bar)
        gap = label("")
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        export = button(words("staff.intake.export.open"), self._export, kind="quiet", name="exportTitles")
        export.setVisible(may(Right.CATALOGUE_EXPORT))
        self.panel.content.addWidget(self._meant, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = (gap, self._change, self._merge, self._delete, export, self.table.bar)
        self.panel.put(across(*row, stretch=False))
        self.panel.put(self.table, stretch=1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self.panel)
        split.addWidget(self.copies)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([480, 230])
        self.column.addWidget(split, 1)
        self._listen()

    def _quiet(self, name: str, pressed: Callable[[], None], picture: str, right: Right) -> QPushButton:
        made = button(
            self.workplace.words(f"staff.catalogue.{name}"), pressed, kind="quiet", picture=picture, name=name
        )
        if not self.workplace.by.may(right):
            made.hide()
        return made

    def _listen(self) -> None:
        self.bar.asked.connect(self.search)
        self.bar.entered.connect(self._enter)
        self.table.activated.connect(lambda row: self.workplace.go(f"catalogue/{row.key}"))
        self.table.chosen.connect(self._marked)
        self.table.loaded.connect(self._loaded)
        self.copies.changed.connect(self._renew)
        QShortcut(QKeySequence("Ctrl+F"), self, self.bar.focus)
        down = QShortcut(QKeySequence("Down"), self.bar.field, self._to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what happens

    def _new(self) -> None:
        self.workplace.go("catalogue/add")

    def _import(self) -> None:
        self.workplace.go("catalogue/import")

    def _export(self) -> None:
        marked = self.table.marked
        offer = ExportOffer(tuple(row.id for row in marked) if len(marked) > 1 else (), self._asked_for)
        ExportDialog(self.workplace, offer, self).open()

    def _twins(self) -> None:
        marked = self.table.marked
        self.workplace.go(
            f"catalogue/duplicates/{marked[0].id}" if len(marked) == 1 else "catalogue/duplicates"
        )

    def _enter(self) -> None:
        """Open what a barcode, an ISBN or an id leads to; otherwise go to the list."""
        text = self.bar.field.text().strip()
        services, by = self.workplace.services.copies.search, self.workplace.by
        self.workplace.jobs.latest(
            "catalogue.enter",
            lambda: services.find(by, text),
            lambda number: self.workplace.go(f"catalogue/{record_key(number)}"),
            lambda _: self._to_list(),
        )

    def _to_list(self) -> None:
        if self.table.rows:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.marked:
                self.table.view.selectRow(0)

    def _take_meant(self) -> None:
        if self._result is not None and self._result.did_you_mean:
            self.bar.field.setText(self._result.did_you_mean)
            self.bar.focus()

    def _change_copies(self) -> None:
        marked, found = self.table.marked, self._result
        if len(marked) > 1 or (marked and self._asked_for is None):
            self.doing.change_copies(marked)
        elif self._asked_for is not None and found is not None:
            self.doing.change_found(self._asked_for, found.total)

    def _merge_marked(self) -> None:
        self.doing.merge(self.table.marked)

    def _delete_marked(self) -> None:
        if len(self.table.marked) == 1:
            self.doing.delete(self.table.marked[0])

    def _changed(self) -> None:
        self.copies.refresh()
        self.workplace.changed.emit("record")
        self.refresh()

    def _seek_again(self) -> None:
        """Find now what was not there yet; a list that shows something stays as it is."""
        if self._result is not None and not self._result.total:
            self.search()

    def _renew(self) -> None:
        renew(self.workplace, self.table)

    def _loaded(self) -> None:
        result, words = self._result, self.workplace.words
        if result is None:
            return
        self._told.setText(told_of(result, self.bar.wanted, words))
        self._told.setToolTip(self._told.text())
        self.bar.show_counts(result.facets)
        meant = result.did_you_mean
        self._meant.setVisible(bool(meant))
        if meant:
            self._meant.setText(words("search.did_you_mean", text=meant))
        if self.table.rows and not self.table.marked:
            self.table.view.selectRow(0)
        self._marked()

    def _marked(self) -> None:
        count, words = len(self.table.marked), self.workplace.words
        key = "staff.catalogue.change_marked" if count > 1 else "staff.catalogue.change_copies"
        self._change.setText(words(key))
        self._change.setEnabled(bool(self.table.rows))
        self._merge.setEnabled(count > 1)
        self._delete.setEnabled(count == 1)
        self.copies.expect(self._one_marked)
        self._rest.start(_REST_MS)

    @property
    def _one_marked(self) -> int | None:
        marked = self.table.marked
        return marked[0].id if len(marked) == 1 else None

    def _show_copies(self) -> None:
        self.copies.show_record(self._one_marked)

    def _tell_index(self, state: str) -> None:
        status = self.workplace.words(f"staff.catalogue.index.{state}")
        if status != self.status:
            self.entitle(self.title, self.crumb, status, self.keys_told)
