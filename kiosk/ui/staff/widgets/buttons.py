"""Buttons of the workspace: one primary a page, plain ones beside it, quiet ones that read as links."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kiosk.ui.staff.icon_pictures import icon
from kiosk.ui.staff.style import COLOURS

_ICON = QSize(18, 18)
_INKS = {"primary": COLOURS.actInk, "quiet": COLOURS.link, "danger": COLOURS.stop}


def button(
    text: str,
    pressed: Callable[[], object],
    *,
    kind: str = "plain",
    picture: str = "",
    name: str = "",
    keys: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button; `kind` is plain, primary, quiet, danger or chip; `keys` is its shortcut.

    An ampersand in the text names the letter that presses it with Alt.
    """
    # An icon stands close to the words unless something thin stands between.
    made = QPushButton(f"\N{THIN SPACE}{text}" if picture else text, parent)
    made.setProperty("kind", kind)
    made.setObjectName(name)
    made.setAccessibleName(text.replace("&", ""))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(kind == "primary")
    if picture:
        made.setIcon(icon(picture, _INKS.get(kind, COLOURS.ink)))
        made.setIconSize(_ICON)
    if keys:
        made.setToolTip(f"{text.replace('&', '')} ({shown_keys(keys)})")
        shortcut = QShortcut(QKeySequence(keys), made)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(made.click)
    made.clicked.connect(lambda: pressed())
    return made


def icon_button(picture: str, told: str, pressed: Callable[[], object], *, name: str = "") -> QToolButton:
    """Return a button of a lone icon, whose words are its tip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(picture))
    made.setIconSize(_ICON)
    made.setToolTip(told)
    made.setAccessibleName(told)
    made.setObjectName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: pressed())
    return made


def shown_keys(keys: str) -> str:
    """Return a shortcut as the keyboard of this machine's language names it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
