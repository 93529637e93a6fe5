"""Which service keeps a part of the settings, which right changes it, and what is hidden without that."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from kiosk.model.library import Library
from kiosk.staff.rights import Right
from kiosk.staff.settings.changing import LastChange, Saved
from kiosk.staff.settings.leaves import Edits
from kiosk.staff.signed_in import SignedIn


class Keeper(Protocol):
    """A service that keeps a part of the library's configuration."""

    def library(self, by: SignedIn, /) -> Library: ...
    def save(self, by: SignedIn, /, opened: Library, edits: Edits) -> Saved: ...
    def last_change(self, by: SignedIn, /) -> LastChange | None: ...
    def undo(self, by: SignedIn, /, entry: int) -> Saved: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """Which service keeps a part, which right changes it, and under which name its draft lies."""

    service: Keeper
    right: Right
    form: str


def hide_unless(widget: QWidget, shown: bool) -> None:
    """Hide a widget that is not to be seen; showing one that lies nowhere yet would make it a window."""
    if not shown:
        widget.hide()
