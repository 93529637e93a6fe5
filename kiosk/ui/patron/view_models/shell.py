"""The view model of the frame: header, dock, where the patron is, toast, and how it looks."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.patron.shell_state import SECTION_OF_PAGE, Comfort, Language, Route, ShellState, switched
from kiosk.ui.patron.view_models.look import LookViewModel
from kiosk.ui.shared.qt_property import Property
from kiosk.ui.shared.row_list import RowList
from kiosk.words.direction import runs_from_right

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the desk")
class ShellViewModel(QObject):  # type: ignore[operator]
    """Show a ShellState and hold the route.

    `moved` tells how to change pages: push, swap (the topmost), supplant (two), pop, replace, reset.
    """

    changed = Signal()
    comfortChanged = Signal()
    glassChanged = Signal()
    routeChanged = Signal()
    toastChanged = Signal()
    moved = Signal(str, str)
    touched = Signal()
    stepped = Signal(bool)
    languageRequested = Signal(str)
    signOutRequested = Signal()
    toastActed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ShellState()
        self._comfort = Comfort()
        self._usual_scheme = self._comfort.scheme
        self._route = Route()
        self._toast = ("", "", "", "check")
        self._glass = (0.3113, 600.0)
        self._undoing: dict[str, Callable[[], bool]] = {}
        self._look = LookViewModel(self)
        self._languages = RowList(Language, "language", lambda row: row.code, self)

    # What services set.

    def show(self, state: ShellState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._languages.show(state.languages)
            self.changed.emit()

    def setComfort(self, comfort: Comfort) -> None:
        """Look and move as wanted."""
        if comfort != self._comfort:
            self._comfort = comfort
            self.comfortChanged.emit()

    def setUsual(self, comfort: Comfort) -> None:
        """Look and move as usual here, which is also what other colours give way to."""
        self._usual_scheme = comfort.scheme
        self.setComfort(comfort)

    def setGlass(self, pixel_pitch: float, distance: float) -> None:
        """Say how big a pixel is and how far away people stand, both in mm: large text follows from it."""
        self._glass = (pixel_pitch, distance)
        self.glassChanged.emit()

    def showToast(self, text: str, action: str = "", name: str = "", icon: str = "check") -> None:
        """Say something for 6 s above the dock; `name` comes back in toastActed when `action` is touched."""
        self._toast = (text, action, name, icon)
        self.toastChanged.emit()

    def go(self, route: Route, how: str) -> None:
        """Change the page by `push`, `swap`, `supplant`, `pop`, `replace` or `reset`."""
        if route == self._route and how != "reset":
            return
        self._route = route
        self.routeChanged.emit()
        self.moved.emit(how, route.page)

    def undo_before_back(self, page: str, undo: Callable[[], bool]) -> None:
        """Have Back take back what was done on a page, as long as `undo` tells that there was something."""
        self._undoing[page] = undo

    def step(self, forward: bool) -> None:
        """Lead the focus to the next control, or the one before."""
        self.stepped.emit(forward)

    @Property(LookViewModel, constant=True)
    def look(self) -> LookViewModel:
        """What the library has set of its own: logo, colours, welcome, pictures."""
        return self._look

    @property
    def route(self) -> Route:
        """Tell where the patron is."""
        return self._route

    @property
    def comfort(self) -> Comfort:
        """Tell how it looks."""
        return self._comfort

    # What the patron wants.

    @Slot(str)
    def open(self, page: str) -> None:
        """Go one page deeper."""
        self.go(self._route.onto(page), "push")

    @Slot(str)
    def openSection(self, page: str) -> None:
        """Change to a section by its tab."""
        self.go(self._route.to_section(page), "replace")

    @Slot()
    def back(self) -> None:
        """Take back the last step on the page, or go one page up."""
        undo = self._undoing.get(self._route.page)
        if undo is None or not undo():
            self.go(self._route.back(), "pop")

    @Slot()
    def home(self) -> None:
        """Go home."""
        self.go(Route(), "reset")

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Speak another language."""
        self.languageRequested.emit(code)

    @Slot()
    def openAccess(self) -> None:
        """Show the aids: colours, text size, motion, reach."""
        self.open("access")

    @Slot(int)
    def chooseScheme(self, scheme: int) -> None:
        """Take other colours: 0 light, 1 dark, 2 high contrast."""
        self.setComfort(replace(self._comfort, scheme=scheme))

    @Slot(str)
    def toggle(self, aid: str) -> None:
        """Switch largeText, reducedMotion, lowReach, contrast or dark on or off."""
        self.setComfort(switched(self._comfort, aid, self._usual_scheme))

    @Slot()
    def signOut(self) -> None:
        """End the visit."""
        self.signOutRequested.emit()

    @Slot()
    def touch(self) -> None:
        """Tell that somebody is there."""
        self.touched.emit()

    @Slot()
    def actOnToast(self) -> None:
        """Do what the toast offers."""
        name = self._toast[2]
        self.showToast("")
        self.toastActed.emit(name)

    @Slot()
    def endToast(self) -> None:
        """Take the toast away."""
        self.showToast("")

    # What QML reads.

    @Property(str, notify=changed)
    def library(self) -> str:
        """The library's name."""
        return self._state.library

    @Property(str, notify=changed)
    def date(self) -> str:
        """Weekday, day, month."""
        return self._state.date

    @Property(str, notify=changed)
    def time(self) -> str:
        """The clock."""
        return self._state.time

    @Property(str, notify=changed)
    def openLong(self) -> str:
        """Whether it is open, at home."""
        return self._state.open_long

    @Property(str, notify=changed)
    def openShort(self) -> str:
        """Whether it is open, in the header."""
        return self._state.open_short

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the branch is open."""
        return self._state.is_open

    @Property(str, notify=changed)
    def language(self) -> str:
        """The code of the language spoken."""
        return self._state.language

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        """Whether that language is written from right to left."""
        return runs_from_right(self._state.language)

    @Property(str, notify=changed)
    def languageName(self) -> str:
        """The name of the language spoken, in itself."""
        names = {language.code: language.name for language in self._state.languages}
        return names.get(self._state.language, self._state.language)

    @Property(QObject, constant=True)
    def languages(self) -> QObject:
        """Rows of languageCode, languageName."""
        return self._languages

    @Property(bool, notify=changed)
    def signedIn(self) -> bool:
        """Whether a patron's visit is on."""
        return self._state.signed_in

    @Property("QStringList", notify=changed)
    def sections(self) -> list[str]:
        """The sections that this kiosk has, in order."""
        return list(self._state.sections)

    @Property(str, notify=routeChanged)
    def page(self) -> str:
        """The page in sight."""
        return self._route.page

    @Property(str, notify=routeChanged)
    def section(self) -> str:
        """The section whose tab is lit."""
        return SECTION_OF_PAGE.get(self._route.page, "")

    @Property(bool, notify=routeChanged)
    def atHome(self) -> bool:
        """Whether home is in sight."""
        return self._route.page == "home"

    @Property(int, notify=comfortChanged)
    def scheme(self) -> int:
        """0 light, 1 dark, 2 high contrast."""
        return self._comfort.scheme

    @Property(bool, notify=comfortChanged)
    def largeText(self) -> bool:
        """Whether the text is large."""
        return self._comfort.large_text

    @Property(bool, notify=comfortChanged)
    def reducedMotion(self) -> bool:
        """Whether nothing moves."""
        return self._comfort.reduced_motion

    @Property(bool, notify=comfortChanged)
    def lowReach(self) -> bool:
        """Whether all controls are in the lower part."""
        return self._comfort.low_reach

    @Property(float, notify=glassChanged)
    def pixelPitch(self) -> float:
        """The size of a pixel in mm."""
        return self._glass[0]

    @Property(float, notify=glassChanged)
    def viewingDistance(self) -> float:
        """How far away people stand, in mm."""
        return self._glass[1]

    @Property(str, notify=toastChanged)
    def toast(self) -> str:
        """What the toast says; empty: none."""
        return self._toast[0]

    @Property(str, notify=toastChanged)
    def toastAction(self) -> str:
        """What the toast offers."""
        return self._toast[1]

    @Property(str, notify=toastChanged)
    def toastIcon(self) -> str:
        """The sign before it: whether it tells of something done, or of trouble."""
        return self._toast[3]
