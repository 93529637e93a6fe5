"""What the library does once a day: one step a module, safe twice, late or never."""

from kiosk.circulation.nightly.job import Nightly, NightlyReport
from kiosk.circulation.nightly.step import Night, Step

__all__ = ["Night", "Nightly", "NightlyReport", "Step"]
