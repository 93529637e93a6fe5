"""Turns what goes on a paper roll into the bytes of ESC/POS, the language of receipt printers."""

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image

from kiosk.paper.barcodes import Bars
from kiosk.paper.escpos_library import escpos_printers
from kiosk.paper.roll import Roll, RollCode, RollGap, RollPart, RollPicture, RollRule, RollText, Style
from kiosk.words.direction import without_marks

# Of all letters that a printer may know: first the tables with German and Polish, then others.
_CODE_PAGES = ("CP852", "CP1250", "CP858", "CP1252", "CP850", "CP437", "CP866", "CP737")
_SAID_AS = {
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "·": "-", "•": "-",
    "€": "EUR", "ß": "ss", "Ł": "L", "ł": "l", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_INITIALIZE = b"\x1b@"
_BARS_DOTS, _BAR_MODULES = 80, (3, 2)
_SQUARE_DOTS = 6
_MOST_COLUMNS_LARGE = 2  # a large letter is two columns wide


@dataclass(frozen=True, slots=True)
class RollPaper:
    """The printer's paper: columns of its normal letters, dots across, and what it knows.

    `code_page` is the one table of letters to use, empty for whichever of the profile's has the letter.
    """

    columns: int = 48
    dots: int = 576
    profile: str = "default"
    code_page: str = ""
    cut: bool = True


def paper_of(width_mm: int, profile: str = "default", code_page: str = "", *, cut: bool = True) -> RollPaper:
    """Return paper of a width as printers of 203 dots an inch have it: 58 mm or 80 mm."""
    columns, dots = (32, 384) if width_mm < 70 else (48, 576)
    return RollPaper(columns, dots, profile, code_page, cut)


def known_to_printers(paper: RollPaper) -> tuple[bool, bool]:
    """Return whether there is a printer of that profile, and whether it has that code page."""
    escpos_printers()
    from escpos.capabilities import CAPABILITIES, get_profile

    if paper.profile not in CAPABILITIES["profiles"]:
        return False, True
    return True, paper.code_page in ("", *get_profile(paper.profile).get_code_pages())


def escpos_bytes(roll: Roll, paper: RollPaper) -> bytes:
    """Return the bytes that print the roll and cut it off."""
    printer = _Writer(paper)
    for part in roll.parts:
        printer.write(part)
    return printer.finished()


class _Writer:
    """One roll being written, with what the printer is set to."""

    def __init__(self, paper: RollPaper) -> None:
        self._paper = paper
        self._device: Any = escpos_printers().Dummy(profile=paper.profile)
        self._device._raw(_INITIALIZE)
        pages = self._device.profile.get_code_pages()
        wanted = (paper.code_page,) if paper.code_page else _CODE_PAGES
        known = {name: int(pages[name]) for name in wanted if name in pages}
        self._letters = self._device.magic.encoder
        # With none of ours it has plain letters alone, in whichever table it begins.
        self._letters.codepages = known or {"CP437": 0}
        # It asks those first that were used before: our order instead of the printer's.
        self._letters.used_encodings = {next(iter(self._letters.codepages))}

    def write(self, part: RollPart) -> None:
        match part:
            case RollText():
                self._text(part)
            case RollRule():
                self._lines(["-" * self._paper.columns], Style.NORMAL)
            case RollGap():
                self._device.ln()
            case RollCode():
                self._bars(part.bars)
                self._text(RollText(part.bars.text, middle=True))
            case RollPicture():
                self._picture(_squares_picture(part.rows, self._paper.dots))

    def finished(self) -> bytes:
        if self._paper.cut:
            self._device.cut(mode="PART")
        else:
            self._device.ln(4)
        whole: bytes = self._device.output
        return whole

    def _text(self, part: RollText) -> None:
        columns = self._paper.columns // (_MOST_COLUMNS_LARGE if part.style is Style.LARGE else 1)
        lines = list(_laid_out(self._printable(part.text), self._printable(part.right), part, columns))
        self._lines(lines, part.style)

    def _lines(self, lines: list[str], style: Style) -> None:
        large = style is Style.LARGE
        self._device.set(bold=style in (Style.BOLD, Style.LARGE))
        if large:
            self._device.set(double_width=True, double_height=True)
        for line in lines:
            self._device.textln(line)
        if large:
            self._device.set(normal_textsize=True)

    def _picture(self, picture: Image.Image) -> None:
        self._device.image(picture, impl="bitImageRaster")

    def _bars(self, bars: Bars) -> None:
        module = next((size for size in _BAR_MODULES if bars.room * size <= self._paper.dots), 0)
        if module:  # what is too wide for the paper keeps its number alone
            self._picture(_bars_picture(bars, self._paper.dots, module))

    def _printable(self, text: str) -> str:
        """Return the text in letters that the printer has; what it has not becomes the nearest, else "?"."""
        composed = unicodedata.normalize("NFC", " ".join(without_marks(text).split()))
        return "".join(map(self._nearest, composed))

    def _nearest(self, letter: str) -> str:
        if self._has(letter):
            return letter
        said = _SAID_AS.get(letter) or unicodedata.normalize("NFKD", letter)
        return "".join(one if self._has(one) else "?" for one in said if not unicodedata.combining(one))

    def _has(self, letter: str) -> bool:
        if ord(letter) < 128:
            return letter.isprintable()
        return any(self._letters.can_encode(page, letter) for page in self._letters.codepages)


def _laid_out(text: str, right: str, part: RollText, columns: int) -> Iterator[str]:
    """Yield lines no wider than the paper; what stands at the right goes on the last where it has room."""
    later = " " * min(part.indent, columns // 2)
    lines = textwrap.wrap(text, columns, subsequent_indent=later, break_long_words=True)
    if part.middle:
        lines = [line.center(columns).rstrip() for line in lines]
    if not right:
        yield from lines
        return
    last = lines[-1] if lines else ""
    if len(last) + 1 + len(right) <= columns:
        yield from lines[:-1]
        yield f"{last}{right.rjust(columns - len(last))}"
    else:
        yield from lines
        yield from (line.rjust(columns) for line in textwrap.wrap(right, columns))


def _bars_picture(bars: Bars, dots: int, module: int) -> Image.Image:
    """Return the bars in whole dots, in the middle of the paper."""
    picture = Image.new("1", (dots, _BARS_DOTS), 1)
    left = (dots - bars.room * module) // 2 + bars.quiet[0] * module
    for place, across in bars.bars:
        picture.paste(0, (left + place * module, 0, left + (place + across) * module, _BARS_DOTS))
    return picture


def _squares_picture(rows: tuple[tuple[bool, ...], ...], dots: int) -> Image.Image:
    side = max(1, min(_SQUARE_DOTS, dots // max(len(rows) + 8, 1)))
    picture = Image.new("1", (dots, (len(rows) + 8) * side), 1)
    left = (dots - len(rows) * side) // 2
    for down, row in enumerate(rows, 4):
        for across, dark in enumerate(row):
            if dark:
                x, y = left + across * side, down * side
                picture.paste(0, (x, y, x + side, y + side))
    return picture
