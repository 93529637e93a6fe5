"""Keeps what was told of the screen, so that only what is new of it is told."""

from PySide6.QtCore import QObject

from kiosk.ui.patron.narration.focus_told import FocusTold
from kiosk.ui.patron.narration.news import Look
from kiosk.ui.patron.narration.privacy import Privacy
from kiosk.ui.patron.narration.told import Sayable
from kiosk.words import Wording

_NOTHING = Look()


class ScreenTold:
    """Compare each look with the one before; back from a dialog, with the page as it was behind it."""

    def __init__(self) -> None:
        self.focus = FocusTold()
        self._before = self._behind = _NOTHING
        self._withheld = False

    @property
    def in_dialog(self) -> bool:
        """Tell whether a dialog was in front."""
        return self._before.in_dialog

    def is_in_front(self, dialog: str) -> bool:
        """Tell whether the dialog of that name was in front."""
        return self._before.is_dialog(dialog)

    def new(
        self,
        look: Look,
        item: QObject | None,
        place: tuple[int, int],
        privacy: Privacy,
        words: Wording,
        *,
        counting: bool,
    ) -> list[Sayable]:
        """Return what is new: above the page, on it, and of the focus; what may not be heard is not in it."""
        before, self._before = self._before, look
        if look.in_dialog and not before.in_dialog:
            self._behind = before
        elif before.in_dialog and look.scope == self._behind.scope:
            before = self._behind
            self.focus.entered()
        self.focus.heading = look.heading
        alerts: list[Sayable] = [] if privacy.alerts_withheld else [*look.alerts_since(before)]
        withheld = privacy.page_withheld and not look.is_dialog(words("idle.title"))
        entered = look.scope != before.scope or withheld != self._withheld
        self._withheld = withheld
        if withheld:
            self.focus.withhold()
            return [*alerts, words("narration.private")] if entered else alerts
        if entered:
            self.focus.entered()
            new = look.texts
        else:
            new = look.news_since(before, counting=counting)
        typing = self.focus.is_typing_in(item)
        focus = [*self.focus.told(item, place, words, hides=privacy.typing_withheld)]
        told = [*alerts, *focus, *new] if typing else [*alerts, *new, *focus]
        if not told and self.focus.missed:
            told = self.focus.again(place, words, hides=privacy.typing_withheld)
        self.focus.missed = False
        return told
