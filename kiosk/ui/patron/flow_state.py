"""What the page of a guided flow shows: a question, its choices, and those made so far; free of Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.policies.flows import FlowPage
from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.shared.trouble import Trouble
from kiosk.words import Wording

_LONGEST_ASKED = 500  # characters of what goes along with a message


class FlowMode(StrEnum):
    """What the page shows; `waiting` is blank until the first step is there."""

    WAITING = "waiting"
    STEP = "step"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class FlowCrumb:
    """A choice made: `place` is that of its step, which it leads back to."""

    place: int
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class FlowChoice:
    """A choice to make."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class FlowInputs:
    """One flow as far as it was walked; `note` is what went wrong at its last step.

    `turn` tells one flow from the next; `language` is that of the steps.
    """

    flow: str
    pages: tuple[FlowPage, ...] = ()
    language: str = ""
    note: Trouble | None = None
    slow: bool = False
    turn: int = 0

    @property
    def trail(self) -> tuple[int, ...]:
        """Give the numbers chosen so far."""
        return self.pages[-1].trail if self.pages else ()


@dataclass(frozen=True, slots=True)
class FlowState:
    """The page as its view model shows it, every text ready."""

    mode: str = FlowMode.WAITING
    title: str = ""
    question: str = ""
    crumbs: tuple[FlowCrumb, ...] = ()
    choices: tuple[FlowChoice, ...] = ()
    note: str = ""
    channels: tuple[ChannelRow, ...] = ()
    slow: bool = False
    step: str = ""


def flow_state(inputs: FlowInputs, words: Wording, channels: tuple[ChannelRow, ...]) -> FlowState:
    """Derive the page; whom to ask stands there where the flow itself cannot help."""
    note = inputs.note.said(words) if inputs.note is not None else ""
    state = FlowState(note=note, slow=inputs.slow)
    if not inputs.pages:
        return replace(state, mode=FlowMode.TROUBLE, channels=channels) if note else state
    page = inputs.pages[-1]
    return replace(
        state,
        mode=FlowMode.STEP,
        title=page.title,
        question=page.text,
        crumbs=crumbs(inputs.pages),
        choices=tuple(FlowChoice(number, label) for number, label in enumerate(page.choices)),
        step=f"{inputs.turn} {page.step}",
    )


def crumbs(pages: tuple[FlowPage, ...]) -> tuple[FlowCrumb, ...]:
    """Return the choices that led from each step to the next."""
    return tuple(
        FlowCrumb(place, page.text, page.choices[pages[place + 1].trail[place]])
        for place, page in enumerate(pages[:-1])
    )


def asked_by(pages: tuple[FlowPage, ...], last: int, words: Wording) -> str:
    """Return what was asked by a flow in one line: its title and the choices, the last with them."""
    choices = [*(crumb.choice for crumb in crumbs(pages)), pages[-1].choices[last]]
    told = words("guide.asked", title=pages[-1].title, choices=", ".join(choices))
    return told if len(told) <= _LONGEST_ASKED else told[: _LONGEST_ASKED - 1] + "…"
