"""The articles that an article leads to, chosen and shown by their titles."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.choice_box import ChoiceBox
from kiosk.ui.staff.widgets.panel import across
from kiosk.words import Wording

_KEY = Qt.ItemDataRole.UserRole
_ROWS, _ROW = 4, 34  # shown at once, and how high one is


class RelatedArticles(QWidget):
    """Keep keys in their order and show titles; `changed` tells that one was added, taken out or typed.

    An article that is no longer there is shown by its key, for nothing else is known of it.
    """

    changed = Signal()

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._titles: dict[str, str] = {}
        self.box = ChoiceBox(self)
        self.list = QListWidget(self)
        self._add = button(
            words("staff.policies.related.add"), self._added, picture="plus", name="relatedAdd"
        )
        self._out = button(words("staff.policies.related.out"), self._taken, kind="quiet", name="relatedOut")
        self._build(words)

    def keys(self) -> tuple[str, ...]:
        """Return the chosen articles' keys, in their order."""
        return tuple(str(self.list.item(row).data(_KEY)) for row in range(self.list.count()))

    @property
    def titles(self) -> Mapping[str, str]:
        """Give the titles of all that can be chosen, by key."""
        return self._titles

    @property
    def unfinished(self) -> bool:
        """Whether something is typed that was not added yet."""
        return bool(self.box.currentText().strip())

    def finish(self) -> bool:
        """Add what is typed; tell whether nothing is left of it."""
        if self.unfinished:
            self._added()
        return not self.unfinished

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these, and nothing typed beside them; nobody has changed anything by that."""
        self.box.clearEditText()
        self.list.clear()
        for key in keys:
            self._append(key)
        self._look()

    def offer(self, titles: Mapping[str, str]) -> None:
        """Offer these articles, title by key, and call the chosen ones by them; what is typed stays."""
        self._titles, typed = dict(titles), self.box.currentText()
        self.box.blockSignals(True)
        self.box.clear()
        for key, title in sorted(self._titles.items(), key=lambda one: one[1].casefold()):
            self.box.addItem(title, key)
        self.box.setCurrentIndex(-1)
        self.box.setEditText(typed)
        self.box.blockSignals(False)
        for row in range(self.list.count()):
            one = self.list.item(row)
            one.setText(self._titles.get(str(one.data(_KEY)), str(one.data(_KEY))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter in the box, take out on Delete in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._taken()
                return True
            if watched is self.box and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._added()
                return True
        return super().eventFilter(watched, event)

    def _build(self, words: Wording) -> None:
        self.box.setObjectName("related")
        self.box.setAccessibleName(words("staff.policies.related.add"))
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.box.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.list.setObjectName("relatedList")
        self.list.setAccessibleName(words("staff.policies.field.related"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(True)
        self.list.setFixedHeight(_ROWS * _ROW)
        for one in (self.box, self.list):
            one.installEventFilter(self)
        self.box.editTextChanged.connect(lambda _: self.changed.emit())
        self.list.currentRowChanged.connect(lambda _: self._look())
        choosing = across(self.box, self._add, stretch=False)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 4)
        for widget in (choosing, self.list, across(self._out)):
            column.addWidget(widget)
        self.setFocusProxy(self.box)
        self._look()

    def _append(self, key: str) -> None:
        shown = QListWidgetItem(self._titles.get(key, key))
        shown.setData(_KEY, key)
        self.list.addItem(shown)

    def _added(self) -> None:
        text = self.box.currentText().strip().casefold()
        key = next((key for key, title in self._titles.items() if title.casefold() == text), None)
        if key is None:
            return
        if key not in self.keys():
            self._append(key)
            self.changed.emit()
        self.box.setCurrentIndex(-1)
        self.box.clearEditText()

    def _taken(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.list.takeItem(row)
            self._look()
            self.changed.emit()

    def _look(self) -> None:
        self._out.setEnabled(self.list.currentRow() >= 0)
