"""An answer as the kiosk lays it out, as rich text for a preview; whatever was typed is only text in it."""

from collections.abc import Iterable
from html import escape

from kiosk.look.palette import Palette
from kiosk.policies.answer import ArticleAnswer
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table


def answer_text(answer: ArticleAnswer, palette: Palette, related: str) -> str:
    """Return question, figure, lead, blocks and chips; ``related`` heads the questions beside it."""
    parts = [f'<p style="font-size:20px; font-weight:700; margin:0 0 8px 0">{escape(answer.title)}</p>']
    if answer.figure:
        parts.append(
            f'<p style="font-size:34px; font-weight:700; color:{palette.askText}; margin:0 0 8px 0">'
            f"{escape(answer.figure)}</p>"
        )
    if answer.lead is not None:
        parts.append(f'<p style="font-size:17px; margin:0 0 10px 0">{_runs(answer.lead.runs)}</p>')
    parts += [_block(block, palette) for block in answer.blocks]
    for chip in answer.refine:
        labels = (_chip(one.label, one.value == chip.chosen, palette) for one in chip.choices)
        parts.append(
            f'<p style="color:{palette.ink2}; margin:10px 0 2px 0">{escape(chip.prompt)}</p>'
            f'<p style="margin:0; line-height:150%">{" ".join(labels)}</p>'
        )
    if answer.related:
        lines = "<br>".join(escape(one.title) for one in answer.related)
        parts.append(
            f'<p style="color:{palette.ink2}; margin:12px 0 2px 0">{escape(related)}</p>'
            f'<p style="color:{palette.link}; margin:0">{lines}</p>'
        )
    return "".join(parts)


def _block(block: Block, palette: Palette) -> str:
    match block:
        case Paragraph(runs):
            return f'<p style="margin:0 0 8px 0">{_runs(runs)}</p>'
        case Heading(text):
            return f'<p style="font-size:16px; font-weight:700; margin:10px 0 4px 0">{escape(text)}</p>'
        case Bullets(items):
            return f'<ul style="margin:0 0 8px 0; -qt-list-indent:1">{_points(items)}</ul>'
        case Steps(items):
            return f'<ol style="margin:0 0 8px 0; -qt-list-indent:1">{_points(items)}</ol>'
        case Table():
            return _table(block, palette)


def _points(items: Iterable[tuple[Run, ...]]) -> str:
    return "".join(f"<li>{_runs(item)}</li>" for item in items)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.strong else escape(run.text) for run in runs)


def _table(table: Table, palette: Palette) -> str:
    head = "".join(
        f'<td style="padding:3px 6px 3px 0; font-size:13px; color:{palette.ink2}"><b>{escape(cell)}</b></td>'
        for cell in table.header
    )
    rows = "".join(
        f"<tr{_ground(row.marked, palette)}>"
        + "".join(
            f'<td style="padding:3px 6px 3px 0; font-size:14px">{escape(cell)}</td>' for cell in row.cells
        )
        + "</tr>"
        for row in table.rows
    )
    return f'<table cellspacing="0" width="100%" style="margin:0 0 8px 0"><tr>{head}</tr>{rows}</table>'


def _ground(marked: bool, palette: Palette) -> str:
    return f' bgcolor="{palette.tintAsk}"' if marked else ""


def _chip(label: str, chosen: bool, palette: Palette) -> str:
    ground, ink = (palette.ink, palette.paper) if chosen else (palette.sunk, palette.ink)
    # Blanks that do not break keep a chip in one piece.
    text = escape(label).replace(" ", "&nbsp;")
    return f'<span style="background-color:{ground}; color:{ink}">&nbsp;{text}&nbsp;</span>'
