"""What the Ask page shows: questions to choose from, or those that meet what is being typed; free of Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.policies.answer import RelatedQuestion, Topic
from kiosk.policies.flows import FlowOffer
from kiosk.policies.understanding.letters import fold, folded, words_of
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording

SUGGESTED = 6
_SHORTEST = 2  # letters that a word must have before it says anything
TOPIC_ICONS = MappingProxyType(
    {
        "membership": "card",
        "borrowing": "loan",
        "returning": "return",
        "holds": "hold",
        "money": "coin",
        "finding": "search",
        "visiting": "pin",
        "technology": "e-book",
        "contact": "mail",
    }
)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question to touch; `article` names what answers it."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A guided flow to begin."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class TopicChip:
    """A shelf of questions, chosen or not."""

    key: str
    name: str
    icon: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class AskInputs:
    """All that decides what is shown. `meant` are the articles that what is typed seems to mean."""

    text: str = ""
    typing: bool = False
    meant: tuple[RelatedQuestion, ...] = ()
    commonest: tuple[RelatedQuestion, ...] = ()
    topics: tuple[Topic, ...] = ()
    topic: str = ""
    flows: tuple[FlowOffer, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class AskState:
    """The page as its view model shows it; `own` is the row that asks just what was typed."""

    text: str = ""
    typing: bool = False
    heading: str = ""
    questions: tuple[QuestionRow, ...] = ()
    topics: tuple[TopicChip, ...] = ()
    suggestions: tuple[QuestionRow, ...] = ()
    flows: tuple[FlowRow, ...] = ()
    own: str = ""
    trouble: str = ""


def ask_state(inputs: AskInputs, words: Wording) -> AskState:
    """Derive the page."""
    chosen = next((topic for topic in inputs.topics if topic.key == inputs.topic), None)
    listed = chosen.articles if chosen is not None else inputs.commonest
    typed = inputs.text.strip()
    return AskState(
        text=inputs.text,
        typing=inputs.typing,
        heading=chosen.name if chosen is not None else words("ask.commonest") if listed else "",
        questions=question_rows(listed),
        topics=topic_chips(inputs.topics, inputs.topic),
        suggestions=suggested(inputs, words.language) if typed else (),
        flows=flow_rows(inputs.flows),
        own=words("ask.own", text=typed) if typed else "",
        trouble=inputs.trouble.said(words) if inputs.trouble else "",
    )


def question_rows(found: Iterable[RelatedQuestion]) -> tuple[QuestionRow, ...]:
    """Return the questions as rows, each once."""
    return tuple(QuestionRow(key, title) for key, title in {one.key: one.title for one in found}.items())


def flow_rows(offered: Iterable[FlowOffer]) -> tuple[FlowRow, ...]:
    """Return the flows as rows, each once."""
    return tuple(FlowRow(key, title) for key, title in {one.key: one.title for one in offered}.items())


def topic_chips(topics: Iterable[Topic], chosen: str = "") -> tuple[TopicChip, ...]:
    """Return the topics as chips; one that the product has no drawing for gets the tag."""
    return tuple(
        TopicChip(topic.key, topic.name, TOPIC_ICONS.get(topic.key, "tag"), topic.key == chosen)
        for topic in topics
    )


def suggested(inputs: AskInputs, language: str) -> tuple[QuestionRow, ...]:
    """Return the questions that what is typed begins, then those that it seems to mean."""
    every = [question for topic in inputs.topics for question in topic.articles]
    begun = [question for question in every if _begins(inputs.text, question.title, language)]
    return question_rows([*begun, *inputs.meant])[:SUGGESTED]


def _begins(typed: str, title: str, language: str) -> bool:
    """Tell whether every word typed begins a word of the title, in whatever order."""
    told = [folded(word, language) for word in words_of(typed)]
    there = [fold(word, language) for word in words_of(title)]
    if not any(len(word) >= _SHORTEST for word in told):
        return False
    return all(any(word.startswith(part) for word in there) for part in told)
