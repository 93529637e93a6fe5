"""What somebody does in a dialog that is about to open."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from scripts.desk_hands import DeskHands


def when_asked(desk: DeskHands, act: Callable[[QDialog], object]) -> Callable[[], bool]:
    """Do this in the next dialog once it is in front; what fails there closes it, and fails the test.

    What is returned tells whether it is done: a dialog that holds nobody up may come later.
    """
    waiting = QTimer(desk.window)
    done: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            return
        waiting.stop()
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise
        finally:
            done.append(dialog)

    waiting.timeout.connect(look)
    waiting.start(5)
    return lambda: bool(done)


def agree(desk: DeskHands) -> None:
    """Say yes to the next question."""
    when_asked(desk, lambda dialog: dialog.accept())
