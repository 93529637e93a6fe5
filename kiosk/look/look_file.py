"""Reads `look.toml`: what is wrong in it costs itself and is named; the rest holds."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.look.files import Unusable, read_whole
from kiosk.look.own_colours import TOKENS, is_colour
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText

NAME = "look.toml"
LONGEST_WELCOME, LONGEST_TEXT = 80, 160  # letters
_MOST_BYTES = 200_000
_KEYS = {"welcome": "", "logo": "light, dark, text, name_beside", "colours": ", ".join(TOKENS), "picture": ""}
_BESIDE = "true, false"


@dataclass(slots=True)
class LookFile:
    """What the file says; colours by name and theme, captions by the picture's file name."""

    welcome: LocalText = field(default_factory=LocalText)
    logo_files: dict[str, str] = field(default_factory=dict)
    logo_text: LocalText = field(default_factory=LocalText)
    name_beside: bool = True
    colours: dict[tuple[str, str], str] = field(default_factory=dict)
    captions: dict[str, LocalText] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_look_file(folder: Path) -> LookFile:
    """Return what the folder's file says; one that is not there says nothing."""
    look = LookFile()
    if not (folder / NAME).exists() and not (folder / NAME).is_symlink():
        return look
    try:
        raw = tomllib.loads(read_whole(folder / NAME, _MOST_BYTES).decode("utf-8-sig"))
    except Unusable as error:
        look.problems.append(error.problem)
        return look
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        look.problems.append(Problem.of("look.not_toml", file=NAME, detail=str(error)))
        return look
    for key in raw.keys() - _KEYS.keys():
        look.problems.append(Problem.of("look.unknown", key=key, allowed=", ".join(_KEYS)))
    look.welcome = _text(look, "welcome", raw.get("welcome"), LONGEST_WELCOME)
    _take_logo(look, _table(look, "logo", raw.get("logo")))
    _take_colours(look, _table(look, "colours", raw.get("colours")))
    _take_captions(look, raw.get("picture"))
    return look


def _take_logo(look: LookFile, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        name = f"logo.{key}"
        if key in ("light", "dark"):
            if _is_plain_name(value):
                look.logo_files[key] = value
            else:
                _complain(look, name, value, '"logo.svg"')
        elif key == "text":
            look.logo_text = _text(look, name, value, LONGEST_TEXT)
        elif key == "name_beside" and isinstance(value, bool):
            look.name_beside = value
        elif key == "name_beside":
            _complain(look, name, value, _BESIDE)
        else:
            look.problems.append(Problem.of("look.unknown", key=name, allowed=_KEYS["logo"]))


def _take_colours(look: LookFile, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        name = f"colours.{key}"
        if key not in TOKENS:
            look.problems.append(Problem.of("look.unknown", key=name, allowed=_KEYS["colours"]))
            continue
        by_theme = value if isinstance(value, dict) else {"light": value}
        for theme, colour in by_theme.items():
            if theme not in ("light", "dark"):
                look.problems.append(Problem.of("look.unknown", key=f"{name}.{theme}", allowed="light, dark"))
            elif is_colour(colour):
                look.colours[key, theme] = colour
            else:
                look.problems.append(Problem.of("look.no_colour", key=name, value=str(colour)[:40]))


def _take_captions(look: LookFile, tables: object) -> None:
    if tables is None:
        return
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        _complain(look, "picture", tables, "[[picture]]")
        return
    for table in tables:
        file = table.get("file")
        if not _is_plain_name(file):
            _complain(look, "picture.file", file, '"reading-room.jpg"')
            continue
        for key in table.keys() - {"file", "text"}:
            look.problems.append(Problem.of("look.unknown", key=f"picture.{key}", allowed="file, text"))
        look.captions[file] = _text(look, "picture.text", table.get("text"), LONGEST_TEXT)


def _table(look: LookFile, key: str, value: object) -> Mapping[str, Any]:
    if value is None or isinstance(value, dict):
        return value or {}
    _complain(look, key, value, f"[{key}]")
    return {}


def _text(look: LookFile, key: str, value: object, longest: int) -> LocalText:
    """Return a text or a table of languages; what is too long or no text is left out by itself."""
    if value is None:
        return LocalText()
    texts = value if isinstance(value, dict) else {"": value}
    good: dict[str, str] = {}
    for language, text in texts.items():
        name = f"{key}.{language}" if language else key
        if not isinstance(text, str):
            _complain(look, name, text, '"…"')
        elif len(said := " ".join(text.split())) > longest:
            look.problems.append(Problem.of("look.long", key=name, most=longest, letters=len(said)))
        elif said:
            good[language] = said
    return LocalText(good[""]) if "" in good else LocalText.of(good)


def _complain(look: LookFile, key: str, value: object, allowed: str) -> None:
    look.problems.append(Problem.of("look.bad_value", key=key, value=str(value)[:40], allowed=allowed))


def _is_plain_name(value: object) -> bool:
    """Tell whether it names a file right in the folder, and nothing beyond it."""
    return isinstance(value, str) and value not in ("", ".", "..") and not set(value) & set("/\\:\0")
