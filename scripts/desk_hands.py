"""Hands at the librarian's desk: the real window off the screen, real keys and clicks."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.process import on_gui_thread
from kiosk.ui.staff.door import Doorway
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import PageKind, page_kinds
from kiosk.ui.staff.shell import Shell
from kiosk.ui.staff.style import dress, is_dressed
from kiosk.ui.staff.window import StaffWindow
from kiosk.ui.staff.workplace import Workplace

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
NAME, SHOWN, PASSWORD = "magda", "M. Wójcik", "drei alte Eichen"
_PATIENCE_MS = 10_000


class DeskHands:
    """Sit at one desk; every key goes to whatever has the focus, as from a keyboard."""

    def __init__(self, services: Services, window: StaffWindow, jobs: Jobs) -> None:
        self.services = services
        self.window = window
        self.jobs = jobs
        self.mistakes: list[Exception] = []
        jobs.crashed.connect(self.mistakes.append)

    @classmethod
    def over(
        cls,
        services: Services,
        language: str = "en",
        size: tuple[int, int] = (1440, 900),
        *,
        kinds: Sequence[PageKind] | None = None,
        signed_in: bool = True,
        branch: str = "",
    ) -> "DeskHands":
        """Open the window over a library; an administrator is made and let in unless nobody shall be."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if not is_dressed(app):
            dress(app)
        staff, library = StaffServices(services), services.library()
        doorway = Doorway(staff.signing_in.is_founded(), branch or services.profile().branch)
        services.forbid_here(on_gui_thread)
        jobs = Jobs(2)
        window = StaffWindow(
            staff, jobs, library, doorway, page_kinds() if kinds is None else kinds, language
        )
        window.resize(*size)
        window.show()
        hands = cls(services, window, jobs)
        hands.settle()
        if signed_in:
            hands.come_in()
        return hands

    # --- keys and clicks

    def come_in(self, name: str = NAME, password: str = PASSWORD, shown: str = SHOWN) -> None:
        """Sign in through the door, or make the first account there."""
        door = self.window.door
        assert door is not None, "somebody is signed in already"
        fields = [(door.name, name), (door.password, password)]
        if door.again.isVisible():
            fields += [(door.shown, shown), (door.again, password)]
        for field, text in fields:
            self.focus(field)
            field.selectAll()
            self.write(text)
        self.press("Return")
        self.settle()

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            to = self.focused()
            if letter.isascii():
                QTest.keyClicks(to, letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # which Qt's own hands cannot type
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(to, event)

    def press(self, *keys: str) -> None:
        """Press keys one after another, such as "Ctrl+S", "Tab" or "Return"."""
        for one in keys:
            self.come_to_the_front()
            combination = QKeySequence(one)[0]  # type: ignore[index]  # the stub forgets it
            QTest.keyClick(self.focused(), combination.key(), combination.keyboardModifiers())

    def scan(self, code: str) -> None:
        """Type a code and Enter, as a scanner does."""
        self.write(code)
        self.press("Return")

    def click(self, what: "str | QWidget", button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Click in the middle of a widget."""
        widget = self.find(what) if isinstance(what, str) else what
        assert widget.isEnabled(), f"{widget.objectName()} cannot be clicked now"
        QTest.mouseClick(widget, button)

    def double_click_row(self, table: str, row: int) -> None:
        """Double-click a row of a table."""
        view = self.one(QTableView, table)
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def focus(self, what: "str | QWidget") -> None:
        """Put the keyboard on a widget, as a click into it does."""
        widget = self.find(what) if isinstance(what, str) else what
        widget.setFocus(Qt.FocusReason.MouseFocusReason)

    def when_asked(self, act: Callable[[], None]) -> None:
        """Have something done once a dialog is in front that holds up whoever opened it.

        A dialog that is still there afterwards is closed, so that nothing waits for ever.
        """
        watch = QTimer(self.window)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                watch.stop()
                try:
                    act()
                finally:
                    dialog.close()

        watch.timeout.connect(look)
        watch.start(5)

    # --- what is there

    def focused(self) -> QWidget:
        """Give what keys go to: an open menu, else the field with the focus in the front window."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        window = QApplication.activeModalWidget() or self.window
        focused = QApplication.focusWidget()
        # A dialog that has just opened is in front before it is active.
        if focused is None or not window.isAncestorOf(focused):
            focused = window.focusWidget()
        return focused or window

    def find(self, name: str) -> QWidget:
        """Give the visible widget of that name, of a dialog in front first."""
        return self.one(QWidget, name)

    def one(self, kind: type[W], name: str) -> W:
        """Give the visible widget of that kind and name, of a dialog in front first."""
        roots = [w for w in (QApplication.activeModalWidget(), self.window) if w is not None]
        roots += [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in roots]
        for root in roots:
            for found in root.findChildren(kind, name):
                if found.isVisible():
                    return found
        raise AssertionError(f"nothing visible is called {name}")

    def seen(self, name: str) -> bool:
        """Tell whether a widget of that name is visible."""
        try:
            self.find(name)
        except AssertionError:
            return False
        return True

    def texts(self) -> str:
        """Give all that labels of the front window say, a line each."""
        window = QApplication.activeModalWidget() or self.window
        return "\n".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())

    def rows(self, table: str) -> list[tuple[str, ...]]:
        """Give the texts of a table's rows."""
        model = self.one(QTableView, table).model()
        columns = range(model.columnCount())
        return [tuple(str(model.index(r, c).data()) for c in columns) for r in range(model.rowCount())]

    @property
    def shell(self) -> Shell:
        """Give the shell of whoever is signed in."""
        shell = self.window.shell
        assert shell is not None, "nobody is signed in"
        return shell

    @property
    def place(self) -> Workplace:
        """Give the workplace of whoever is signed in."""
        return self.shell.workplace

    @property
    def page(self) -> StaffPage:
        """Give the page in front."""
        page = self.shell.page
        assert page is not None, "no page is open"
        return page

    def go(self, route: str) -> None:
        """Open a page and wait until it has read what it shows."""
        self.place.go(route)
        self.settle()

    def aside(self, look: Callable[..., T], *arguments: object) -> T:
        """Look into the library at another desk: not on the thread of the window."""
        with ThreadPoolExecutor(1) as desk:
            return desk.submit(look, self.services, *arguments).result()

    # --- waiting

    def wait(self, condition: Callable[[], bool], patience_ms: int = _PATIENCE_MS) -> None:
        """Let the window work until the condition holds."""
        late = QDeadlineTimer(patience_ms)
        while not condition():
            assert not late.hasExpired(), "it did not come true"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        """Let the window work until nothing is under way any more."""
        self.wait(lambda: self.jobs.running == 0, 60_000)
        QCoreApplication.processEvents()
        self.wait(lambda: self.jobs.running == 0, 60_000)
        QCoreApplication.processEvents()

    def come_to_the_front(self) -> None:
        """Make the window, or the dialog before it, the one that keys go to: no window system does."""
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not front and QApplication.activePopupWidget() is None:
            front.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is front)

    def picture(self) -> QPixmap:
        """Take a picture of the window, with a dialog in front where there is one."""
        self.settle()
        self.wait(lambda: not self.seen("busy"))
        picture = self.window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is not self.window:
            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
            left, top = (
                (self.window.width() - dialog.width()) // 2,
                (self.window.height() - dialog.height()) // 2,
            )
            painter.drawPixmap(left, top, dialog.grab())
            painter.end()
        return picture

    def close(self) -> None:
        """Leave the desk: whatever is not saved is given up."""
        for dialog in QApplication.topLevelWidgets():
            if dialog is not self.window and dialog.isVisible():
                dialog.close()
        self.jobs.close()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not self.mistakes, self.mistakes
