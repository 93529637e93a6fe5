"""What a question gets: the library's own articles, filled in for whoever asks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.policies.blocks import Block, Paragraph
from kiosk.policies.flows import FlowOffer
from kiosk.policies.live.opening import ChannelShown
from kiosk.policies.own_matters import OwnMatter


class Band(StrEnum):
    """How sure the answer is: shown at once, offered as a choice, or none."""

    ANSWER = "answer"
    CHOOSE = "choose"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a chip."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Refinement:
    """Something the answer depends on, with what may be chosen and what is.

    ``own`` where that is what the card of whoever asks says.
    """

    key: str
    prompt: str
    choices: tuple[Choice, ...]
    chosen: str | None = None
    own: bool = False

    @property
    def told(self) -> str:
        """The question with the answer chosen, empty where nothing is."""
        label = next((one.label for one in self.choices if one.value == self.chosen), "")
        return f"{self.prompt} {label}" if label else ""


@dataclass(frozen=True, slots=True)
class RelatedQuestion:
    """Another article worth opening, by its title."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """An article filled in for one situation.

    ``figure`` is the one value that is the answer, ``lead`` its first paragraph, ``blocks`` what
    follows; ``text`` all of it without markup. ``account_would_say`` is true where parts were left
    out that need a card, ``personal`` where it tells of the account of whoever asks. ``as_of`` is the
    day for which the values hold. ``score`` is from 0 to 1. ``flows`` lead step by step to what is meant.
    """

    key: str
    language: str
    topic: str
    title: str
    figure: str | None
    lead: Paragraph | None
    blocks: tuple[Block, ...]
    text: str
    refine: tuple[Refinement, ...]
    related: tuple[RelatedQuestion, ...]
    as_of: date
    account_would_say: bool = False
    personal: bool = False
    score: float = 1.0
    flows: tuple[FlowOffer, ...] = ()

    @property
    def tells_of_asker(self) -> bool:
        """Whether it shows something of whoever asks: of the account, or of what kind the card is."""
        return self.personal or any(one.own for one in self.refine)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a question.

    ``answers`` holds the best three, best first; in band none it is empty and ``channels`` says how
    else the library is reached. ``catalog_query`` holds the words that matter where the question is
    really a search. ``own`` is what of the asker's own account is asked for: ``own_answer`` says it where
    a card is known, and stands before ``answers``, which say what holds for all.
    """

    question: str
    language: str
    band: Band
    answers: tuple[ArticleAnswer, ...] = ()
    catalog_query: str | None = None
    channels: tuple[ChannelShown, ...] = ()
    own: OwnMatter | None = None
    own_answer: ArticleAnswer | None = None

    @property
    def sign_in(self) -> bool:
        """Whether signing in would show what was asked for."""
        return self.own is not None and self.own_answer is None

    @property
    def refine(self) -> tuple[Refinement, ...]:
        """What the best answer depends on."""
        return self.answers[0].refine if self.answers else ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A shelf of articles."""

    key: str
    name: str
    articles: tuple[RelatedQuestion, ...]
