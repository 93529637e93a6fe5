"""The typefaces the app brings along, made known to Qt."""

import logging
from collections.abc import Iterator
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.words.language_files import TYPEFACES, typefaces

FAMILY = "Atkinson Hyperlegible Next"
MONO = "Atkinson Hyperlegible Mono"
CYRILLIC = "Noto Sans"


def load_fonts() -> None:
    """Register every shipped typeface, and those of languages, with the running QGuiApplication."""
    for name, content in _font_files():
        if QFontDatabase.addApplicationFontFromData(content) < 0:
            raise UnusableFontError(name)
    others = [CYRILLIC, *_families_of_languages()]
    for family in (FAMILY, MONO):
        QFont.insertSubstitutions(family, others)


def _families_of_languages() -> list[str]:
    """Register the typefaces that languages bring along by files; one that cannot be read is left out."""
    found: dict[str, None] = {}
    for path in typefaces():
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            logging.getLogger("kiosk").warning("languages: %s is no typeface", path.name)
            continue
        found.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return list(found)


class UnusableFontError(RuntimeError):
    """A shipped typeface that Qt cannot read; its one argument is the file's name."""


def _font_files() -> Iterator[tuple[str, bytes]]:
    for entry in sorted(files("kiosk.fonts").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(TYPEFACES):
            yield entry.name, entry.read_bytes()
