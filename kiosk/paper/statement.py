"""The statement of a card's charges: what was charged, paid and forgiven, and what is still owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.model.money import Money
from kiosk.paper.own_words import NONE, OwnWords
from kiosk.paper.roll import Roll, RollPart, RollRule, RollText, Style, head_of, paragraphs
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A charge or, with a minus, what was paid or forgiven; `title` is the item's, `what` names the kind."""

    day: date
    what: str
    amount: Money
    title: str = ""


@dataclass(frozen=True, slots=True)
class StatementPaper:
    """What the statement says; `running` are fines that still grow. No name and no card number."""

    library: str
    branch: str
    at: datetime
    lines: tuple[StatementLine, ...]
    owed: Money
    running: Money | None = None
    own: OwnWords = NONE

    def heading(self, words: Wording) -> str:
        """Return what the paper is called."""
        return self.own.heading or words("statement.title")


def statement_roll(statement: StatementPaper, words: Wording) -> Roll:
    """Return the statement for a roll."""
    return Roll(statement.heading(words), statement.library, tuple(_parts(statement, words)))


def _parts(statement: StatementPaper, words: Wording) -> Iterator[RollPart]:
    yield from head_of(statement.library, statement.branch, statement.at, words)
    yield RollText(statement.heading(words), Style.BOLD)
    yield from paragraphs(statement.own.above)
    yield RollRule()
    for line in statement.lines:
        yield RollText(f"{words.dated(line.day, 'numeric')} {line.what}", right=words.money(line.amount))
        if line.title:
            yield RollText(line.title, Style.SMALL, indent=2)
    if not statement.lines:
        yield RollText(words("statement.none"))
    yield RollRule()
    yield RollText(words("statement.owed"), Style.BOLD, right=words.money(statement.owed))
    if statement.running:
        yield RollText(words("statement.running"), right=words.money(statement.running))
    yield from paragraphs(statement.own.below)
