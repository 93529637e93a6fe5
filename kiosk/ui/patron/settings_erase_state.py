"""What stands in the way of being forgotten, and how far the wish is; free of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.membership.account import Statement
from kiosk.model.errors import RequestStepImpossible, RequestUnknown, TooManyRequests
from kiosk.model.outcome import ActBy
from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import OPEN_REQUEST_STATES
from kiosk.services import Services
from kiosk.storage import PatronRequest
from kiosk.ui.patron.flows.account_erase import AskingToErase
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence

_OPEN = frozenset(state.value for state in OPEN_REQUEST_STATES)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that has to be settled first, and how."""

    key: str
    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class EraseState:
    """All texts ready; `pending` tells of a wish that waits, `failure` why nothing could be read."""

    loaded: bool = False
    failure: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    pending: str = ""
    step: str = ""
    trouble: str = ""
    question: bool = False
    warning: str = ""
    busy: bool = False


def read_erasure(services: Services, card: str, by: ActBy) -> Statement:
    """Read what is open on the card; CardUnknown."""
    return services.accounts.statement(card, by.at, by.branch, by.functions)


def wish_in(statement: Statement) -> PatronRequest | None:
    """Return the request to be forgotten that waits for staff, None where there is none."""
    kind = RequestKind.ERASE.value
    return next((one for one in statement.requests if one.kind == kind and one.state in _OPEN), None)


def erase_state(statement: Statement, asking: AskingToErase, words: Wording) -> EraseState:
    """Return what to show of it."""
    wish, obstacles = wish_in(statement), tuple(_obstacles(statement, words))
    step = ""
    if wish is not None:
        step = wish.next_step or words(f"requests.next.{wish.state}")
    return EraseState(
        loaded=True,
        obstacles=obstacles,
        pending=words("erase.pending", number=shown_request_number(wish.number)) if wish else "",
        step=step,
        trouble=trouble_with_request(asking.error, words),
        question=asking.asked,
        warning=words("erase.first") if obstacles else words("erase.question.words"),
        busy=asking.busy,
    )


def _obstacles(statement: Statement, words: Wording) -> Iterator[Obstacle]:
    if statement.loans:
        yield Obstacle("loans", words.count("erase.loans", len(statement.loans)), words("erase.loans.remedy"))
    if statement.holds:
        yield Obstacle("holds", words.count("erase.holds", len(statement.holds)), words("erase.holds.remedy"))
    if statement.owes:
        yield Obstacle("owes", words("erase.owes", amount=statement.owes), words("erase.owes.remedy"))


def trouble_with_request(error: Exception | None, words: Wording) -> str:
    """Say why a request could not be made or taken back; empty for no error."""
    if isinstance(error, TooManyRequests):
        return error_sentence(error, words)
    if isinstance(error, RequestUnknown | RequestStepImpossible):
        return words("account.request.too_late")
    return failure_sentence(error, words)
