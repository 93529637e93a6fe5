"""The Find pages' kiosk."""

from tests.ui.finding import built_library, finger, open_finding

__all__ = ["built_library", "finger", "open_finding"]
