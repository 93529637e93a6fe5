"""What an answer's text is made of, as data that a screen, a slip or a voice can show."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, up to the next heading."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points in no order."""

    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, one after the other."""

    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; ``key`` is the code it is about (an item type, a branch), ``marked`` the one asked for."""

    cells: tuple[str, ...]
    key: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``name`` is that of a live one (loans, hours …), empty where the article wrote it."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    name: str = ""


Block = Paragraph | Heading | Bullets | Steps | Table


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs without their weight."""
    return "".join(run.text for run in runs)


def plain_block(block: Block) -> str:
    """Return a block as lines of plain text; a table row reads "first: second, third"."""
    match block:
        case Paragraph(runs):
            return plain(runs)
        case Heading(text):
            return text
        case Bullets(items):
            return "\n".join(f"– {plain(item)}" for item in items)
        case Steps(items):
            return "\n".join(f"{number}. {plain(item)}" for number, item in enumerate(items, 1))
        case Table(header, rows):
            return "\n".join(_plain_row(header, row.cells) for row in rows)


def _plain_row(header: tuple[str, ...], cells: tuple[str, ...]) -> str:
    first, *others = cells or ("",)
    names = header[1:] + ("",) * len(others)
    # A table of two columns speaks for itself; in a wider one each value is named.
    if len(others) < 2:
        return ": ".join((first, *others))
    named = (f"{name} {cell}".strip() for name, cell in zip(names, others, strict=False))
    return f"{first}: {', '.join(named)}"
