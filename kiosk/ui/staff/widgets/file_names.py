"""Suggests what a file is called that a list or a report is written to."""

from datetime import date

from PySide6.QtWidgets import QWidget

_REFUSED = frozenset('<>:"/\\|?*')


def suggested_name(said: str, day: date, ending: str) -> str:
    """Return what it is and its day with the ending, without characters that a system refuses in names."""
    clean = "".join(" " if char in _REFUSED or not char.isprintable() else char for char in said)
    return f"{' '.join([*clean.split(), day.isoformat()])}.{ending}"


def name_around(widget: QWidget) -> str:
    """Return the name by which a screen reader knows the nearest part around that has one."""
    around: QWidget | None = widget
    while around is not None:
        if around.accessibleName():
            return around.accessibleName()
        around = around.parentWidget()
    return ""
