"""Guided flows: a few steps of choices that lead to one of several outcomes, and how they are walked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.texts import LocalText
from kiosk.words import Wording


class Lead(StrEnum):
    """Where an option leads: on to a step, or to an outcome of the flow."""

    STEP = "step"
    ARTICLE = "article"
    MESSAGE = "message"
    SEARCH = "search"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; ``to`` is a step's id or an article's key, ``chosen`` what its chips are set to."""

    label: LocalText
    lead: Lead
    to: str = ""
    chosen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A question with its choices."""

    id: str
    text: LocalText
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow as the library wrote it; it is offered with the ``articles`` named."""

    key: str
    title: LocalText
    start: str
    steps: tuple[Step, ...]
    articles: tuple[str, ...] = ()
    visible: bool = True

    def step(self, key: str) -> Step | None:
        """Return the step of that id."""
        return next((step for step in self.steps if step.id == key), None)


@dataclass(frozen=True, slots=True)
class FlowOffer:
    """A flow that may be begun, by its title."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class FlowPage:
    """A step as it is shown; ``trail`` are the numbers chosen so far, and without its last one leads back."""

    flow: str
    title: str
    step: str
    text: str
    choices: tuple[str, ...]
    trail: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FlowOutcome:
    """Where a flow ends: an article with its chips set, a message to staff, the catalogue, or signing in."""

    flow: str
    lead: Lead
    article: str | None
    chosen: tuple[tuple[str, str], ...]
    trail: tuple[int, ...]


def walk(flow: Flow, trail: Sequence[int], words: Wording) -> FlowPage | FlowOutcome:
    """Return where the choices lead, each a number from 0; what cannot be chosen ends the walk before it."""
    step = flow.step(flow.start)
    assert step is not None
    gone: tuple[int, ...] = ()
    for number in trail:
        if not 0 <= number < len(step.options):
            break
        option = step.options[number]
        if option.lead is not Lead.STEP:
            article = option.to if option.lead is Lead.ARTICLE else None
            return FlowOutcome(flow.key, option.lead, article, option.chosen, (*gone, number))
        following = flow.step(option.to)
        assert following is not None
        step, gone = following, (*gone, number)
    choices = tuple(words.name(option.label) for option in step.options)
    return FlowPage(flow.key, words.name(flow.title), step.id, words.name(step.text), choices, gone)


def texts(flow: Flow) -> Iterator[tuple[str, LocalText]]:
    """Yield every text of a flow with the place where it stands."""
    yield "title", flow.title
    for step in flow.steps:
        yield step.id, step.text
        for option in step.options:
            yield step.id, option.label


def loops(flow: Flow) -> tuple[str, ...]:
    """Return the steps that can be come back to by going on."""
    following = {
        step.id: [option.to for option in step.options if option.lead is Lead.STEP] for step in flow.steps
    }
    return tuple(step.id for step in flow.steps if step.id in _reached(following, following[step.id]))


def unreached(flow: Flow) -> tuple[str, ...]:
    """Return the steps to which no choice leads."""
    following = {
        step.id: [option.to for option in step.options if option.lead is Lead.STEP] for step in flow.steps
    }
    reached = _reached(following, [flow.start])
    return tuple(step.id for step in flow.steps if step.id not in reached)


def _reached(following: dict[str, list[str]], first: list[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(first)
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting.extend(following.get(step, ()))
    return reached
