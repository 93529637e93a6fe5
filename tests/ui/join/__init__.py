"""Joining at the kiosk."""
