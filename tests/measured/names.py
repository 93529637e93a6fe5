"""Measures what a screen reader is told: a name and a role for every target, and every word of the screen."""

import re
from html import unescape

from PySide6.QtGui import QAccessible, QAccessibleInterface

from tests.measured.glass import Glass, Thing, is_target

_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
    QAccessible.Role.Paragraph,
}


def nameless(glass: Glass) -> list[str]:
    """Name targets without a name or a fitting role."""
    found = []
    for one in glass.stops:
        told = _interface(one)
        if told is None or not _name(told).strip():
            found.append(f"{one.name}: no name")
        elif told.role() not in _ROLES:
            found.append(f"{one.name}: {told.role()}")
        elif not told.state().focusable:
            found.append(f"{one.name}: not focusable")
    return found


def _name(told: QAccessibleInterface) -> str:
    """Return the name; Qt keeps that of a masked entry to itself, so the group around it bears it."""
    around = told.parent() if told.state().passwordEdit else None
    return told.text(QAccessible.Text.Name) or (
        around.text(QAccessible.Text.Name) if around is not None else ""
    )


def unsaid(glass: Glass) -> list[str]:
    """Name words on the screen that no name or description in the accessibility tree holds."""
    found = []
    told_of: dict[int, str] = {}
    for one in glass.words:
        if one.seen.isEmpty() or "QQuickTextInput" in one.kinds:
            continue
        words = _plain(str(one.item.property("text")))
        if not re.search(r"\w", words):
            continue
        said = ""
        for outer in one.around(itself=True):
            key = id(outer)
            if key not in told_of:
                told_of[key] = _told(outer)
            said = f"{said} {told_of[key]}"
            if is_target(outer):
                break
        if words not in _plain(said):
            found.append(f"“{words[:40]}” in {one.name}, which says “{_plain(said)[:80]}”")
    return found


def _told(thing: Thing) -> str:
    told = _interface(thing)
    if told is None or not told.isValid():
        return ""
    parts = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    return " ".join(told.text(part) for part in parts)


def _interface(thing: Thing) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(thing.item)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0·]+", " ", unescape(re.sub(r"<[^>]*>", "", text))).strip().lower()
