"""Tells a scanner that types like a keyboard from a person who types, by speed; free of Qt.

Keys closer together than a person can type, enough of them and ended by the scanner's end key,
are a scan. They are held back until that is known, and given back as typed when they are not.
"""

from dataclasses import dataclass

from kiosk.settings import ScannerSettings

# Three keys in a burst that an end key closes were no person's, but too few for a code.
_FEWEST_OF_A_SCANNER = 3


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key pressed: Qt's key code and modifiers, and the text it makes ('' for none)."""

    key: int
    modifiers: int
    text: str
    ends: bool = False

    @property
    def printable(self) -> bool:
        """Tell whether it makes a visible character."""
        return len(self.text) == 1 and self.text.isprintable()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a key press comes to.

    ``replay`` are strokes to give back in order, ``scan`` a whole code, ``partial`` one that is too
    short; ``swallow`` says that the press itself goes no further now.
    """

    replay: tuple[Stroke, ...] = ()
    scan: str | None = None
    partial: bool = False
    swallow: bool = False


class KeyWedge:
    """Holds back strokes while they may be a scan. Times are milliseconds of one clock."""

    def __init__(self, settings: ScannerSettings) -> None:
        self._settings = settings
        self._held: list[Stroke] = []
        self._last = 0

    @property
    def holding(self) -> bool:
        """Tell whether strokes are held back."""
        return bool(self._held)

    def press(self, stroke: Stroke, at: int) -> Verdict:
        """Take one press and say what becomes of it and of those held."""
        earlier = self.idle(at)
        if stroke.ends:
            return self._ended(stroke, earlier)
        if stroke.printable:
            self._held.append(stroke)
            self._last = at
            return Verdict(earlier, swallow=True)
        held = (*earlier, *self._let_go())
        return Verdict((*held, stroke), swallow=True) if held else Verdict()

    def idle(self, at: int) -> tuple[Stroke, ...]:
        """Return the strokes to give back because none has followed in time."""
        if self._held and at - self._last > self._settings.key_gap_ms:
            return self._let_go()
        return ()

    def _ended(self, stroke: Stroke, earlier: tuple[Stroke, ...]) -> Verdict:
        code = "".join(held.text for held in self._held)
        count = len(self._held)
        if count >= self._settings.shortest:
            self._let_go()
            return Verdict(earlier, scan=code.removeprefix(self._settings.prefix), swallow=True)
        if count >= _FEWEST_OF_A_SCANNER:
            self._let_go()
            return Verdict(earlier, partial=True, swallow=True)
        held = (*earlier, *self._let_go())
        return Verdict((*held, stroke), swallow=True) if held else Verdict()

    def _let_go(self) -> tuple[Stroke, ...]:
        held, self._held = tuple(self._held), []
        return held
