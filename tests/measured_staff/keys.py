"""Whether keys lead to everything, and each field says what it is for."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.measured_staff.places import controls
from tests.measured_staff.shown import shown, told


def unreached(root: QWidget) -> Iterator[str]:
    """Yield enabled controls that Tab does not come to."""
    window = root.window()
    chain: set[QWidget] = set()
    at: QWidget | None = window
    while at is not None and at not in chain:
        chain.add(at)
        at = at.nextInFocusChain()
    for one in controls(root):
        held = one.focusProxy() or one
        exclusive = isinstance(one, QAbstractButton) and (one.group() is not None or one.autoExclusive())
        reached = held.focusPolicy() & Qt.FocusPolicy.TabFocus and held in chain
        if one.isEnabled() and not exclusive and not reached:
            yield told(one)


def nameless(root: QWidget) -> Iterator[str]:
    """Yield controls of which a screen reader could not say what they are for."""
    for one in controls(root):
        told_as = QAccessible.queryAccessibleInterface(one)
        if not told_as.text(QAccessible.Text.Name).strip():
            yield told(one)


def contested(root: QWidget) -> Iterator[str]:
    """Yield keys that two things in sight want: shortcuts, and letters taken with Alt."""
    window = root.window()
    wanted: Counter[str] = Counter()
    for shortcut in window.findChildren(QShortcut):
        holder, keys = shortcut.parent(), shortcut.keys()
        if not shortcut.isEnabled() or not isinstance(holder, QWidget) or not holder.isVisible():
            continue
        if shortcut.context() in (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut):
            wanted.update(key.toString() for key in keys)
    for button in shown(window, QAbstractButton):
        if button.isEnabled() and not button.shortcut().isEmpty():
            wanted[button.shortcut().toString()] += 1
    for label in shown(window, QLabel):
        if label.buddy() is not None and "&" in label.text():
            wanted[QKeySequence.mnemonic(label.text()).toString()] += 1
    yield from (f"{key} is wanted {times} times" for key, times in wanted.items() if key and times > 1)
