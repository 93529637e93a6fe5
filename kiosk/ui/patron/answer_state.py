"""What the Answer page shows: the answer, questions to choose from, or how else to ask; free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kiosk.model.library import Library
from kiosk.policies.answer import Answered, ArticleAnswer, Band, Refinement, RelatedQuestion, Topic
from kiosk.policies.live.opening import channels_shown
from kiosk.ui.patron.answer_blocks import AnswerBlock, answer_blocks, channel_icon, marked_up
from kiosk.ui.patron.ask_state import QuestionRow, TopicChip, question_rows, topic_chips
from kiosk.words import Wording

CHOICES = 3


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
class ChannelRow:
    """Another way to reach the library and whether somebody is there now."""

    kind: str
    name: str
    value: str
    state: str
    open: bool
    icon: str


@dataclass(frozen=True, slots=True)
class AnswerInputs:
    """All that decides what is shown of one question.

    `shown` is the article in sight, `chosen` what chips or the question's own words say, `number`
    that of the kept question. `turn` tells one question from the next.
    """

    question: str = ""
    answered: Answered | None = None
    shown: ArticleAnswer | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    verdict: Verdict = Verdict.OPEN
    paper: Paper = Paper.NONE
    number: int | None = None
    slow: bool = False
    trouble: str = ""
    turn: int = 0


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
    as_of: str = ""
    card_hint: str = ""
    paper: str = Paper.NONE
    paper_note: str = ""
    verdict: str = Verdict.OPEN
    others: tuple[QuestionRow, ...] = ()
    related: tuple[QuestionRow, ...] = ()
    topics: tuple[TopicChip, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    search: str = ""
    slow: bool = False
    turn: int = 0


def answer_state(
    inputs: AnswerInputs,
    library: Library,
    words: Wording,
    now: datetime,
    topics: Sequence[Topic] = (),
    signed_in: bool = False,
) -> AnswerState:
    """Derive the page."""
    query = inputs.answered.catalog_query if inputs.answered is not None else None
    state = AnswerState(
        question=inputs.question,
        search=words("answer.search", text=query) if query else "",
        slow=inputs.slow,
        turn=inputs.turn,
    )
    if inputs.trouble:
        title = words(inputs.trouble)
        return replace(
            state, mode=AnswerMode.TROUBLE, title=title, channels=channel_rows(library, words, now)
        )
    if inputs.shown is not None:
        return _answer(state, inputs, inputs.shown, library, words, now, signed_in)
    if inputs.answered is None:
        return state
    channels = channel_rows(library, words, now)
    if inputs.answered.band is Band.NONE or not inputs.answered.answers:
        title, chips = words("answer.none"), topic_chips(topics)
        return replace(state, mode=AnswerMode.NONE, title=title, topics=chips, channels=channels)
    others = question_rows(_titles(inputs.answered))[:CHOICES]
    title = words("answer.choose" if len(others) > 1 else "answer.choose.one")
    return replace(state, mode=AnswerMode.CHOOSE, title=title, others=others, channels=channels)


def channel_rows(library: Library, words: Wording, now: datetime) -> tuple[ChannelRow, ...]:
    """Return how else the library is reached, those first where somebody is there now."""
    found = sorted(channels_shown(library.channels, now, words), key=lambda channel: not channel.open)
    return tuple(
        ChannelRow(one.kind, one.name, one.value, one.hours, one.open, channel_icon(one.kind))
        for one in found
    )


def pinned(refine: Sequence[Refinement], branch: str, category: str | None) -> dict[str, str]:
    """Return what the question itself settled: the values that nobody else here would have got."""
    usual = {"branch": branch, "patron_category": category, "item_type": None}
    return {one.key: one.chosen for one in refine if one.chosen and one.chosen != usual.get(one.key)}


def _answer(
    state: AnswerState,
    inputs: AnswerInputs,
    answer: ArticleAnswer,
    library: Library,
    words: Wording,
    now: datetime,
    signed_in: bool,
) -> AnswerState:
    refused = inputs.verdict is Verdict.NO
    return replace(
        state,
        mode=AnswerMode.ANSWER,
        title=answer.title,
        figure=answer.figure or "",
        lead=marked_up(answer.lead.runs) if answer.lead is not None else "",
        groups=tuple(RefineGroup(one.key, one.prompt) for one in answer.refine),
        chips={one.key: _chips(one) for one in answer.refine},
        blocks=answer_blocks(answer.blocks),
        as_of=words("answer.as_of", day=words.dated(answer.as_of, "year")),
        card_hint=words("answer.card_hint") if answer.account_would_say and not signed_in else "",
        paper=inputs.paper,
        paper_note=words(f"answer.paper.{inputs.paper}") if inputs.paper else "",
        verdict=inputs.verdict,
        others=_others(inputs, answer) if refused else (),
        related=question_rows(answer.related),
        channels=channel_rows(library, words, now) if refused else (),
    )


def _chips(refinement: Refinement) -> tuple[RefineChip, ...]:
    return tuple(
        RefineChip(choice.value, choice.label, choice.value == refinement.chosen)
        for choice in refinement.choices
    )


def _others(inputs: AnswerInputs, answer: ArticleAnswer) -> tuple[QuestionRow, ...]:
    """Return what else the question may have meant; of a question touched there is nothing else."""
    if inputs.answered is None:
        return ()
    related = {one.key for one in answer.related}
    found = [one for one in _titles(inputs.answered) if one.key != answer.key and one.key not in related]
    return question_rows(found)


def _titles(answered: Answered) -> list[RelatedQuestion]:
    return [RelatedQuestion(answer.key, answer.title) for answer in answered.answers]
