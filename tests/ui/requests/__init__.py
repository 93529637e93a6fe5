"""Asking the library for something at the kiosk."""
