"""The audit trail: who did what to what when, narrowed by account, act, thing and days."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QVBoxLayout, QWidget

from kiosk.model.staff_errors import RuleValueUnreadable
from kiosk.staff.rules.values import typed
from kiosk.staff.settings.trail import TrailFilter, TrailNames, ValueChange, changes_of
from kiosk.storage import AuditEntry
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.columns import Asked, Column
from kiosk.ui.staff.widgets.form import mark_wrong
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words.done import act_name, thing_name


class TrailPart(QWidget):
    """List entries page by page; below stands what the marked one changed, before and after."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self._began = False
        words = workplace.words
        self.account, self.act = self._box("trailAccount"), self._box("trailAct")
        self.subject, self.first, self.last = (
            self._line(name) for name in ("trailSubject", "trailFrom", "trailTo")
        )
        self.list: DataTable[AuditEntry] = DataTable(
            workplace, self._columns(), name="trail", filtered=False, key=lambda one: one.id
        )
        self.list.chosen.connect(self._show_entry)
        self.list.loaded.connect(self._mark_first)
        self.changes: DataTable[ValueChange] = DataTable(
            workplace, self._change_columns(), name="trailChanges", filtered=False, csv=False
        )
        self.changes.view.setAccessibleName(words("staff.trail.changes"))
        seeks(self)
        listed, changed = Panel(words("staff.trail")), Panel(words("staff.trail.changes"))
        listed.put(self._filters())
        listed.put(self.list, stretch=1)
        changed.put(self.changes, stretch=1)
        self._why = label("", "caption", wrap=True, name="trailWhy")
        changed.put(self._why)
        parted = QSplitter(Qt.Orientation.Vertical)
        parted.setChildrenCollapsible(False)
        parted.setHandleWidth(GAP + 4)
        parted.addWidget(listed)
        parted.addWidget(changed)
        parted.setSizes([460, 240])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parted, 1)

    def open(self) -> None:
        """Read the trail when it is first shown."""
        if not self._began:
            self._began = True
            trail, by = self.workplace.services.trail, self.workplace.by
            self.workplace.read(lambda: trail.names(by), self._offer)
            self.refresh()

    def refresh(self) -> None:
        """Read the entries that the filters leave."""
        wanted = self._wanted()
        if wanted is None:
            return
        trail, by = self.workplace.services.trail, self.workplace.by

        def load(asked: Asked[AuditEntry]) -> tuple[AuditEntry, ...]:
            return trail.entries(by, wanted, limit=asked.limit, behind=asked.after)

        self.list.follow(load)

    def save(self) -> None:
        """Do nothing: nobody changes the trail."""

    def undo(self) -> None:
        """Do nothing: nobody changes the trail."""

    def unsaved(self) -> int:
        """Return 0."""
        return 0

    def _wanted(self) -> TrailFilter | None:
        days: list[date | None] = []
        for field in (self.first, self.last):
            try:
                found = typed("fixed_due_date", field.text(), self.workplace.words, "EUR")
            except RuleValueUnreadable:
                mark_wrong(field, True)
                return None
            mark_wrong(field, False)
            days.append(found if isinstance(found, date) else None)
        subject, _, number = self.subject.text().strip().partition(" ")
        return TrailFilter(
            account=self.account.currentText().strip() or None,
            act=_code(self.act),
            subject=subject or None,
            subject_id=int(number) if number.isascii() and number.isdecimal() and len(number) < 18 else None,
            first=days[0],
            last=days[1],
        )

    def _offer(self, names: TrailNames) -> None:
        acts = sorted((act_name(act, self.workplace.words), act) for act in names.acts)
        accounts = [(name, name) for name in names.accounts]
        for box, found in ((self.account, accounts), (self.act, acts)):
            typed_already = box.currentText()
            box.blockSignals(True)
            box.clear()
            for shown, code in [("", ""), *found]:
                box.addItem(shown, code)
            box.setCurrentText(typed_already)
            box.blockSignals(False)

    def _mark_first(self) -> None:
        if self.list.rows and self.list.current is None:
            self.list.view.selectRow(0)
        self._show_entry()

    def _show_entry(self) -> None:
        entry, words = self.list.current, self.workplace.words
        self.changes.show_rows(changes_of(entry) if entry is not None else ())
        told = []
        if entry is not None and entry.reason:
            told.append(words("staff.trail.reason", reason=entry.reason))
        if entry is not None and entry.overridden:
            told.append(words("staff.trail.overridden", codes=", ".join(entry.overridden)))
        self._why.setText(" ".join(told))

    def _columns(self) -> tuple[Column[AuditEntry], ...]:
        words = self.workplace.words

        def subject(one: AuditEntry) -> str:
            return thing_name(one.subject, one.subject_id, words)

        def act(one: AuditEntry) -> str:
            return act_name(one.act, words)

        return (
            Column(
                "at",
                words("staff.trail.at"),
                lambda one: f"{words.dated(one.at, 'numeric')} {words.clock(one.at)}",
                width=150,
                sortable=False,
            ),
            Column(
                "account", words("staff.trail.account"), lambda one: one.account, width=110, sortable=False
            ),
            Column("act", words("staff.trail.act"), act, sortable=False),
            Column("subject", words("staff.trail.subject"), subject, sortable=False),
            Column("reason", words("staff.trail.why"), lambda one: one.reason or "", sortable=False),
        )

    def _change_columns(self) -> tuple[Column[ValueChange], ...]:
        words = self.workplace.words
        return (
            Column("what", words("staff.trail.what"), lambda one: one.path),
            Column("before", words("staff.trail.before"), lambda one: one.before),
            Column("after", words("staff.trail.after"), lambda one: one.after),
        )

    def _filters(self) -> QWidget:
        words = self.workplace.words
        fields: tuple[tuple[str, QWidget], ...] = (
            ("account", self.account),
            ("act", self.act),
            ("subject", self.subject),
            ("from", self.first),
            ("to", self.last),
        )
        for key, field in fields:
            told = words(f"staff.trail.{key}")
            field.setAccessibleName(told)
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(told)
            elif isinstance(field, QComboBox) and (line := field.lineEdit()) is not None:
                line.setPlaceholderText(told)
        return across(*(field for _key, field in fields), stretch=False)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setObjectName(name)
        box.setMinimumWidth(168)
        box.currentTextChanged.connect(lambda _: self._again())
        return box

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setMaxLength(60)
        line.textChanged.connect(lambda _: self._again())
        return line

    def _again(self) -> None:
        if self._began:
            self.refresh()


def _code(box: QComboBox) -> str | None:
    """Return the code of what is chosen in the box, or what was typed into it."""
    typed = box.currentText().strip()
    place = box.findText(typed)
    return (str(box.itemData(place)) if place >= 0 else typed) or None
