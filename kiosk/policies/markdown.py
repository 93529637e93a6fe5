"""Reads an article's Markdown into blocks; HTML, pictures and links come out as their bare text."""

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, TableRow

_FORBIDDEN = {
    "html_block": "html",
    "html_inline": "html",
    "image": "picture",
    "link_open": "link",
    "fence": "code",
    "code_block": "code",
    "blockquote_open": "quotation",
}


def read_markdown(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text; placeholders stand in them as written."""
    return tuple(_blocks(_parser(False).parse(text)))


def forbidden_parts(text: str) -> tuple[str, ...]:
    """Return what the text uses that articles may not: html, picture, link, code, quotation."""
    tokens = _parser(True).parse(text)
    inner = (child for token in tokens for child in token.children or ())
    kinds = (_FORBIDDEN.get(token.type) for token in (*tokens, *inner))
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None))


@cache
def _parser(html: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": html}).enable("table")


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _closing(tokens, position)
        inside = tokens[position + 1 : end]
        match token.type:
            case "heading_open":
                yield Heading("".join(run.text for run in _runs_of(inside)))
            case "paragraph_open":
                yield Paragraph(_runs_of(inside))
            case "bullet_list_open":
                yield Bullets(tuple(_items(inside)))
            case "ordered_list_open":
                yield Steps(tuple(_items(inside)))
            case "table_open":
                yield _table(inside)
            case "blockquote_open":
                yield from _blocks(inside)
            case "fence" | "code_block":
                yield Paragraph((Run(" ".join(token.content.split())),))
            case _:
                pass
        position = end + 1


def _closing(tokens: Sequence[Token], start: int) -> int:
    """Return the position of the token that closes the one at ``start``, or its own."""
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth <= 0:
            return position
    return len(tokens) - 1


def _items(tokens: Sequence[Token]) -> Iterator[tuple[Run, ...]]:
    """Yield the points of a list, those of lists within it after their own."""
    for token in tokens:
        if token.type == "inline":
            yield _runs(token)


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    for token in tokens:
        if token.type == "inline":
            cells.append("".join(run.text for run in _runs(token)))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
    return Table(rows[0], tuple(TableRow(row) for row in rows[1:]))


def _runs_of(tokens: Sequence[Token]) -> tuple[Run, ...]:
    return tuple(run for token in tokens if token.type == "inline" for run in _runs(token))


def _runs(inline: Token) -> tuple[Run, ...]:
    runs: list[Run] = []
    strong = 0
    for token in inline.children or ():
        if token.type in ("strong_open", "strong_close"):
            strong += token.nesting
            continue
        text = " " if token.type in ("softbreak", "hardbreak") else token.content
        if not text:
            continue
        if runs and runs[-1].strong == bool(strong):
            text = runs.pop().text + text
        runs.append(Run(text, bool(strong)))
    return tuple(runs)
