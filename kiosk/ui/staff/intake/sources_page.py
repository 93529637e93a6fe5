"""The catalogues that records are copied from: which are asked, where they are and how they are asked."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout
from shiboken6 import isValid

from kiosk.model.staff_errors import SourceInvalid
from kiosk.staff.intake.sources import RecordSource
from kiosk.ui.staff.intake.source_form import SourceForm
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."
ROUTE = "catalogue/sources"


class SourcesPage(StaffPage):
    """A list, and the form of the one the keyboard is on; what is typed is a draft until it is saved."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words(f"{_TO}title.sources"), words("staff.page.catalogue"))
        self._services = workplace.services.intake.sources
        self._opened: RecordSource | None = None
        self._code = ""
        self._draft: object = None
        self.table: DataTable[RecordSource] = DataTable(
            workplace, self._columns(), name="sources", key=lambda row: row.code, filtered=False
        )
        self.table.view.setAccessibleName(self.title)
        self.table.chosen.connect(self._look)
        self.form = SourceForm(words)
        self.form.edited.connect(self._edited)
        self._active = QCheckBox(words(f"{_TO}sources.active"))
        self._active.setObjectName("sourceActive")
        self._active.clicked.connect(self._edited)
        self.form.row(self._active)
        self._save = button(words(f"{_TO}sources.save"), self.save, kind="primary", name="saveSource")
        self._reset = button(words(f"{_TO}sources.reset"), self._ask_reset, name="resetSource")
        self._build()

    def enter(self) -> None:
        """Read what was left here."""
        drafts = self.workplace.drafts
        self.workplace.read(lambda: drafts.of(ROUTE), self._remember)

    def open(self, rest: str) -> None:
        """Read the list anew unless something is typed."""
        if not self.unsaved():
            self.refresh()
        self.table.view.setFocus()

    def refresh(self) -> None:
        """Read the list again; what is typed stays."""
        by = self.workplace.by
        self.workplace.read(lambda: self._services.all(by), self._show)

    def unsaved(self) -> int:
        """Count the entry that is changed and not saved."""
        before = self._opened or RecordSource(self._code, self.form.blank, position=len(self.table.rows) + 1)
        return int(bool(self._code) and self._typed() != before)

    def save(self) -> None:
        """Save what is typed (Ctrl+S)."""
        typed = self._typed()
        if not self.unsaved():
            return
        by, at, opened = self.workplace.by, self.workplace.now(), self._opened
        self.workplace.change(
            lambda: self._services.save(by, typed, opened, at=at), self._saved, self._refused
        )

    # --- what happens

    def _look(self) -> None:
        row = self.table.current
        if row is not None and row.code != self._code and not self.unsaved():
            self._open(row, row.code)

    def _open(self, source: RecordSource | None, code: str) -> None:
        self._opened, self._code = source, code
        shown = source or RecordSource(code, self.form.blank, position=len(self.table.rows) + 1)
        self.form.show_target(shown.target)
        self._active.setChecked(shown.active)
        self._reset.setEnabled(source is not None and source.own)
        self._tell()

    def _add(self) -> None:
        if not self.unsaved():
            number = 1 + max(
                (int(one.code[4:]) for one in self.table.rows if re.fullmatch(r"own-\d{1,6}", one.code)),
                default=0,
            )
            self._open(None, f"own-{number}")
            self.form.first.setFocus()

    def _ask_reset(self) -> None:
        words, opened = self.workplace.words, self._opened
        if opened is None:
            return
        told = words(f"{_TO}sources.sure_reset", name=opened.target.name)
        doing = words(f"{_TO}sources.reset")
        if ask(words, self, doing, told, doing, dangerous=True):
            by, at, code = self.workplace.by, self.workplace.now(), opened.code
            self.workplace.change(lambda: self._services.reset(by, code, at=at), self._saved)

    def _edited(self) -> None:
        self.form.clear_wrong()
        typed = self._typed()
        if self.unsaved():
            self.workplace.keep_draft(
                ROUTE, typed.target.name, {"code": self._code, "active": typed.active, **self.form.values}
            )
        else:
            self.workplace.forget_draft(ROUTE)
        self._tell()

    # --- what comes back

    def _show(self, sources: tuple[RecordSource, ...]) -> None:
        if not isValid(self):
            return
        self.table.show_rows(sources)
        draft, self._draft = self._draft, None
        if self.form.restore(draft):
            values = getattr(draft, "values", {})
            code = str(values.get("code", ""))
            self._opened = next((one for one in sources if one.code == code), None)
            self._code = code
            self._active.setChecked(values.get("active") is not False)
            self._tell()
        elif not self.unsaved():
            chosen = next((one for one in sources if one.code == self._code), sources[0] if sources else None)
            if chosen is not None:
                self._open(chosen, chosen.code)
                self.table.mark(chosen.code)

    def _saved(self, result: RecordSource | None) -> None:
        if not isValid(self):
            return
        self.workplace.forget_draft(ROUTE)
        self._opened, self._code = result, result.code if result is not None else ""
        if result is not None:
            self.form.show_target(result.target)
            self._active.setChecked(result.active)
        self.workplace.say(self.workplace.words(f"{_TO}sources.saved"))
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, SourceInvalid):
            self.form.complain(str(error.values.get("part")), self.workplace.sentence(error))
        self.workplace.fail(error)

    def _remember(self, draft: object) -> None:
        if isValid(self):
            self._draft = draft
            self.refresh()

    # --- what is shown

    def _typed(self) -> RecordSource:
        target = self.form.target
        base = self._opened or RecordSource(self._code, target, position=len(self.table.rows) + 1)
        return replace(base, target=target, active=self._active.isChecked())

    def _tell(self) -> None:
        typed_about(self.form, f"{ROUTE}/{self._code}")
        self._save.setEnabled(self.unsaved() > 0)

    def _columns(self) -> list[Column[RecordSource]]:
        words = self.workplace.words
        used, unused = words(f"{_TO}sources.active"), words(f"{_TO}sources.inactive")
        return [
            Column("name", words(f"{_TO}sources.name"), lambda row: row.target.name),
            Column(
                "active",
                used,
                lambda row: used if row.active else unused,
                width=140,
                chip=lambda row: Chip(used, "good") if row.active else Chip(unused),
            ),
        ]

    def _build(self) -> None:
        words = self.workplace.words
        left = Panel(self.title)
        left.act(button(words(f"{_TO}sources.add"), self._add, picture="plus", name="addSource"))
        left.put(label(words(f"{_TO}sources.lead"), "caption", wrap=True))
        left.put(self.table, stretch=1)
        right = Panel(words(f"{_TO}sources.entry"))
        right.put(self.form)
        right.put(across(self._save, self._reset))
        right.content.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP + 4)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.column.addLayout(row, 1)
