"""The history of a record: who made it what it is, field by field, and any of that again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from kiosk.staff.records.comparing import Change
from kiosk.staff.records.history import PastRecord
from kiosk.ui.staff.records.difference_rows import act_told, field_told
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class HistoryDialog(QDialog):
    """Show versions at the left and what the marked one changed at the right; `chosen` is what to restore."""

    def __init__(
        self,
        workplace: Workplace,
        title: str,
        versions: tuple[PastRecord, ...],
        *,
        may: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.chosen: PastRecord | None = None
        words = workplace.words
        self._words = words
        self._latest = versions[0].number if versions else 0
        self._may = may
        self.setWindowTitle(words("staff.records.history"))
        self.resize(1180, 560)
        self.versions = DataTable(workplace, self._version_columns(), name="versions", filtered=False)
        self.changes = DataTable(workplace, self._change_columns(), name="changes", filtered=False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.versions)
        split.addWidget(self.changes)
        split.setSizes([530, 590])
        split.setChildrenCollapsible(False)
        self.restore = button(
            words("staff.records.history.restore"), self._restore, kind="primary", name="restore"
        )
        leave = button(words("staff.close"), self.reject, name="leave")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(label(title, "heading"))
        column.addWidget(
            label(
                words("staff.records.history.told" if versions else "staff.records.history.none"),
                "caption",
                wrap=True,
            )
        )
        column.addWidget(split, 1)
        column.addWidget(across(self.restore, leave))
        self.versions.chosen.connect(self._look)
        self.versions.show_rows(versions)
        if versions:
            self.versions.view.selectRow(0)
            self.versions.view.setFocus()
        self._look()

    def _version_columns(self) -> list[Column[PastRecord]]:
        words = self._words
        return [
            Column(
                "at",
                words("staff.records.history.at"),
                lambda one: words.moment(one.at),
                sort=lambda one: one.at,
            ),
            Column("by", words("staff.records.history.by"), self._who, width=96),
            Column(
                "act", words("staff.records.history.act"), lambda one: act_told(one.act, words), width=136
            ),
        ]

    def _change_columns(self) -> list[Column[Change]]:
        words = self._words
        return [
            Column("tag", words("staff.records.marc.column0"), lambda one: one.tag, "mono", 64),
            Column(
                "before", words("staff.records.history.before"), lambda one: field_told(one.before, words)
            ),
            Column("after", words("staff.records.history.after"), lambda one: field_told(one.after, words)),
        ]

    def _who(self, version: PastRecord) -> str:
        return version.account or self._words("staff.records.history.nobody")

    def _marked(self) -> PastRecord | None:
        return next(iter(self.versions.marked), None)

    def _look(self) -> None:
        marked = self._marked()
        self.changes.show_rows(marked.changes if marked is not None else ())
        self.restore.setEnabled(self._may and marked is not None and marked.number != self._latest)

    def _restore(self) -> None:
        self.chosen = self._marked()
        self.accept()
