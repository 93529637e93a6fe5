"""An answer's paragraphs, lists and tables as a screen shows them; free of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, TableRow

FIGURES = frozenset({"loans", "limits", "fees", "membership"})
_BY_KIND = frozenset({"loans", "limits", "fees"})
_HEAD_SIZE = 0.85  # heads are set smaller than cells
_ICON_LETTERS = 4  # room that an icon takes, in letters
_GAP_LETTERS = 1.5
_WIDEST = 30  # letters of a cell that count for its column: longer ones are broken
_KINDS = MappingProxyType(
    {
        "book": ("book", "bk", "reference", "large_print"),
        "e-book": ("ebook", "e-book", "ereader"),
        "audio": ("audiobook", "audio"),
        "film": ("dvd", "film", "video", "bluray", "blu-ray", "movie"),
        "music": ("music", "cd", "score", "music_score", "record", "vinyl"),
        "game": ("game", "boardgame", "toy"),
        "calendar": ("magazine", "serial", "journal", "newspaper", "periodical"),
        "map": ("map", "atlas"),
    }
)
_CHANNELS = MappingProxyType({"phone": "phone", "email": "mail", "web": "globe", "chat": "ask"})


@dataclass(frozen=True, slots=True)
class AnswerBlock:
    """One block; `kind` is paragraph, heading, bullets, steps or table, texts are marked up in bold.

    A table has heads, rows and the columns' shares of the width; `figures` stand right, `marked` is
    the row asked for or -1.
    """

    number: int
    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    icons: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    marked: int = -1
    figures: bool = False


def answer_blocks(blocks: Iterable[Block]) -> tuple[AnswerBlock, ...]:
    """Return the blocks ready to show."""
    return tuple(_shown(number, block) for number, block in enumerate(blocks))


def marked_up(runs: Iterable[Run]) -> str:
    """Return runs as text with bold marks, in which nothing else is a mark."""
    return "".join(f"<b>{_safe(run.text)}</b>" if run.strong else _safe(run.text) for run in runs)


def kind_icon(code: str) -> str:
    """Return the drawing of an item type by its code."""
    wanted = code.casefold()
    parts = {wanted, *wanted.replace("-", "_").split("_")}
    return next((icon for icon, codes in _KINDS.items() if parts & set(codes)), "tag")


def channel_icon(kind: str) -> str:
    """Return the drawing of a way to reach the library."""
    return _CHANNELS.get(kind, "info")


def _safe(text: str) -> str:
    return escape(text, quote=False)


def _shown(number: int, block: Block) -> AnswerBlock:
    match block:
        case Paragraph(runs):
            return AnswerBlock(number, "paragraph", text=marked_up(runs))
        case Heading(text):
            return AnswerBlock(number, "heading", text=text)
        case Bullets(items):
            return AnswerBlock(number, "bullets", items=tuple(marked_up(item) for item in items))
        case Steps(items):
            return AnswerBlock(number, "steps", items=tuple(marked_up(item) for item in items))
        case Table():
            return _table(number, block)


def _table(number: int, table: Table) -> AnswerBlock:
    rows = sorted(table.rows, key=lambda row: not row.marked) if table.name in FIGURES else list(table.rows)
    cells = tuple(_padded(row.cells, len(table.header)) for row in rows)
    icons = tuple(_row_icon(table.name, row) for row in rows)
    if not any(icons):
        icons = ()
    return AnswerBlock(
        number,
        "table",
        heads=table.header,
        rows=cells,
        icons=icons,
        shares=_shares(table.header, cells, bool(icons)),
        marked=next((place for place, row in enumerate(rows) if row.marked), -1),
        figures=table.name in FIGURES,
    )


def _padded(cells: Sequence[str], count: int) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(count - len(cells))))[:count]


def _row_icon(table: str, row: TableRow) -> str:
    if table in _BY_KIND:
        return kind_icon(row.key) if row.key else "shelf"
    if table == "channels":
        return channel_icon(row.key)
    return "pin" if table == "branches" else ""


def _shares(heads: Sequence[str], rows: Sequence[Sequence[str]], icons: bool) -> tuple[float, ...]:
    """Share the width out by the longest text of each column."""
    if not heads:
        return ()
    letters = [
        max([len(head) * _HEAD_SIZE, *(min(len(row[column]), _WIDEST) for row in rows)], default=1)
        for column, head in enumerate(heads)
    ]
    letters = [count + _GAP_LETTERS for count in letters]
    letters[0] += _ICON_LETTERS if icons else 0
    total = sum(letters) or 1
    return tuple(round(count / total, 4) for count in letters)
