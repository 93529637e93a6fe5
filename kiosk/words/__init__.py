"""Every word a person reads, by key, in every language: screens, receipts, letters and commands alike."""

from kiosk.words.catalogue import Catalogue, available_languages, load_catalogue
from kiosk.words.wording import Wording, forget_written, wording

__all__ = ["Catalogue", "Wording", "available_languages", "forget_written", "load_catalogue", "wording"]
