"""The view model of being told the screen: the curtain, and what the keys of a keypad aim at."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class NarrationViewModel(QObject):  # type: ignore[operator]
    """Show whether it speaks and the screen is dark; tell what is aimed at on the keyboard on the screen."""

    changed = Signal()
    aimed = Signal(str, bool)
    spellingEnded = Signal()
    curtainTouched = Signal()
    toggled = Signal()
    keysChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = (False, False)
        self._letters = False
        self._keys: tuple[bool, list[str], str] = (False, ["", "", "", ""], "")
        self._place = (0, 0)
        self._spelling = False

    def show(self, *, active: bool, dark: bool) -> None:
        """Show another state."""
        if (active, dark) != self._state:
            self._state = (active, dark)
            self.changed.emit()

    def show_keys(self, usable: bool, switches: list[str], others: str) -> None:
        """Show whether speech can begin, and the keys of large text, reach, speech, motion and all else."""
        if (usable, switches, others) != self._keys:
            self._keys = (usable, switches, others)
            self.keysChanged.emit()

    def forget_letters(self) -> None:
        """Note that whoever typed on a keyboard with letters has gone."""
        self._note_letters(False)

    @Slot()
    def haveLetters(self) -> None:
        """Note that somebody types on a keyboard with letters."""
        self._note_letters(True)

    def _note_letters(self, letters: bool) -> None:
        if letters != self._letters:
            self._letters = letters
            self.changed.emit()

    @property
    def place(self) -> tuple[int, int]:
        """Give which of how many has the focus, from 1; (0, 0) where it stands alone."""
        return self._place

    @property
    def spelling(self) -> bool:
        """Tell whether arrows walk the keyboard on the screen."""
        return self._spelling

    @Slot(int, int)
    def stand(self, number: int, total: int) -> None:
        """Note which of how many has the focus."""
        self._place = (number, total)

    @Slot(str, bool)
    def aim(self, name: str, latched: bool) -> None:
        """Tell which key of the keyboard on the screen the arrows have come to."""
        self._spelling = True
        self.aimed.emit(name, latched)

    @Slot()
    def endSpelling(self) -> None:
        """Tell that the arrows lead through the page again."""
        if self._spelling:
            self._spelling = False
            self.spellingEnded.emit()

    @Slot()
    def touchCurtain(self) -> None:
        """Tell that somebody has touched the dark screen."""
        self.curtainTouched.emit()

    @Slot()
    def toggle(self) -> None:
        """Ask for speech, or for an end of it."""
        self.toggled.emit()

    @Property(bool, notify=keysChanged)
    def usable(self) -> bool:
        """Whether the screen can be told: there is a voice, and it works."""
        return self._keys[0]

    @Property(str, notify=keysChanged)
    def largeTextKey(self) -> str:
        """A sentence on the key of large text; empty: none."""
        return self._keys[1][0]

    @Property(str, notify=keysChanged)
    def lowReachKey(self) -> str:
        """A sentence on the key of low reach; empty: none."""
        return self._keys[1][1]

    @Property(str, notify=keysChanged)
    def speechKey(self) -> str:
        """A sentence on the key of speech; empty: none."""
        return self._keys[1][2]

    @Property(str, notify=keysChanged)
    def reducedMotionKey(self) -> str:
        """A sentence on the key of reduced motion; empty: none."""
        return self._keys[1][3]

    @Property(str, notify=keysChanged)
    def otherKeys(self) -> str:
        """Sentences on the keys of dark, of high contrast and of the next language; empty: none."""
        return self._keys[2]

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether the screen is told."""
        return self._state[0]

    @Property(bool, notify=changed)
    def dark(self) -> bool:
        """Whether the curtain hides the screen."""
        return self._state[1]

    @Property(bool, notify=changed)
    def letters(self) -> bool:
        """Whether somebody types on a keyboard with letters, so that Return ends what is typed."""
        return self._letters
