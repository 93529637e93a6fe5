"""The keys on the screen for a language, from the file `keyboard.toml` beside its words."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.model.problem import Problem

NAME = "keyboard.toml"
# As many keys as stand beside one another; shift and delete share the last row.
MOST_ROWS, LONGEST, LONGEST_LAST, MOST_BEHIND = 4, 11, 9, 9
_MOST_ASIDE = 3
_KEYS = ("rows", "aside", "behind", "corner")


@dataclass(frozen=True, slots=True)
class KeyLayout:
    """Rows of letters from top to bottom; `aside` is the first of them where they stand in a block of three.

    `behind` are the letters of a key that is held, `corner` the one of them that is written on it.
    """

    rows: tuple[str, ...]
    aside: tuple[str, ...] = ()
    behind: Mapping[str, str] = field(default_factory=dict)
    corner: Mapping[str, str] = field(default_factory=dict)


class UnusableLayoutError(Exception):
    """A file that is no layout; ``problem`` says why and what to write."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem


def read_layout(path: Path) -> KeyLayout:
    """Read one; raises UnusableLayoutError for whatever is wrong with it."""
    file = f"{path.parent.name}/{path.name}"
    try:
        raw = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UnusableLayoutError(Problem.of("languages.unreadable", file=file)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnusableLayoutError(Problem.of("languages.not_toml", file=file, detail=str(error))) from error
    for key in raw.keys() - set(_KEYS):
        raise UnusableLayoutError(
            Problem.of("languages.key_unknown", file=file, key=key, allowed=", ".join(_KEYS))
        )
    layout = KeyLayout(
        _rows(file, "rows", raw.get("rows", [])),
        _rows(file, "aside", raw.get("aside", [])),
        _table(file, "behind", raw.get("behind", {})),
        _table(file, "corner", raw.get("corner", {})),
    )
    _check(file, layout)
    return layout


def _rows(file: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(row, str) and row for row in value):
        raise _bad(file, key)
    return tuple(unicodedata.normalize("NFC", row) for row in value)


def _table(file: str, key: str, value: object) -> Mapping[str, str]:
    table: dict[str, Any] = value if isinstance(value, dict) else {"": value}
    if not all(name and isinstance(letters, str) and letters for name, letters in table.items()):
        raise _bad(file, key)
    return {
        unicodedata.normalize("NFC", name): unicodedata.normalize("NFC", letters)
        for name, letters in table.items()
    }


def _check(file: str, layout: KeyLayout) -> None:
    rows = layout.rows
    if not 1 <= len(rows) <= MOST_ROWS or len(rows[-1]) > LONGEST_LAST or max(map(len, rows)) > LONGEST:
        raise _bad(file, "rows")
    wide = any(len(row) > _MOST_ASIDE for row in layout.aside)
    if layout.aside and (wide or len(layout.aside) > _MOST_ASIDE or "".join(layout.aside) != rows[0]):
        raise _bad(file, "aside")
    keys = "".join(rows)
    _check_letters(file, keys)
    for key, letters in layout.behind.items():
        if key not in keys or len(letters) > MOST_BEHIND:
            raise _bad(file, "behind")
        _check_letters(file, letters)
    for key, letter in layout.corner.items():
        if key not in keys or len(letter) != 1:
            raise _bad(file, "corner")


def _check_letters(file: str, letters: str) -> None:
    """Refuse what is no sign of its own, beyond what QML counts as one, or there twice."""
    for place, letter in enumerate(letters):
        bare = unicodedata.combining(letter) or not letter.isprintable() or letter.isspace()
        if bare or ord(letter) > 0xFFFF or letter in letters[:place]:
            raise UnusableLayoutError(
                Problem.of("languages.letter", file=file, letter=letter, code=f"U+{ord(letter):04X}")
            )


def _bad(file: str, key: str) -> UnusableLayoutError:
    return UnusableLayoutError(Problem.of(f"languages.layout.{key}", file=file))
