"""Writes a command's file whole or not at all."""

from kiosk.whole_files import write_whole

__all__ = ["write_whole"]
