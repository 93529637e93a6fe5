"""The tabs below a person's details: loans, holds, charges, remarks, the past, and what was changed."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

from kiosk.ui.staff.patrons.opened import Opened
from kiosk.ui.staff.patrons.tab_remarks import RemarksTab
from kiosk.ui.staff.patrons.tab_trail import TrailTab
from kiosk.ui.staff.patrons.tabs_account import HoldsTab, LoansTab, MoneyTab, PastTab
from kiosk.ui.staff.workplace import Workplace

T = TypeVar("T", bound=QWidget)


class PersonTabs(QTabWidget):
    """Each says in its name how much there is in it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("personTabs")
        self._workplace, self._words = workplace, workplace.words
        self.tabBar().setAccessibleName(self._words("staff.patrons.tabs"))

    def parts(self) -> Iterator[None]:
        """Make the tabs one by one."""
        place = self._workplace
        self.loans = self._added("loans", LoansTab(place))
        yield
        self.holds = self._added("holds", HoldsTab(place))
        yield
        self.money = self._added("money", MoneyTab(place))
        yield
        self.remarks = self._added("remarks", RemarksTab(place))
        yield
        self.past = self._added("past", PastTab(place))
        yield
        self.trail = self._added("trail", TrailTab(place))
        yield

    def _added(self, name: str, tab: T) -> T:
        self.addTab(tab, self._words(f"staff.patrons.tab.{name}"))
        return tab

    def show_opened(self, opened: Opened) -> None:
        """Show what was read."""
        counts = {
            "loans": self.loans.show_account(opened.account),
            "holds": self.holds.show_account(opened.account),
            "money": self.money.show_account(opened.account),
            "remarks": self.remarks.show_page(opened.page),
            "past": self.past.show_account(opened.account),
        }
        for place, (name, count) in enumerate(counts.items()):
            told = self._words(f"staff.patrons.tab.{name}")
            self.setTabText(place, f"{told} ({count})" if count else told)
        self.trail.show_lines(opened.trail)
