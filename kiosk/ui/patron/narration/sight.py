"""Reads the accessibility tree of the window: the one description of the screen that there is."""

from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

from kiosk.ui.patron.narration.seen import Role, Seen

_R = QAccessible.Role
_ROLES = MappingProxyType(
    {
        _R.Window: Role.WINDOW,
        _R.Pane: Role.PANE,
        _R.Dialog: Role.DIALOG,
        _R.Heading: Role.HEADING,
        _R.StaticText: Role.TEXT,
        _R.Paragraph: Role.TEXT,
        _R.Graphic: Role.ITEM,
        _R.ProgressBar: Role.ITEM,
        _R.AlertMessage: Role.ALERT,
        _R.ListItem: Role.ITEM,
        _R.Row: Role.ITEM,
        _R.Button: Role.BUTTON,
        _R.Link: Role.LINK,
        _R.CheckBox: Role.CHECK,
        _R.RadioButton: Role.RADIO,
        _R.PageTab: Role.TAB,
        _R.EditableText: Role.FIELD,
        _R.Slider: Role.SLIDER,
        _R.ColumnHeader: Role.HEADER,
    }
)
_DEEPEST = 30


def window_seen(window: QWindow) -> Seen:
    """Return all that stands on a window and is neither hidden nor clear as glass."""
    top = QAccessible.queryAccessibleInterface(window)
    return _seen(top, 0) if top is not None and top.isValid() else Seen(Role.WINDOW)


def item_seen(item: QObject | None) -> Seen | None:
    """Return what one item is, without what lies in it; None where nobody is told of it."""
    found = None if item is None else QAccessible.queryAccessibleInterface(item)
    if found is None or not found.isValid():
        return None
    seen = _described(found, ())
    return seen if seen.role is not Role.OTHER else None


def _seen(one: QAccessibleInterface, depth: int) -> Seen:
    inside: list[Seen] = []
    if depth < _DEEPEST:
        for number in range(one.childCount()):
            child = one.child(number)
            if child is not None and child.isValid() and not child.state().invisible:
                inside.append(_seen(child, depth + 1))
    return _described(one, tuple(inside))


def _described(one: QAccessibleInterface, inside: tuple[Seen, ...]) -> Seen:
    state = one.state()
    secret = bool(state.passwordEdit)
    role = _ROLES.get(one.role(), Role.OTHER)
    name = one.text(QAccessible.Text.Name)
    language, own = _own_words(one.object(), name)
    valued = role in (Role.FIELD, Role.SLIDER) and not secret
    return Seen(
        role,
        name,
        one.text(QAccessible.Text.Description),
        one.text(QAccessible.Text.Value) if valued else "",
        bool(state.checked) if state.checkable else None,
        not state.disabled,
        secret,
        bool(state.focused),
        inside,
        language,
        own,
    )


def _own_words(item: QObject | None, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the language that an item tells of its `ownWords`, and these: its name where it tells none.

    The accessibility tree has no place for it, so that items have properties of this name.
    """
    language = None if item is None else item.property("ownLanguage")
    if not language or not isinstance(language, str):
        return "", ()
    own = item.property("ownWords") if item is not None else None
    words = tuple(str(one).replace("\u00a0", " ") for one in own or ())
    return language, words or (name,)
