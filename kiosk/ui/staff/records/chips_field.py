"""Headings as chips, each taken off by a click or Delete, with a line at their end to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.staff.records.headings import HeadingKind, RecordHeading
from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.records.completer import HeadingCompleter
from kiosk.ui.staff.records.fields import FormLine
from kiosk.ui.staff.records.flow import Flow
from kiosk.ui.staff.workplace import Workplace

_GAP = 6
_LINE = 150
_MOST_LETTERS = 46
_DIVIDER = " -- "
# A record with hundreds shows the rest in the table: each chip is a button that has to be made.
_MOST_CHIPS = 30


class ChipsField(QWidget):
    """Show headings; `removed` tells the place of one that shall go, `added` the text of a new one.

    `more_wanted` tells that somebody wants to see those that are not shown here.
    """

    removed = Signal(int)
    added = Signal(str)
    more_wanted = Signal()

    def __init__(self, workplace: Workplace, kind: HeadingKind, name: str) -> None:
        super().__init__()
        self._words = workplace.words
        self._name = name
        self._shown: tuple[RecordHeading, ...] = ()
        self._chips: list[QPushButton] = []
        self._changeable = False
        self._flow = Flow(_GAP, self)
        self.line = FormLine()
        self.line.setObjectName(f"{name}Line")
        self.line.setMinimumWidth(_LINE)
        told = self._words(f"staff.records.add.{kind}")
        self.line.setPlaceholderText(told)
        self.line.setAccessibleName(told)
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self._left)
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.completer = HeadingCompleter(workplace, self.line, kind)
        self.completer.chosen.connect(self._add)

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the headings shown."""
        return tuple(one.text for one in self._shown)

    def show_headings(self, headings: Sequence[RecordHeading], *, changeable: bool) -> None:
        """Show these headings instead; chips up to the first that says another one stay."""
        self.line.setVisible(changeable)
        if tuple(headings) == self._shown:
            return
        stay = self._alike(headings, changeable)
        self._shown, self._changeable = tuple(headings), changeable
        for chip in self._chips[stay:]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[stay:]
        self._chips += [self._chip(one, changeable) for one in self._shown[stay:_MOST_CHIPS]]
        if len(self._shown) > _MOST_CHIPS:
            self._chips.append(self._more(len(self._shown) - _MOST_CHIPS))
        before = self._chips[stay - 1] if stay else self._one_before()
        for place, chip in enumerate(self._chips[stay:], stay):
            self._flow.insert(place, chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self.updateGeometry()

    def _alike(self, headings: Sequence[RecordHeading], changeable: bool) -> int:
        """Count the chips at the beginning that would be made just as they are."""
        if changeable is not self._changeable:
            return 0
        pairs = zip(self._shown[:_MOST_CHIPS], headings[:_MOST_CHIPS], strict=False)
        other = (place for place, (old, new) in enumerate(pairs) if old.text != new.text)
        return next(other, min(len(self._shown), len(headings), _MOST_CHIPS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a chip off by Delete or Backspace."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if event.key() in keys and watched in self._chips[:_MOST_CHIPS]:
                self._remove(watched)
                return True
        return False

    def _chip(self, heading: RecordHeading, changeable: bool) -> QPushButton:
        shown = heading.text.replace(_DIVIDER, ": ")
        text = shown if len(shown) <= _MOST_LETTERS else f"{shown[: _MOST_LETTERS - 1]}…"
        chip = QPushButton(text.replace("&", "&&") + ("  " if changeable else ""), self)
        chip.setProperty("kind", "chip")
        chip.setObjectName(f"{self._name}Chip")
        chip.setToolTip(heading.text)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self._words("staff.records.take_off", heading=heading.text))
        if changeable:
            chip.setIcon(icon("close"))
            chip.setIconSize(QSize(11, 11))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.clicked.connect(lambda: self._remove(chip))
            chip.installEventFilter(self)
        chip.setEnabled(changeable)
        return chip

    def _one_before(self) -> QWidget:
        """Return what Tab comes from: labels and widgets that hand the keyboard on are passed over."""
        before = self.line.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        return before or self.line

    def _more(self, count: int) -> QPushButton:
        """Make the chip that stands for all those that a form has no room for."""
        chip = QPushButton(self._words.count("staff.records.more_headings", count), self)
        chip.setProperty("kind", "chip")
        chip.setObjectName(f"{self._name}More")
        chip.setAccessibleName(chip.text())
        chip.setAutoDefault(False)
        chip.clicked.connect(self.more_wanted)
        return chip

    def _remove(self, chip: QObject) -> None:
        """Tell the place that the chip's heading has now: fields that came before it have moved it."""
        place = self._shown[self._chips.index(chip)].place  # type: ignore[arg-type]  # one of the chips
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(place)

    def finish(self) -> None:
        """Add what was typed and not entered yet."""
        if self.line.text().strip():
            self._add(self.line.text())

    def _left(self) -> None:
        """Take over what was typed when one goes on, but not while its completions are looked through."""
        if not self.completer.is_open:
            self.finish()

    def _entered(self) -> None:
        self._add(self.completer.marked or self.line.text())

    def _add(self, text: str) -> None:
        self.completer.close()
        self.line.clear()
        if text.strip():
            self.added.emit(text.strip())
