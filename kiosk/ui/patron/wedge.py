"""Tells a scanner that types like a keyboard from a person who types, by speed; free of Qt.

Keys closer together than a person can type, enough of them and ended by the scanner's end key,
are a scan. They are held back until that is known, and given back as typed when they are not. Where
letters are written in the open the first goes ahead, so that nobody waits for what they type: it is
taken back when a scan it was.
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
    short; ``swallow`` says that the press itself goes no further now, ``ahead`` that it goes on but
    may be the first of a scan, and ``retract`` that the one that went ahead was.
    """

    replay: tuple[Stroke, ...] = ()
    scan: str | None = None
    partial: bool = False
    swallow: bool = False
    ahead: bool = False
    retract: bool = False


class KeyWedge:
    """Holds back strokes while they may be a scan. Times are milliseconds of one clock."""

    def __init__(self, settings: ScannerSettings) -> None:
        self._settings = settings
        self._held: list[Stroke] = []
        self._ahead: Stroke | None = None
        self._last = 0

    @property
    def holding(self) -> bool:
        """Tell whether strokes are held back."""
        return bool(self._held)

    def press(self, stroke: Stroke, at: int, *, open_field: bool = False) -> Verdict:
        """Take one press and say what becomes of it and of those held."""
        earlier = self.idle(at)
        if stroke.ends:
            return self._ended(stroke, earlier)
        if not stroke.printable:
            held = (*earlier, *self._let_go())
            return Verdict((*held, stroke), swallow=True) if held else Verdict()
        self._last = at
        if open_field and self._ahead is None and not self._held:
            self._ahead = stroke
            # What is given back comes before it, and so it is given back itself.
            return Verdict((*earlier, stroke) if earlier else (), swallow=bool(earlier), ahead=True)
        self._held.append(stroke)
        return Verdict(earlier, swallow=True)

    def idle(self, at: int) -> tuple[Stroke, ...]:
        """Return the strokes to give back because none has followed in time."""
        if at - self._last > self._settings.key_gap_ms:
            return self._let_go()
        return ()

    def _ended(self, stroke: Stroke, earlier: tuple[Stroke, ...]) -> Verdict:
        first = (self._ahead,) if self._ahead else ()
        strokes = (*first, *self._held)
        if len(strokes) >= _FEWEST_OF_A_SCANNER:
            self._let_go()
            code = "".join(one.text for one in strokes).removeprefix(self._settings.prefix)
            code = code.removesuffix(self._settings.suffix)
            whole = len(strokes) >= self._settings.shortest
            return Verdict(
                earlier,
                scan=code if whole else None,
                partial=not whole,
                swallow=True,
                retract=bool(first),
            )
        held = (*earlier, *self._let_go())
        return Verdict((*held, stroke), swallow=True) if held else Verdict()

    def _let_go(self) -> tuple[Stroke, ...]:
        held, self._held, self._ahead = tuple(self._held), [], None
        return held
