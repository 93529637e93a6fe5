"""Says a value of the configuration and a change of it in words; free of Qt."""

from collections.abc import Iterable
from datetime import date

from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import SettingsInvalid
from kiosk.staff.settings.leaves import SERVICES, Difference, Path, Plain
from kiosk.staff.settings.orders import ORDER
from kiosk.ui.staff.rules.telling import change_text
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence

_MOST = 12
_ARROW = "→"


def change_parts(one: Difference, library: Library, words: Wording) -> tuple[str, str, str]:
    """Return which value changed, and how it was and is."""
    if one.path[0] == "rule":
        return change_text(one, library, words)
    return path_text(one.path, words), plain_text(one.before, words), plain_text(one.after, words)


def told_changes(changes: Iterable[Difference], library: Library, words: Wording) -> str:
    """Return changes one a line, the first dozen of them."""
    lines = []
    for one in changes:
        what, before, after = change_parts(one, library, words)
        lines.append(f"{what}: {before or '–'} {_ARROW} {after or '–'}")
    if len(lines) > _MOST:
        more = words.count("staff.settings.more_changes", len(lines) - _MOST)
        lines = [*lines[:_MOST], more]
    return "\n".join(lines)


def path_text(path: Path, words: Wording) -> str:
    """Return where a value stands: part, element, key; what has no word of its own stands as it is."""
    if path[0] == ORDER:
        return words("staff.settings.part.order", part=words(f"staff.settings.tab.{path[1]}"))
    if path[:2] == SERVICES:
        path = "service", *path[2:]
    part, *rest = path
    parts = [words(f"staff.settings.part.{part}"), *rest]
    return " › ".join(one for one in parts if one)


def refusal_told(path: Path, error: SettingsInvalid, words: Wording) -> str:
    """Return why a value cannot stand at a path, as a form says it below its field."""
    problem = error.values["problem"]
    said = dict(problem.values) if isinstance(problem, Problem) else {}
    if path[-2:-1] == ("hours",):
        key = "wrong" if "value" in said else "overlap"
        return words(f"staff.calendar.hours.{key}", **said)
    name = f"staff.settings.field.{'.'.join(path[1:] if path[0] == 'library' else path[2:])}"
    if {"value", "allowed"} <= said.keys() and words(name) != name:
        return words("staff.settings.wrong", **{**said, "name": words(name)})
    return error_sentence(error, words)


def plain_text(value: Plain | None, words: Wording) -> str:
    """Return a plain value as staff read it."""
    match value:
        case None:
            return ""
        case bool():
            return words("word.yes" if value else "word.no")
        case date():
            return words.dated(value, "year")
        case tuple():
            return ", ".join(value) or "–"
        case _:
            return str(value)
