"""The typefaces the app brings along, made known to Qt."""

from collections.abc import Iterator
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"
MONO = "Atkinson Hyperlegible Mono"
CYRILLIC = "Noto Sans"


def load_fonts() -> None:
    """Register every shipped typeface with the running QGuiApplication."""
    for name, content in _font_files():
        if QFontDatabase.addApplicationFontFromData(content) < 0:
            raise UnusableFontError(name)
    for family in (FAMILY, MONO):
        QFont.insertSubstitutions(family, [CYRILLIC])


class UnusableFontError(RuntimeError):
    """A shipped typeface that Qt cannot read; its one argument is the file's name."""


def _font_files() -> Iterator[tuple[str, bytes]]:
    for entry in sorted(files("kiosk.fonts").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".ttf"):
            yield entry.name, entry.read_bytes()
