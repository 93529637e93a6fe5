"""Fills an article in for a situation: the answer first, then what follows, with live values inside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.model.article import Article
from kiosk.policies.answer import ArticleAnswer, RelatedQuestion
from kiosk.policies.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Run,
    Steps,
    Table,
    TableRow,
    plain,
    plain_block,
)
from kiosk.policies.live.situation import Situation
from kiosk.policies.live.tables import fill_table
from kiosk.policies.live.values import fill
from kiosk.policies.placeholders import ACCOUNT_VALUES, Placeholder, lone_table, split
from kiosk.policies.refining import refinements


def write_answer(
    article: Article,
    template: tuple[Block, ...],
    situation: Situation,
    related: tuple[RelatedQuestion, ...] = (),
    score: float = 1.0,
) -> ArticleAnswer:
    """Return the article with its values filled in; ``template`` is its Markdown, read before.

    What cannot be filled takes its paragraph, point or row with it.
    """
    pen = _Pen(situation)
    blocks = tuple(_without_empty_sections(pen.blocks(template)))
    lead = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
    figure = pen.text(article.figure) if article.figure else None
    return ArticleAnswer(
        key=article.key,
        language=article.language,
        topic=article.topic,
        title=pen.text(article.title) or article.title,
        figure=figure,
        lead=lead,
        blocks=blocks[1:] if lead is not None else blocks,
        text="\n\n".join(plain_block(block) for block in blocks),
        refine=refinements(article, situation),
        related=related,
        as_of=situation.today,
        account_would_say=pen.lacks_account,
        personal=pen.tells_of_account,
        score=score,
    )


@dataclass(slots=True)
class _Pen:
    """Writes for one situation and remembers whether an account was missed, or told of."""

    situation: Situation
    lacks_account: bool = field(default=False)
    tells_of_account: bool = field(default=False)

    def blocks(self, template: Iterable[Block]) -> Iterator[Block]:
        for block in template:
            filled = self._block(block)
            if filled is not None:
                yield filled

    def text(self, text: str) -> str | None:
        """Return the text filled in, or None where a value is not to be had."""
        parts: list[str] = []
        for part in split(text):
            value = part if isinstance(part, str) else self._value(part)
            if value is None:
                return None
            parts.append(value)
        return "".join(parts)

    def _value(self, placeholder: Placeholder) -> str | None:
        value = fill(placeholder, self.situation)
        if placeholder.name in ACCOUNT_VALUES:
            self.lacks_account |= value is None and self.situation.patron is None
            self.tells_of_account |= value is not None
        return value

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph(runs):
                table = lone_table(plain(runs))
                if table is not None:
                    # What is left of a limit tells how many things somebody has at home.
                    self.tells_of_account |= table.name == "limits" and self.situation.is_own
                    return fill_table(table, self.situation)
                filled = self._runs(runs)
                return None if filled is None else Paragraph(filled)
            case Heading(text):
                heading = self.text(text)
                return None if heading is None else Heading(heading)
            case Bullets(items):
                points = self._points(items)
                return Bullets(points) if points else None
            case Steps(items):
                points = self._points(items)
                return Steps(points) if points else None
            case Table():
                return self._table(block)

    def _runs(self, runs: Iterable[Run]) -> tuple[Run, ...] | None:
        filled = [(self.text(run.text), run.strong) for run in runs]
        if any(text is None for text, _strong in filled):
            return None
        return tuple(Run(text, strong) for text, strong in filled if text)

    def _points(self, items: Iterable[tuple[Run, ...]]) -> tuple[tuple[Run, ...], ...]:
        return tuple(filled for item in items if (filled := self._runs(item)) is not None)

    def _table(self, table: Table) -> Table | None:
        rows = (tuple(self.text(cell) for cell in row.cells) for row in table.rows)
        whole = tuple(TableRow(tuple(c or "" for c in cells)) for cells in rows if None not in cells)
        return Table(table.header, whole) if whole else None


def _without_empty_sections(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out headings under which nothing was left."""
    waiting: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            waiting = block
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield block
