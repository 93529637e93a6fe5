"""Gathers what the database knows and puts the question to the rules; nothing else decides."""

from kiosk.decisions.deciding import Decider, only_item
from kiosk.decisions.libraries import LibraryCache

__all__ = ["Decider", "LibraryCache", "only_item"]
