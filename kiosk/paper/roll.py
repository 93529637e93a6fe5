"""What goes on a paper roll, whatever prints it: texts, rules and codes, one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kiosk.words import Wording

if TYPE_CHECKING:
    from kiosk.paper.barcodes import Bars


class Style(StrEnum):
    """How a line is set."""

    SMALL = "small"
    NORMAL = "normal"
    BOLD = "bold"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class RollText:
    """A text, broken where the paper ends; `right` stands at the other edge, below for want of room."""

    text: str
    style: Style = Style.NORMAL
    right: str = ""
    indent: int = 0
    middle: bool = False


@dataclass(frozen=True, slots=True)
class RollRule:
    """A line across the paper."""


@dataclass(frozen=True, slots=True)
class RollGap:
    """A little white."""


@dataclass(frozen=True, slots=True)
class RollCode:
    """A barcode with its number below."""

    bars: Bars


@dataclass(frozen=True, slots=True)
class RollPicture:
    """A code for phones: rows of dark and light squares."""

    rows: tuple[tuple[bool, ...], ...]


RollPart = RollText | RollRule | RollGap | RollCode | RollPicture


@dataclass(frozen=True, slots=True)
class Roll:
    """What is printed in one go; `title` names it, nobody is named."""

    title: str
    library: str
    parts: tuple[RollPart, ...]


def paragraphs(text: str) -> Iterator[RollPart]:
    """Yield the lines of a text, a little white for an empty one."""
    for line in text.splitlines():
        yield RollText(line) if line.strip() else RollGap()


def head_of(library: str, branch: str, at: datetime, words: Wording) -> Iterator[RollPart]:
    """Yield how every paper begins: whose it is, where and when."""
    yield RollText(library, Style.BOLD)
    if branch:
        yield RollText(branch)
    yield RollText(f"{words.dated(at, 'year')}, {words.clock(at)}")
    yield RollGap()
