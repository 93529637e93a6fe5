"""What was typed and cannot be: it stays as it was typed, with its reason, until somebody mends it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.settings.leaves import Path
from kiosk.ui.staff.settings.telling import refusal_told
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text as somebody typed it, and why it cannot be."""

    text: str
    reason: str


class Refusals:
    """Keep refusals by the paths of their values, the latest last."""

    def __init__(self) -> None:
        self._typed: dict[Path, str] = {}
        self._found: dict[Path, Refusal] = {}

    def __len__(self) -> int:
        return len(self._found)

    def below(self, element: Path) -> dict[Path, Refusal]:
        """Return the refusals of an element by the ends of their paths."""
        many = len(element)
        return {path[many:]: one for path, one in self._found.items() if path[:many] == element}

    def holds(self, path: Path, text: str) -> bool:
        """Tell whether that text was refused there already."""
        return path in self._found and self._found[path].text == text

    def type_in(self, texts: Mapping[Path, str]) -> bool:
        """Have texts typed instead of what was refused there; tell whether anything was."""
        self._typed |= texts
        gone = [path for path in texts if self._found.pop(path, None) is not None]
        return bool(gone)

    def unreadable(self, path: Path, refusal: Refusal) -> None:
        """Keep a text that means no value at all."""
        self._found.pop(path, None)
        self._found[path] = refusal

    def refuse(self, errors: Mapping[Path, SettingsInvalid], words: Wording) -> str:
        """Keep what was typed at these paths; return the first reason, empty where nothing was typed."""
        told = {
            path: refusal_told(path, error, words) for path, error in errors.items() if path in self._typed
        }
        for path, reason in told.items():
            self.unreadable(path, Refusal(self._typed[path], reason))
        return next(iter(told.values()), "")

    def take_back(self) -> bool:
        """Forget what was refused last; tell whether there was anything."""
        if self._found:
            self._found.popitem()
            return True
        return False
