"""Keeps what was told of the focus, so that only what is new of it is told."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from kiosk.ui.patron.narration.phrases import control_told, dots_told, letters_told, state_told, typed_told
from kiosk.ui.patron.narration.seen import Position, Role, Seen
from kiosk.ui.patron.narration.sight import item_seen
from kiosk.ui.patron.narration.told import NOTHING, Sayable
from kiosk.words import Wording


class FocusTold:
    """Remember the one item that has the focus, by its place in memory alone, and what was said of it."""

    def __init__(self) -> None:
        self.heading = NOTHING
        self._item: object = None
        self._seen: Seen | None = None
        self._dots = self._caret = 0
        self.missed = False  # an arrow was pressed that may have led nowhere
        self._heading_told = NOTHING

    def is_typing_in(self, item: QObject | None) -> bool:
        """Tell whether this is the field that had the focus before."""
        return self._seen is not None and self._seen.role is Role.FIELD and item is self._item

    @property
    def secret(self) -> bool:
        """Tell whether the focus is in a field that shows dots."""
        return self._seen is not None and self._seen.secret

    def entered(self) -> None:
        """Tell the focus anew: another screen is there."""
        self._item = self._seen = None
        self._heading_told = self.heading

    def withhold(self) -> None:
        """Tell nothing of the focus, and keep nothing of it."""
        self._item = self._seen = None

    def again(self, place: tuple[int, int], words: Wording, *, hides: bool) -> list[Sayable]:
        """Tell the focus once more: it is still where it was."""
        if self._seen is None or not self._seen.role.is_control:
            return []
        return [control_told(self._seen, Position(*place), words, hides=hides)]

    def told(
        self, item: QObject | None, place: tuple[int, int], words: Wording, *, hides: bool
    ) -> Iterator[Sayable]:
        """Yield what is new of the focus: another control, another state of it, or what was typed."""
        seen, dots = item_seen(item), _number(item, "length")
        before, same = self._seen, item is self._item
        dots_before, self._dots = self._dots, dots
        caret_before, self._caret = self._caret, _number(item, "cursorPosition")
        self._item, self._seen = item, seen
        if seen is None or not seen.role.is_control:
            return
        if not same or before is None:
            if self.heading and self.heading != self._heading_told:
                yield self.heading
            self._heading_told = self.heading
            yield control_told(seen, Position(*place), words, hides=hides)
        elif seen.secret:
            yield dots_told(dots_before, dots, words)
        elif seen.role is Role.FIELD and seen.value != before.value and not hides:
            yield typed_told(before.value, seen.value, words)
        elif seen.role is Role.FIELD and self._caret != caret_before and not hides:
            yield letters_told(seen.value[self._caret : self._caret + 1], words)
        elif seen.name != before.name:
            yield control_told(seen, Position(*place), words, hides=hides)
        elif seen.checked != before.checked:
            yield state_told(seen, words)
        elif seen.description != before.description:
            yield seen.description


def _number(item: QObject | None, name: str) -> int:
    """Return a number that a field has: its length is all that is looked at of a secret."""
    number = None if item is None else item.property(name)
    return number if isinstance(number, int) else 0
