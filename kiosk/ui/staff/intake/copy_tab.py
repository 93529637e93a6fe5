"""Records of other catalogues: asked for, looked at beside what is here already, taken over."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.catalog.sru import SruQuery
from kiosk.model.record import record_key
from kiosk.staff.intake.copying import FoundCopies, Taken, Twin
from kiosk.staff.intake.sources import RecordSource
from kiosk.staff.rights import Right
from kiosk.storage.imports import Outcome
from kiosk.ui.staff.intake import copy_state
from kiosk.ui.staff.intake.background import Background
from kiosk.ui.staff.intake.copy_state import CopyState
from kiosk.ui.staff.intake.copy_telling import CopyRow, copy_rows, page_told, twin_told
from kiosk.ui.staff.intake.progress_strip import ProgressStrip
from kiosk.ui.staff.intake.query_form import QueryForm
from kiosk.ui.staff.intake.record_view import RecordView
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."


class CopyTab(QWidget):
    """An ISBN that is scanned is looked up here and there at once; the first record found is shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        words = self._words = workplace.words
        self.workplace = workplace
        self.state = CopyState()
        self._services = workplace.services.intake
        self._background = Background(workplace, self)
        self.form = QueryForm(words, self.ask)
        self.form.source.activated.connect(lambda _: self._choose_source())
        self._strip = ProgressStrip(words, self._give_up)
        self._notice = self._noticed()
        self._table = DataTable(
            workplace,
            self._columns(),
            name="foundCopies",
            key=lambda row: row.number,
            filtered=False,
            counted=False,
        )
        self._table.view.setAccessibleName(words(f"{_TO}new.results"))
        self._table.chosen.connect(self._chosen)
        self._table.activated.connect(lambda _: self.take())
        self._told = label(words(f"{_TO}new.nothing_yet"), "caption", wrap=True, name="foundTold")
        self._before = button(words(f"{_TO}new.previous"), self._previous, kind="quiet", name="pageBefore")
        self._after = button(words(f"{_TO}new.next"), self._next, kind="quiet", name="pageAfter")
        self._view = RecordView(words)
        self._take = button(
            words(f"{_TO}new.take"), self.take, kind="primary", name="takeCopy", keys="Ctrl+Return"
        )
        self._lay_out()
        self._show()

    # --- what somebody wants

    def ask(self) -> None:
        """Search for what is typed."""
        query = copy_state.query_of(self.form.isbn.text(), self.form.title.text(), self.form.author.text())
        asked = copy_state.asking(self.state, query)
        if asked.may_ask and not self._background.running:
            self._take_state(asked)
            self._look_here(query)
            self._fetch(self.state.source, 1)

    def take(self) -> None:
        """Take the chosen record over and open it."""
        copy, found = self.state.copy, self.state.found
        if not self.state.may_take or copy is None or copy.record is None or found is None:
            return
        record, source, by, at = copy.record, found.source, self.workplace.by, self.workplace.now()
        copying = self._services.copying
        self._take.setEnabled(False)
        self.workplace.change(lambda: copying.take(by, source, record, at=at), self._taken, self._not_taken)

    def refresh(self) -> None:
        """Read the list of catalogues again."""
        self.workplace.read(lambda: self._services.sources.all(self.workplace.by), self._offer)

    # --- asking

    def _look_here(self, query: SruQuery) -> None:
        asked, by, copying = self.state.asked, self.workplace.by, self._services.copying
        if query.isbn:
            self.workplace.read(lambda: copying.here(by, query.isbn), lambda twin: self._here(asked, twin))

    def _fetch(self, source: str, start: int) -> None:
        state, by, copying = self.state, self.workplace.by, self._services.copying
        name = next((one.target.name for one in state.sources if one.code == source), "")
        self._strip.show_work(self._words(f"{_TO}work.asking", source=name), None)
        self._background.begin(
            lambda: copying.search(by, source, state.query, start, lambda: self._background.stopped),
            lambda found: self._found(state.asked, found),
            lambda error: self._failed(state.asked, error),
        )

    def _give_up(self) -> None:
        self._background.stop()
        self._take_state(copy_state.given_up(self.state))

    def _next(self) -> None:
        if self.state.found is not None and self.state.found.following is not None:
            self._turn(self.state.found.following)

    def _previous(self) -> None:
        found = self.state.found
        source = next((one for one in self.state.sources if found and one.code == found.source), None)
        if found is not None and source is not None:
            start = copy_state.previous_start(found, source.target.page)
            if start is not None:
                self._turn(start)

    def _turn(self, start: int) -> None:
        if not self._background.running and self.state.found is not None:
            self._take_state(copy_state.turning(self.state))
            self._fetch(self.state.found.source, start)

    # --- what comes back

    def _offer(self, sources: tuple[RecordSource, ...]) -> None:
        if isValid(self):
            self._take_state(copy_state.with_sources(self.state, sources))

    def _here(self, asked: int, twin: Twin | None) -> None:
        if isValid(self):
            self._take_state(copy_state.known_here(self.state, asked, twin))

    def _found(self, asked: int, found: FoundCopies) -> None:
        self._take_state(copy_state.answered(self.state, asked, found))
        if self.state.found is found and found.copies:
            self._table.mark(found.copies[0].number)
            self._table.view.setFocus()

    def _failed(self, asked: int, error: Exception) -> None:
        wanted = asked == self.state.asked
        self._take_state(copy_state.failed(self.state, asked))
        if wanted:
            self.workplace.fail(error)

    def _taken(self, taken: Taken) -> None:
        if not isValid(self):
            return
        edited = "_edited" if taken.edited_here else "_same" if taken.outcome is Outcome.UNCHANGED else ""
        self.workplace.changed.emit("record")
        self._show()
        self.workplace.go(f"catalogue/{record_key(taken.record_id)}")
        undo = partial(self._undo, taken) if taken.version is not None else None
        self.workplace.say(self._words(f"{_TO}new.taken{edited}"), undo)

    def _undo(self, taken: Taken) -> None:
        by, at, copying = self.workplace.by, self.workplace.now(), self._services.copying

        def undone(_: object) -> None:
            self.workplace.changed.emit("record")
            self.workplace.go("catalogue/add")
            self.workplace.say(self._words(f"{_TO}new.undone"))

        self.workplace.change(lambda: copying.undo(by, taken, at=at), undone)

    def _not_taken(self, error: Exception) -> None:
        if isValid(self):
            self._show()
            self.workplace.fail(error)

    # --- what is shown

    def _take_state(self, state: CopyState) -> None:
        self.state = state
        self._show()

    def _show(self) -> None:
        state = self.state
        self.form.show_sources(state.sources, state.source)
        self._strip.setVisible(state.busy)
        rows = copy_rows(self._words, state.found) if state.found is not None else ()
        if self._table.rows != rows:
            self._table.show_rows(rows)
        if state.found is not None:
            self._told.setText(page_told(self._words, state.found))
        self._before.setEnabled(
            state.found is not None and bool(state.found.copies) and state.found.copies[0].number > 1
        )
        self._after.setEnabled(state.found is not None and state.found.following is not None)
        self._view.show_copy(state.copy)
        self._take.setEnabled(state.may_take)
        twin = state.twins[0] if state.twins else None
        self._notice.setVisible(twin is not None)
        if twin is not None:
            self._warning.setText(twin_told(self._words, twin))

    def _chosen(self) -> None:
        row = self._table.current
        if isinstance(row, CopyRow) and self.state.found is not None:
            place = next(
                (at for at, copy in enumerate(self.state.found.copies) if copy.number == row.number), -1
            )
            if place != self.state.chosen:
                self._take_state(copy_state.choosing(self.state, place))

    def _choose_source(self) -> None:
        with QSignalBlocker(self.form.source):
            self.state = copy_state.with_source(self.state, str(self.form.source.currentData()))

    def _open_twin(self) -> None:
        if self.state.twins:
            self.workplace.go(f"catalogue/{record_key(self.state.twins[0].record_id)}")

    # --- building

    def _noticed(self) -> QFrame:
        notice = QFrame()
        notice.setObjectName("notice")
        row = QHBoxLayout(notice)
        row.setContentsMargins(14, 6, 10, 6)
        self._warning = label("", wrap=True, name="twinWarning")
        row.addWidget(self._warning, 1)
        row.addWidget(button(self._words(f"{_TO}new.open_here"), self._open_twin, name="openTwin"))
        return notice

    def _columns(self) -> list[Column[CopyRow]]:
        def title(key: str) -> str:
            return self._words(f"{_TO}column.{key}")

        return [
            Column("title", title("title"), lambda row: row.title),
            Column("author", title("author"), lambda row: row.author, width=140),
            Column("year", title("year"), lambda row: row.year, width=60),
            Column("isbn", title("isbn"), lambda row: row.isbn, kind="mono", width=152),
            Column("here", title("here"), lambda row: row.here, width=128),
        ]

    def _lay_out(self) -> None:
        asking = Panel(self._words(f"{_TO}new.ask_head"))
        sources = button(
            self._words(f"{_TO}title.sources"),
            lambda: self.workplace.go("catalogue/sources"),
            kind="quiet",
            name="sourcesPage",
        )
        asking.act(sources)
        sources.setVisible(self.workplace.by.may(Right.SETTINGS_EDIT))
        asking.put(self.form)
        results = Panel(self._words(f"{_TO}new.results"))
        results.act(self._table.bar, self._before, self._after)
        results.put(self._told)
        results.put(self._table, stretch=1)
        whole = Panel(self._words(f"{_TO}new.record"))
        whole.put(self._view, stretch=1)
        whole.put(across(self._take))
        left = QVBoxLayout()
        left.setSpacing(GAP + 4)
        left.addWidget(asking)
        left.addWidget(self._strip)
        left.addWidget(self._notice)
        left.addWidget(results, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.setSpacing(GAP + 4)
        row.addLayout(left, 5)
        row.addWidget(whole, 3)
