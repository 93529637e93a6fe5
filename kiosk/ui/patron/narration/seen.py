"""What stands on the screen for who cannot see it: kinds, names and states, free of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ui.patron.narration.told import NOTHING, Told


class Role(StrEnum):
    """What something is, as far as it makes a difference to who hears of it."""

    WINDOW = "window"
    PANE = "pane"
    DIALOG = "dialog"
    HEADING = "heading"
    TEXT = "text"
    ALERT = "alert"
    ITEM = "item"
    BUTTON = "button"
    LINK = "link"
    CHECK = "check"
    RADIO = "radio"
    TAB = "tab"
    FIELD = "field"
    SLIDER = "slider"
    HEADER = "header"
    OTHER = "other"

    @property
    def is_control(self) -> bool:
        """Whether it is told when the focus comes to it, and not with the page."""
        return self in _CONTROLS

    @property
    def is_told(self) -> bool:
        """Whether it is told with the page, as one piece."""
        return self in _TOLD


_CONTROLS = frozenset({Role.BUTTON, Role.LINK, Role.CHECK, Role.RADIO, Role.TAB, Role.FIELD, Role.SLIDER})
_TOLD = frozenset({Role.HEADING, Role.TEXT, Role.ALERT, Role.ITEM})


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing of the accessibility tree and what lies in it, in the order of the screen.

    ``checked`` is None for what cannot be; ``secret`` is a field that shows dots, whose value is not held.
    Of the name, the words in ``own`` are of a ``language`` of their own.
    """

    role: Role
    name: str = ""
    description: str = ""
    value: str = ""
    checked: bool | None = None
    enabled: bool = True
    secret: bool = False
    focused: bool = False
    children: tuple["Seen", ...] = field(default=(), repr=False)
    language: str = ""
    own: tuple[str, ...] = ()

    @property
    def told(self) -> Told:
        """Give the name as it is said."""
        return Told(self.name, self.language, self.own)


@dataclass(frozen=True, slots=True)
class Position:
    """Which of how many, from 1; of one there is nothing to tell."""

    number: int = 0
    total: int = 0


def texts_of(scope: Seen) -> tuple[Told, ...]:
    """Return what is to be read of a page or dialog, its name first, nothing twice; controls are not."""
    found = {scope.name: scope.told} if scope.name else {}
    for one in _texts(scope):
        found.setdefault(one.name, one.told)
    return tuple(found.values())


def heading_before(scope: Seen) -> Told:
    """Return the nearest heading before what has the focus, empty for none."""
    heading = NOTHING
    for one in _walk(scope):
        if one.focused:
            return heading
        if one.role is Role.HEADING:
            heading = one.told
    return NOTHING


def dialog_of(window: Seen) -> Seen | None:
    """Return the dialog on top, if one is there."""
    return next((one for one in reversed([*_walk(window)]) if one.role is Role.DIALOG), None)


def page_of(window: Seen) -> Seen | None:
    """Return the page in sight: the topmost pane of those that lie one above the other."""
    piles = (one.children for one in window.children if one.role is Role.OTHER)
    return next((one for pile in piles for one in reversed(pile) if one.role is Role.PANE), None)


def alerts_of(window: Seen) -> tuple[Told, ...]:
    """Return what is said above every page."""
    return tuple(one.told for one in window.children if one.role is Role.ALERT and one.name)


def _texts(scope: Seen) -> Iterator[Seen]:
    for one in scope.children:
        if one.role.is_told and one.name:
            yield one
        elif not one.role.is_control and one.role not in (Role.HEADER, Role.DIALOG):
            yield from _texts(one)


def _walk(scope: Seen) -> Iterator[Seen]:
    for one in scope.children:
        yield one
        yield from _walk(one)
