"""Which day it is for the library."""

from datetime import date

from kiosk.membership.carrying_out import local_day
from kiosk.ui.staff.workplace import Workplace


def today_of(workplace: Workplace) -> date:
    """Return the day by the library's clock."""
    return local_day(workplace.library, workplace.now())
