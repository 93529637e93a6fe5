"""Puts into words what has the focus, what was typed and what a key is: free of Qt."""

from collections.abc import Iterator

from kiosk.ui.patron.narration.seen import Position, Role, Seen
from kiosk.ui.patron.narration.told import Told
from kiosk.words import Wording


def control_told(one: Seen, position: Position, words: Wording, *, hides: bool = False) -> Told:
    """Return name, kind, state, value, place and explanation of a control.

    Where it `hides`, what was typed into it is not said, nor anything else that is somebody's own.
    """
    text = ", ".join(part for part in _parts(one, position, words, hides=hides) if part)
    return Told(text, one.language, one.own)


def state_told(one: Seen, words: Wording) -> str:
    """Return whether something is switched on or chosen; empty for what cannot be."""
    if one.checked is None:
        return ""
    kind = "chosen" if one.role in (Role.RADIO, Role.TAB) else "on"
    if not one.checked:
        return "" if kind == "chosen" else words("narration.state.off")
    return words(f"narration.state.{kind}")


def typed_told(before: str, after: str, words: Wording) -> str:
    """Return what was typed into a field, or taken out of it; empty where it is the same."""
    if before == after:
        return ""
    head = _shared(before, after)
    tail = min(_shared(before[head:][::-1], after[head:][::-1]), len(before) - head, len(after) - head)
    gone, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if new:
        return letters_told(new, words)
    return words("narration.deleted", what=letters_told(gone, words))


def dots_told(before: int, after: int, words: Wording) -> str:
    """Return how a secret became longer or shorter, and nothing of what it is."""
    if after == before:
        return ""
    return words("narration.secret.more" if after > before else "narration.secret.fewer", n=after)


def letters_told(text: str, words: Wording) -> str:
    """Return one letter or sign by its name, and more as they stand."""
    if len(text) != 1:
        return text
    key = f"narration.sign.{ord(text):04x}"
    if key in words.catalogue:
        return words(key)
    if text.isupper():
        return words("narration.capital", letter=text.lower())
    return text


def help_told(one: Seen | None, words: Wording, *, spelling: bool, dark: bool) -> Iterator[str]:
    """Yield what the keys do, here and everywhere."""
    if spelling:
        yield words("narration.help.spelling")
    elif one is not None and one.role.is_control:
        yield words(f"narration.help.{one.role}")
    yield words("narration.help.keys")
    yield words("narration.help.voice")
    yield words("narration.help.curtain.dark" if dark else "narration.help.curtain")
    yield words("narration.help.staff", call=words("help.call"))


def _parts(one: Seen, position: Position, words: Wording, *, hides: bool) -> Iterator[str]:
    yield one.name
    if one.role.is_control:
        yield words(f"narration.role.{one.role}")
    yield state_told(one, words)
    if not one.enabled:
        yield words("narration.state.disabled")
    if one.role is Role.FIELD and not one.secret and not hides:
        yield one.value or words("narration.empty")
    elif one.secret:
        yield words("narration.secret")
    elif one.role is Role.SLIDER:
        yield one.value
    if position.total > 1:
        yield words("narration.position", n=position.number, total=position.total)
    if one.description != one.name:
        yield one.description


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length
