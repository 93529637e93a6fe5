"""Languages that nobody speaks, made of files as any other: English 40 % longer, or in Hebrew letters."""

import shutil
from collections.abc import Callable
from pathlib import Path

import reportlab
from babel.messages.pofile import read_po, write_po

from kiosk import fonts
from kiosk.words import catalogue

# What the typefaces that the languages bring along call themselves: one in a .ttf, the other in an .otf.
BROUGHT, MADE_UP = "Bitstream Vera Sans", "Made Sans"
_LONGER = 1.4
_LONG_KEYS = """
rows = ["ŝĝĥĵĉŭ", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
aside = ["ŝĝĥ", "ĵĉŭ"]
"""
_HEBREW_KEYS = """
rows = ["קראטוםפ", "qwertyuiop", "asdfghjkl", "zxcvbnm"]
"""
_VOWELS = "aeiouyAEIOUY"
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבצדעפגהיזכלמנטקחרסתוששזיצ")


def write_long_language(folder: Path, code: str) -> None:
    """Write the files of the longer English beside copies of the three languages there are."""
    _write(folder, code, stretched)
    (folder / code / "keyboard.toml").write_text(_LONG_KEYS, "utf-8")
    shutil.copy(Path(reportlab.__file__).parent / "fonts/Vera.ttf", folder / code)


def write_hebrew_letters(folder: Path, code: str) -> None:
    """Write the files of English in Hebrew letters, from right to left, beside the three languages."""
    _write(folder, code, in_hebrew_letters)
    (folder / code / "keyboard.toml").write_text(_HEBREW_KEYS, "utf-8")
    face = (Path(fonts.__path__[0]) / "NotoSans-Regular.ttf").read_bytes()
    renamed = face.replace("Noto Sans".encode("utf-16-be"), MADE_UP.encode("utf-16-be"))
    (folder / code / "Made.otf").write_bytes(renamed)


def _write(folder: Path, code: str, spoken: Callable[[str], str]) -> None:
    there = Path(catalogue.__file__).parent / "catalogs"
    shutil.copytree(there, folder, dirs_exist_ok=True)
    (folder / code).mkdir()
    for path in sorted((there / "en").glob("*.po")):
        with path.open("rb") as stream:
            texts = read_po(stream, locale="en")
        for message in texts:
            if message.id and not str(message.id).startswith(("('date.", "date.", "time.")):
                forms = message.string or ""
                message.string = spoken(forms) if isinstance(forms, str) else [*map(spoken, forms)]
        texts.locale = code
        with (folder / code / path.name).open("wb") as stream:
            write_po(stream, texts, width=0)


def in_hebrew_letters(text: str) -> str:
    """Return a text with its letters written as Hebrew ones; what stands in braces stays."""
    made, depth = [], 0
    for letter in text:
        depth += {"{": 1, "<": 1, "}": -1, ">": -1}.get(letter, 0)
        made.append(letter if depth else letter.lower().translate(_HEBREW))
    return "".join(made)


def stretched(text: str) -> str:
    """Return a text 40 % longer: vowels of its words doubled in turn; what stands in braces stays."""
    room = round(len(text) * (_LONGER - 1))
    while room > 0:
        longer = _once(text, room)
        if longer == text:
            return text
        room -= len(longer) - len(text)
        text = longer
    return text


def _once(text: str, room: int) -> str:
    made, depth = [], 0
    for letter in text:
        made.append(letter)
        depth += {"{": 1, "<": 1, "}": -1, ">": -1}.get(letter, 0)
        if depth == 0 and letter in _VOWELS and room > 0:
            made.append(letter.lower())
            room -= 1
    return "".join(made)
