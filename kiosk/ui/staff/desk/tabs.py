"""The desk and its lists behind tabs: a list is read when it comes to the front."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kiosk.storage import KeptItem, Pull
from kiosk.ui.staff.desk.lists_view import WalkingList, pull_list, shelf_list, travel_list
from kiosk.ui.staff.workplace import Workplace

DESK = "desk"
_LISTS = ("pull", "shelf", "travels")


class DeskTabs(QWidget):
    """Show the desk or a list, and a corner beside the tabs.

    `looked` tells the barcode of a row that somebody opens, `turned` a tab.
    """

    looked = Signal(str)
    turned = Signal(str)

    def __init__(self, workplace: Workplace, corner: QWidget) -> None:
        super().__init__()
        self._workplace, self._words = workplace, workplace.words
        self.pull: WalkingList[Pull]
        self.shelf: WalkingList[KeptItem]
        self.travels: WalkingList[KeptItem]
        self._lists: dict[str, WalkingList[Pull] | WalkingList[KeptItem]] = {}
        self.names: Sequence[str] = (DESK, *_LISTS)
        self.bar = QTabBar()
        self._stack = QStackedWidget()
        self._build(corner)

    def put(self, page: QWidget) -> None:
        """Put what the next tab shows behind the others: the desk first."""
        self._stack.addWidget(page)

    def parts(self) -> Iterator[None]:
        """Make the lists one by one, once the desk is there."""
        self.pull = pull_list(self._workplace)
        self._add("pull", self.pull)
        yield
        self.shelf = shelf_list(self._workplace)
        self._add("shelf", self.shelf)
        yield
        self.travels = travel_list(self._workplace)
        self._add("travels", self.travels)
        yield
        self.pull.activated.connect(lambda pull: self.looked.emit(pull.copy.item.barcode))
        for kept in (self.shelf, self.travels):
            kept.activated.connect(lambda row: self.looked.emit(row.barcode))
        self.bar.currentChanged.connect(self._turn)

    def _add(self, name: str, one: "WalkingList[Pull] | WalkingList[KeptItem]") -> None:
        self._lists[name] = one
        one.counted.connect(partial(self._count, name))
        self.put(one)

    @property
    def name(self) -> str:
        """Give the tab in front."""
        return self.names[self.bar.currentIndex()]

    def turn_to(self, name: str) -> None:
        """Bring a tab to the front."""
        self.bar.setCurrentIndex(self.names.index(name))

    def refresh(self) -> None:
        """Read the list in front again."""
        if self.name in self._lists:
            self._lists[self.name].refresh()

    def _build(self, corner: QWidget) -> None:
        self.bar.setObjectName("deskTabs")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setAccessibleName(self._words("staff.page.desk"))
        for name in self.names:
            self.bar.addTab(self._words(f"staff.desk.tab.{name}"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.bar)
        top.addStretch(1)
        top.addWidget(corner)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._step, step))

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.refresh()
        self.turned.emit(self.name)

    def _step(self, by: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def _count(self, name: str, count: int) -> None:
        text = self._words(f"staff.desk.tab.{name}")
        self.bar.setTabText(self.names.index(name), f"{text} ({count})" if count else text)
