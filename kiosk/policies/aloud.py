"""Turns an answer into sentences for the ear, in the answer's own language."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kiosk.policies.answer import ArticleAnswer
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Steps, Table, TableRow, plain
from kiosk.words import Wording, wording
from kiosk.words.aloud import sentence

_NOTHING = " \u00a0–—-"  # what stands in a cell that has nothing to tell
_IN_ORDER = frozenset({"hours", "closures", "membership"})
"""Tables in the order of days, or of the kinds of cards, where the first row would tell whose is whose.

In others the row asked for is said first.
"""


def read_aloud(answer: ArticleAnswer) -> tuple[str, ...]:
    """Return what is said, sentence by sentence: the question, for whom, the answer, and what follows.

    What kind of card somebody has is nobody else's business in the room: it is not said.
    """
    words = wording(answer.language)
    said = (sentence(text, words) for text in _texts(answer, words))
    return tuple(text for text in said if text)


def _texts(answer: ArticleAnswer, words: Wording) -> Iterator[str]:
    yield answer.title
    yield from (one.told for one in answer.refine if not one.own)
    lead = plain(answer.lead.runs) if answer.lead is not None else ""
    if answer.figure and answer.figure not in lead:
        yield answer.figure
    yield lead
    for block in answer.blocks:
        yield from _of_block(block, words)
    yield words("answer.as_of", day=words.dated(answer.as_of, "year"))


def _of_block(block: Block, words: Wording) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield plain(runs)
        case Heading(text):
            yield text
        case Bullets(items):
            yield from (plain(item) for item in items)
        case Steps(items):
            for number, item in enumerate(items, 1):
                yield words("aloud.step", n=number, text=plain(item))
        case Table(header, rows, name):
            in_order = rows if name in _IN_ORDER else sorted(rows, key=lambda row: not row.marked)
            yield from _rows(header, in_order, words)


def _rows(header: tuple[str, ...], rows: Iterable[TableRow], words: Wording) -> Iterator[str]:
    """Say a table row by row; a single column of values is named once."""
    names = header[1:]
    for place, row in enumerate(rows):
        first, *values = row.cells or ("",)
        told = [
            _cell("" if place and len(values) == 1 else name, value, words)
            for name, value in zip_longest(names[: len(values)], values, fillvalue="")
            if value.strip(_NOTHING)
        ]
        yield words("aloud.cell", head=first, text="; ".join(told)) if told else first


def _cell(name: str, value: str, words: Wording) -> str:
    return words("aloud.cell", head=name, text=value) if name.strip() else value
