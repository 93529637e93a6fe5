"""Asks where a file shall go, makes it off the GUI thread, and tells that it is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kiosk.ui.staff.workplace import Workplace
from kiosk.whole_files import write_whole


def save_made(
    workplace: Workplace, parent: QWidget, name: str, ending: str, make: Callable[[], bytes]
) -> None:
    """Ask for a file of that ending and write what is made; nothing happens where none is named."""
    words = workplace.words
    kinds = f"{ending.upper()} (*.{ending})"
    chosen, _ = QFileDialog.getSaveFileName(parent, words("staff.patrons.save_as"), f"{name}.{ending}", kinds)
    if not chosen:
        return
    path = Path(chosen if chosen.lower().endswith(f".{ending}") else f"{chosen}.{ending}")

    def write() -> Path:
        write_whole(path, make())
        return path

    workplace.change(write, lambda done: workplace.say(words("staff.patrons.saved_as", file=done.name)))
