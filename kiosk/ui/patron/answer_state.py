"""What the Answer page shows: the answer, questions to choose from, or how else to ask; free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.model.library import Library
from kiosk.policies.answer import Answered, ArticleAnswer, Band, Refinement, RelatedQuestion
from kiosk.policies.blocks import Block, Heading, Table
from kiosk.ui.patron.answer_blocks import AnswerBlock, answer_blocks, marked_up
from kiosk.ui.patron.answer_reading import Reading
from kiosk.ui.patron.ask_state import FlowRow, QuestionRow, TopicChip, flow_rows, question_rows, topic_chips
from kiosk.ui.patron.channel_rows import ChannelRow, channel_rows
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording

CHOICES = 3
_JOIN = "join-library"  # the article that tells how


class AnswerMode(StrEnum):
    """What the page shows; `waiting` is blank until the answer is there."""

    WAITING = "waiting"
    ANSWER = "answer"
    CHOOSE = "choose"
    NONE = "none"
    TROUBLE = "trouble"


class Verdict(StrEnum):
    """Whether the answer helped."""

    OPEN = ""
    YES = "yes"
    NO = "no"


class Paper(StrEnum):
    """How far the slip is."""

    NONE = ""
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RefineGroup:
    """Something the answer depends on."""

    key: str
    prompt: str


@dataclass(frozen=True, slots=True)
class RefineChip:
    """One value of it."""

    value: str
    label: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class AnswerInputs:
    """What is asked and done on one question's page.

    `chosen` is what chips or the question's own words say; `turn` tells one question from the next, `step`
    one answer to it from the next.
    """

    question: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    verdict: Verdict = Verdict.OPEN
    paper: Paper = Paper.NONE
    paper_code: str = ""
    slow: bool = False
    trouble: Trouble | None = None
    turn: int = 0
    step: int = 0


@dataclass(frozen=True, slots=True)
class AnswerState:
    """The page as its view model shows it, every text ready."""

    mode: str = AnswerMode.WAITING
    question: str = ""
    title: str = ""
    figure: str = ""
    lead: str = ""
    groups: tuple[RefineGroup, ...] = ()
    chips: Mapping[str, tuple[RefineChip, ...]] = field(default_factory=dict)
    blocks: tuple[AnswerBlock, ...] = ()
    details: tuple[AnswerBlock, ...] = ()
    as_of: str = ""
    card_hint: str = ""
    paper: str = Paper.NONE
    paper_note: str = ""
    verdict: str = Verdict.OPEN
    others: tuple[QuestionRow, ...] = ()
    related: tuple[QuestionRow, ...] = ()
    topics: tuple[TopicChip, ...] = ()
    flows: tuple[FlowRow, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    search: str = ""
    slow: bool = False
    turn: int = 0
    joining: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where, when and in which words the page is shown."""

    library: Library
    branch: str
    words: Wording
    now: datetime
    signed_in: bool = False
    joining: bool = False  # whether one can join at this kiosk

    def channels(self) -> tuple[ChannelRow, ...]:
        """Return how else the library is reached."""
        return channel_rows(self.library, self.branch, self.words, self.now)


def answer_state(inputs: AnswerInputs, reading: Reading, around: Surroundings) -> AnswerState:
    """Derive the page."""
    words, answered = around.words, reading.answered
    query = answered.catalog_query if answered is not None else None
    state = AnswerState(
        question=inputs.question,
        search=words("answer.search", text=query) if query else "",
        slow=inputs.slow,
        turn=inputs.turn,
    )
    if inputs.trouble:
        title = inputs.trouble.said(words)
        return replace(state, mode=AnswerMode.TROUBLE, title=title, channels=around.channels())
    if reading.shown is not None:
        return _answer(state, inputs, reading, reading.shown, around)
    if answered is None:
        return state
    if answered.band is Band.NONE or not answered.answers:
        return replace(
            state,
            mode=AnswerMode.NONE,
            title=words("answer.none"),
            topics=topic_chips(reading.topics),
            flows=flow_rows(reading.flows),
            channels=around.channels(),
        )
    others = question_rows(_titles(answered))[:CHOICES]
    title = words("answer.choose" if len(others) > 1 else "answer.choose.one")
    flows = flow_rows(flow for answer in answered.answers[:CHOICES] for flow in answer.flows)
    channels = around.channels()
    return replace(state, mode=AnswerMode.CHOOSE, title=title, others=others, flows=flows, channels=channels)


def pinned(refine: Sequence[Refinement], branch: str, category: str | None) -> dict[str, str]:
    """Return what the question itself settled: the values that nobody else here would have got."""
    usual = {"branch": branch, "patron_category": category, "item_type": None, "day": "today"}
    return {one.key: one.chosen for one in refine if one.chosen and one.chosen != usual.get(one.key)}


def _card_would_tell(answer: ArticleAnswer, reading: Reading, around: Surroundings) -> bool:
    asked_of_oneself = reading.answered is not None and reading.answered.sign_in
    return (answer.account_would_say or asked_of_oneself) and not around.signed_in


def _answer(
    state: AnswerState, inputs: AnswerInputs, reading: Reading, answer: ArticleAnswer, around: Surroundings
) -> AnswerState:
    words = around.words
    refused = inputs.verdict is Verdict.NO
    told, details = _parted(answer)
    return replace(
        state,
        mode=AnswerMode.ANSWER,
        title=answer.title,
        figure=answer.figure or "",
        lead=marked_up(answer.lead.runs) if answer.lead is not None else "",
        groups=tuple(RefineGroup(one.key, one.prompt) for one in answer.refine),
        chips={one.key: _chips(one) for one in answer.refine},
        blocks=answer_blocks(told),
        details=answer_blocks(details),
        as_of=words("answer.as_of", day=words.dated(answer.as_of, "year")),
        card_hint=words("answer.card_hint") if _card_would_tell(answer, reading, around) else "",
        paper=inputs.paper,
        paper_note=words(f"answer.paper.{inputs.paper}", code=inputs.paper_code) if inputs.paper else "",
        verdict=inputs.verdict,
        others=_others(reading, answer) if refused else (),
        related=question_rows(answer.related),
        flows=flow_rows(answer.flows),
        channels=around.channels() if refused else (),
        joining=around.joining and answer.key == _JOIN,
    )


def _parted(answer: ArticleAnswer) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part what answers from what else is worth knowing: the sections after a figure and its table."""
    tables = [place for place, block in enumerate(answer.blocks) if isinstance(block, Table)]
    if not answer.figure or not tables:
        return answer.blocks, ()
    later = (
        place for place, block in enumerate(answer.blocks) if place > tables[0] and isinstance(block, Heading)
    )
    place = next(later, len(answer.blocks))
    return answer.blocks[:place], answer.blocks[place:]


def _chips(refinement: Refinement) -> tuple[RefineChip, ...]:
    """Return the choices as chips; the names of days begin large there as all others do."""
    return tuple(
        RefineChip(
            choice.value, choice.label[:1].upper() + choice.label[1:], choice.value == refinement.chosen
        )
        for choice in refinement.choices
    )


def _others(reading: Reading, answer: ArticleAnswer) -> tuple[QuestionRow, ...]:
    """Return what else the question may have meant; of a question touched there is nothing else."""
    if reading.answered is None:
        return ()
    known = {answer.key, *(one.key for one in answer.related)}
    return question_rows(one for one in _titles(reading.answered) if one.key not in known)


def _titles(answered: Answered) -> list[RelatedQuestion]:
    return [RelatedQuestion(answer.key, answer.title) for answer in answered.answers]
