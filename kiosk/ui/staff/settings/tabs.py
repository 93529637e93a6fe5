"""A page of several parts under tabs, each made when it is first shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, cast, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QTabBar, QWidget

from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.workplace import Workplace


class Part(Protocol):
    """What a tab holds: it answers to the keys of the frame as a page does."""

    def open(self) -> None: ...
    def refresh(self) -> None: ...
    def save(self) -> None: ...
    def undo(self) -> None: ...
    def unsaved(self) -> int: ...


@runtime_checkable
class BuiltAhead(Protocol):
    """A part with something that can be built, in pieces, before it is opened."""

    def ahead(self) -> Iterator[None]: ...


@dataclass(frozen=True, slots=True)
class Tab:
    """A part by the end of its route, and the word it is called by."""

    key: str
    word: str
    make: Callable[[Workplace], QWidget]


_FEW = 4
_SIDE = 168


class TabsPage(StaffPage):
    """Show one part at a time; Ctrl+Tab goes on, and a route may name one: "rules/calendar".

    A few parts stand above as tabs, more of them in a list at the left.
    """

    def __init__(self, workplace: Workplace, route: str, tabs: Sequence[Tab]) -> None:
        super().__init__(workplace, workplace.words(f"staff.page.{route}"))
        self._tabs = tuple(tabs)
        self._made: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        self._aside = len(self._tabs) > _FEW
        self.tabs = QTabBar()
        self.side = QListWidget()
        for tab in self._tabs:
            word = workplace.words(tab.word)
            if self._aside:
                self.side.addItem(word)
            else:
                self.tabs.addTab(word.replace("&", "&&"))
        self._dress()
        self.column.setSpacing(10)
        QShortcut(QKeySequence("Ctrl+Tab"), self, lambda: self.go_on(1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, lambda: self.go_on(-1))

    def _dress(self) -> None:
        for one in (self.tabs, self.side):
            one.setObjectName("tabs")
            one.setAccessibleName(self.title)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.side.setFixedWidth(_SIDE)
        row = QHBoxLayout()
        row.setSpacing(18)
        if self._aside:
            row.addWidget(self.side)
        elif len(self._tabs) > 1:
            self.column.addWidget(self.tabs)
        row.addWidget(self.stack, 1)
        self.column.addLayout(row, 1)
        self.tabs.currentChanged.connect(self._show)
        self.side.currentRowChanged.connect(self._show)

    @property
    def part(self) -> Part | None:
        """Give the part in front."""
        return cast("Part | None", self.stack.currentWidget())

    def ahead(self) -> Iterator[None]:
        """Make each part and put it behind the others."""
        for tab in self._tabs:
            if tab.key in self._made:
                continue
            part = self._made[tab.key] = tab.make(self.workplace)
            yield
            self._behind(tab)
            yield
            if isinstance(part, BuiltAhead):
                yield from part.ahead()

    def open(self, rest: str) -> None:
        """Show the part that the route names, else the one shown last."""
        named = rest.partition("/")[0]  # behind it may stand what is under the pen there
        place = next((n for n, tab in enumerate(self._tabs) if tab.key == named), max(self.place, 0))
        self._go_to(place)
        self._show(place)

    def go_on(self, step: int) -> None:
        """Show the next part, or the one before."""
        self._go_to((self.place + step) % len(self._tabs))

    def refresh(self) -> None:
        """Have the part in front read again."""
        if self.part is not None:
            self.part.refresh()

    def save(self) -> None:
        """Have the part in front save."""
        if self.part is not None:
            self.part.save()

    def undo(self) -> None:
        """Have the part in front take back its last change."""
        if self.part is not None:
            self.part.undo()

    def unsaved(self) -> int:
        """Count what is not saved on all parts."""
        return sum(cast(Part, one).unsaved() for one in self._made.values())

    @property
    def place(self) -> int:
        """Give the place of the part in front."""
        return self.side.currentRow() if self._aside else self.tabs.currentIndex()

    def _go_to(self, place: int) -> None:
        if self._aside:
            self.side.setCurrentRow(place)
        else:
            self.tabs.setCurrentIndex(place)

    def _show(self, place: int) -> None:
        if place < 0:
            return
        tab = self._tabs[place]
        if tab.key not in self._made:
            self._made[tab.key] = tab.make(self.workplace)
        self._behind(tab)
        self.stack.setCurrentWidget(self._made[tab.key])
        self.entitle(self.title, self.workplace.words(tab.word))
        if self.part is not None:
            self.part.open()

    def _behind(self, tab: Tab) -> None:
        if self.stack.indexOf(self._made[tab.key]) < 0:
            self.stack.addWidget(self._made[tab.key])
