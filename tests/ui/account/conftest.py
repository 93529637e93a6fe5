"""The kiosk of the Borrow tests, for the account and for returns."""

from tests.ui.borrow.conftest import finger, open_kiosk

__all__ = ["finger", "open_kiosk"]
