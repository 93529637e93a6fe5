"""Says what of an answer goes on paper; free of Qt but for the visit it is made of."""

from kiosk.paper.answer_slip import AnswerSlip, SlipPart, SlipText
from kiosk.policies.answer import ArticleAnswer
from kiosk.policies.blocks import Block, Bullets, Heading, Paragraph, Run, Steps, Table, plain
from kiosk.ui.patron.reach_paper import reach_on_paper
from kiosk.ui.patron.visit import Visit


def answer_slip(answer: ArticleAnswer, visit: Visit) -> AnswerSlip:
    """Return the slip of an answer as it is shown, for what is chosen on its chips."""
    return AnswerSlip(
        library=visit.words.name(visit.library.name),
        at=visit.now(),
        as_of=answer.as_of,
        question=answer.title,
        figure=answer.figure or "",
        lead=plain(answer.lead.runs) if answer.lead is not None else "",
        settings=tuple(filter(None, (one.told for one in answer.refine))),
        texts=tuple(_text(block) for block in answer.blocks),
        reach=reach_on_paper(visit),
    )


def _text(block: Block) -> SlipText:
    match block:
        case Paragraph(runs):
            return SlipText(SlipPart.PARAGRAPH, (plain(runs),))
        case Heading(text):
            return SlipText(SlipPart.HEADING, (text,))
        case Bullets(items):
            return SlipText(SlipPart.BULLETS, _plain(items))
        case Steps(items):
            return SlipText(SlipPart.STEPS, _plain(items))
        case Table(header, rows):
            marked = next((place for place, row in enumerate(rows) if row.marked), -1)
            return SlipText(
                SlipPart.TABLE, heads=header, rows=tuple(row.cells for row in rows), marked=marked
            )


def _plain(items: tuple[tuple[Run, ...], ...]) -> tuple[str, ...]:
    return tuple(plain(item) for item in items)
