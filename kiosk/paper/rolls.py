"""Receipts, slips and answers as they go on a paper roll."""

from collections.abc import Iterator

from kiosk.paper.answer_slip import AnswerSlip, SlipPart, SlipText
from kiosk.paper.reach import reach_parts
from kiosk.paper.receipt import Receipt, ReceiptLine, due_text
from kiosk.paper.roll import (
    Roll,
    RollGap,
    RollPart,
    RollPicture,
    RollRule,
    RollText,
    Style,
    head_of,
    paragraphs,
)
from kiosk.paper.slip import ShelfSlip
from kiosk.words import Wording


def receipt_roll(receipt: Receipt, words: Wording) -> Roll:
    """Return the receipt for a roll."""
    return Roll(receipt.heading(words), receipt.library, tuple(_receipt(receipt, words)))


def slip_roll(slip: ShelfSlip, words: Wording) -> Roll:
    """Return the slip for the shelf for a roll."""
    return Roll(slip.title, slip.library, tuple(_slip(slip, words)))


def answer_roll(slip: AnswerSlip, words: Wording) -> Roll:
    """Return an answer for a roll."""
    return Roll(slip.question, slip.library, tuple(_answer(slip, words)))


def _receipt(receipt: Receipt, words: Wording) -> Iterator[RollPart]:
    yield from head_of(receipt.library, receipt.branch, receipt.at, words)
    yield RollText(receipt.heading(words), Style.BOLD)
    yield from paragraphs(receipt.own.above)
    for line in receipt.lines:
        yield RollRule()
        yield from _item(line, words)
    yield RollRule()
    done = sum(1 for line in receipt.lines if line.refused is None)
    yield RollText(words.count(f"receipt.{receipt.kind}.count", done), Style.BOLD)
    yield from paragraphs(receipt.below)
    yield from reach_parts(receipt.told)


def _item(line: ReceiptLine, words: Wording) -> Iterator[RollPart]:
    yield RollText(line.title, Style.BOLD)
    yield RollText(line.barcode)
    if line.refused is not None:
        yield RollText(line.refused)
        return
    if line.due_at is not None:
        yield RollText(words("receipt.due"), right=due_text(line.due_at, words))
    if line.note:
        yield RollText(line.note)
    if line.charge:
        yield RollText(words("receipt.charge"), right=words.money(line.charge))


def _slip(slip: ShelfSlip, words: Wording) -> Iterator[RollPart]:
    yield from head_of(slip.library, "", slip.at, words)
    yield RollText(slip.title, Style.BOLD)
    for text in (slip.author, slip.meta):
        yield from _said(text)
    if slip.call_number:
        yield RollGap()
        yield RollText(slip.call_number, Style.LARGE)
        yield RollGap()
    for place in slip.place:
        yield RollText(place, Style.BOLD)
    yield from _said(slip.state)
    if slip.qr:
        yield RollPicture(slip.qr)


def _answer(slip: AnswerSlip, words: Wording) -> Iterator[RollPart]:
    yield from head_of(slip.library, "", slip.at, words)
    yield RollText(slip.question, Style.BOLD)
    yield from _said(slip.figure, Style.LARGE)
    yield from _said(slip.lead)
    for setting in slip.settings:
        yield RollText(setting, Style.SMALL)
    for text in slip.texts:
        yield RollGap()
        yield from _part(text)
    yield RollRule()
    yield RollText(words("answer.as_of", day=words.dated(slip.as_of, "year")), Style.SMALL)
    yield from reach_parts(slip.reach)


def _part(text: SlipText) -> Iterator[RollPart]:
    match text.part:
        case SlipPart.BULLETS:
            for line in text.lines:
                yield RollText(f"- {line}", indent=2)
        case SlipPart.STEPS:
            for number, line in enumerate(text.lines, 1):
                yield RollText(f"{number}. {line}", indent=3)
        case SlipPart.TABLE:
            for place, row in enumerate(text.rows):
                yield from _row(text.heads, row, Style.BOLD if place == text.marked else Style.NORMAL)
        case _:
            heading = text.part is SlipPart.HEADING
            yield RollText(" ".join(text.lines), Style.BOLD if heading else Style.NORMAL)


def _row(heads: tuple[str, ...], cells: tuple[str, ...], style: Style) -> Iterator[RollPart]:
    """Yield a table's row: one value beside its name, several below it with their own."""
    first, others = (cells[0] if cells else ""), cells[1:]
    if len(others) <= 1:
        yield RollText(first, style, right="".join(others))
        return
    yield RollText(first, Style.BOLD)
    for head, cell in zip((*heads[1:], *("" for _ in others)), others, strict=False):
        yield RollText(head, style, right=cell)


def _said(text: str, style: Style = Style.NORMAL) -> Iterator[RollPart]:
    if text:
        yield RollText(text, style)
