"""The view model of the library's own look."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.look_state import LookState
from kiosk.ui.shared.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the shell")
class LookViewModel(QObject):  # type: ignore[operator]
    """Show a LookState; lists are by scheme: light, dark, high contrast, or empty without a logo."""

    changed = Signal()
    idleChanged = Signal()
    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = LookState()
        self._idle = ("", "")

    def show(self, state: LookState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self.changed.emit()

    def show_idle(self, picture: str, text: str) -> None:
        """Show a picture while nobody is there, or none, and what is said below it."""
        if (picture, text) != self._idle:
            self._idle = (picture, text)
            self.idleChanged.emit()

    @Slot()
    def wake(self) -> None:
        """Somebody touches the picture."""
        self.woken.emit()

    @Property(str, notify=idleChanged)
    def idlePicture(self) -> str:
        """Where the picture is that is shown while nobody is there; empty: none."""
        return self._idle[0]

    @Property(str, notify=idleChanged)
    def idleText(self) -> str:
        """What is said below it."""
        return self._idle[1]

    @Property(bool, notify=changed)
    def hasLogo(self) -> bool:
        """Whether the library has a logo of its own."""
        return bool(self._state.logos)

    @Property("QStringList", notify=changed)
    def homeLogos(self) -> list[str]:
        """Where the pictures for home are."""
        return [logo.home for logo in self._state.logos]

    @Property("QStringList", notify=changed)
    def headLogos(self) -> list[str]:
        """Where the smaller pictures for all other pages are."""
        return [logo.head for logo in self._state.logos]

    @Property("QVariantList", notify=changed)
    def logoRatios(self) -> list[float]:
        """Width by height."""
        return [logo.ratio for logo in self._state.logos]

    @Property("QStringList", notify=changed)
    def logoPlates(self) -> list[str]:
        """What colour lies under it; empty: none."""
        return [logo.plate for logo in self._state.logos]

    @Property(str, notify=changed)
    def logoText(self) -> str:
        """What it says to whoever does not see it; empty where the name beside it says the same."""
        return self._state.logo_text

    @Property(bool, notify=changed)
    def nameBeside(self) -> bool:
        """Whether the library's name stands beside it."""
        return self._state.name_beside

    @Property(str, notify=changed)
    def welcome(self) -> str:
        """What greets at home; empty: as shipped."""
        return self._state.welcome

    @Property("QVariantMap", notify=changed)
    def lightColours(self) -> dict[str, str]:
        """Colours of the light scheme by token, for those that the library chose."""
        return dict(self._state.light)

    @Property("QVariantMap", notify=changed)
    def darkColours(self) -> dict[str, str]:
        """Colours of the dark scheme, in the same way."""
        return dict(self._state.dark)
