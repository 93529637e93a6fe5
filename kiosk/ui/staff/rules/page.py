"""Rules and calendar: one page of the rail, a tab each."""

from kiosk.ui.staff.calendar.part import CalendarPart
from kiosk.ui.staff.rules.part import RulesPart
from kiosk.ui.staff.settings.tabs import Tab, TabsPage
from kiosk.ui.staff.workplace import Workplace


def rules_page(workplace: Workplace) -> TabsPage:
    """Make the page."""
    tabs = (Tab("matrix", "staff.rules", RulesPart), Tab("calendar", "staff.calendar", CalendarPart))
    return TabsPage(workplace, "rules", tabs)
