"""The ways through rules, calendar and settings on which their pictures are taken."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QTableView

from kiosk.staff.patrons.days import shown_day
from scripts.desk_hands import DeskHands

Snap = Callable[[str], None]


def on_cell(hands: DeskHands, table: str, row: int, column: int) -> None:
    """Put the keyboard on a cell of a table."""
    view = hands.one(QTableView, table)
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))


def rules(hands: DeskHands, snap: Snap) -> None:
    """Look at the rules, change one and see what it would do."""
    hands.go("rules/matrix")
    on_cell(hands, "matrix-loans", 1, 4)
    hands.settle()
    snap("rules")
    hands.press("Return")
    hands.write("21")
    hands.press("Return")
    hands.settle()
    snap("rules-changed")
    _calendar(hands, snap)


def _calendar(hands: DeskHands, snap: Snap) -> None:
    """Look at half a year, and begin to enter a closure."""
    hands.go("rules/calendar")
    hands.focus("months")
    hands.press("Right", "Right", "Right")
    hands.settle()
    snap("calendar")

    def entering() -> None:
        hands.focus("closureTo")
        hands.one(QLineEdit, "closureTo").setText(
            shown_day(date(2026, 12, 4), hands.shell.workplace.words.language)
        )
        hands.settle()
        snap("calendar-closure")
        hands.click("leave")

    hands.when_asked(entering)
    hands.press("Return")
    hands.settle()


def settings(hands: DeskHands, snap: Snap) -> None:
    """Look at the parts of the settings."""
    for part in ("library", "branch", "kiosk", "service", "letters", "accounts", "roles", "trail"):
        hands.go(f"settings/{part}")
        snap(f"settings-{part}")
