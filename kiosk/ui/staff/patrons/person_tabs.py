"""The tabs below a person's details: loans, holds, charges, remarks, the past, and what was changed."""

from PySide6.QtWidgets import QTabWidget, QWidget

from kiosk.ui.staff.patrons.opened import Opened
from kiosk.ui.staff.patrons.tab_remarks import RemarksTab
from kiosk.ui.staff.patrons.tab_trail import TrailTab
from kiosk.ui.staff.patrons.tabs_account import HoldsTab, LoansTab, MoneyTab, PastTab
from kiosk.ui.staff.workplace import Workplace


class PersonTabs(QTabWidget):
    """Each says in its name how much there is in it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("personTabs")
        self._words = workplace.words
        self.loans, self.holds, self.money = LoansTab(workplace), HoldsTab(workplace), MoneyTab(workplace)
        self.remarks, self.past, self.trail = (
            RemarksTab(workplace),
            PastTab(workplace),
            TrailTab(workplace),
        )
        named: tuple[tuple[str, QWidget], ...] = (
            ("loans", self.loans),
            ("holds", self.holds),
            ("money", self.money),
            ("remarks", self.remarks),
            ("past", self.past),
            ("trail", self.trail),
        )
        for name, tab in named:
            self.addTab(tab, self._words(f"staff.patrons.tab.{name}"))
        self.tabBar().setAccessibleName(self._words("staff.patrons.tabs"))

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
