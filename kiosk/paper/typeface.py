"""The product's typeface on paper, with a second face for the scripts that it lacks, then languages' own."""

from bisect import bisect_left
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kiosk.words.direction import without_marks
from kiosk.words.language_files import typefaces

_FONTS = Path(__file__).parent.parent / "fonts"
_FACES = {
    "regular": ("AtkinsonHyperlegibleNext-Regular.ttf", "NotoSans-Regular.ttf"),
    "bold": ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Bold.ttf"),
    "mono": ("AtkinsonHyperlegibleMono-Bold.ttf", "NotoSans-Bold.ttf"),
}


@cache
def _face(file: str) -> TTFont:
    """Register one face with the PDF library, once, and return it."""
    font = TTFont(file.removesuffix(".ttf"), _FONTS / file)
    pdfmetrics.registerFont(font)
    return font


@cache
def _faces_of_languages() -> tuple[TTFont, ...]:
    """Register the typefaces that languages bring along; the PDF library reads TrueType outlines alone."""
    found = []
    for path in typefaces():
        try:
            font = TTFont(f"{path.parent.name}-{path.stem}", path)
        except (TTFError, OSError):
            continue
        pdfmetrics.registerFont(font)
        found.append(font)
    return tuple(found)


def _face_for(letter: str, second: TTFont) -> TTFont:
    """Return the first face that has a letter which the product's own lacks, else the second one."""
    faces = (second, *_faces_of_languages())
    return next((one for one in faces if ord(letter) in one.face.charToGlyph), second)


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """Split a text into (font name, part): the own face where it has the letters, else another.

    What only steers direction is left out: no face has a shape for it.
    """
    own, second = (_face(file) for file in _FACES[face])
    parts: list[tuple[str, str]] = []
    for character in without_marks(text):
        known = ord(character) in own.face.charToGlyph or character.isspace()
        font = own if known else _face_for(character, second)
        if parts and parts[-1][0] == font.fontName:
            parts[-1] = (font.fontName, parts[-1][1] + character)
        else:
            parts.append((font.fontName, character))
    return parts


def width(text: str, face: str, size: float) -> float:
    """Return how wide the text is in points."""
    return float(sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs(text, face)))


def wrapped(text: str, face: str, size: float, room: float) -> list[str]:
    """Break a text into lines no wider than ``room`` points; a longer word is broken too."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        while width(word, face, size) > room:
            cut = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], face, size) <= room)
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:cut])
            word = word[cut:]
        tried = f"{line} {word}".strip()
        if width(tried, face, size) > room:
            lines.append(line)
            tried = word
        line = tried
    return [*lines, line] if line else lines


def shortened(text: str, face: str, size: float, room: float) -> str:
    """Return the text on one line no wider than ``room``; the end of a longer one is "…"."""
    text = " ".join(text.split())
    if width(text, face, size) <= room:
        return text
    # Texts grow wider letter by letter: the first that is too wide is found by halving.
    end = bisect_left(range(1, len(text)), True, key=lambda end: not _fits(text[:end], face, size, room))
    whole, _, _ = text[:end].rpartition(" ")
    return f"{(whole if len(whole) * 2 > end else text[:end]).rstrip(' ,;:/–-')}…" if end else ""


def _fits(start: str, face: str, size: float, room: float) -> bool:
    return width(f"{start.rstrip()}…", face, size) <= room
