"""What the desk says of a card: who, until when, what stands against it, what is on it; free of Qt."""

from dataclasses import dataclass

from kiosk.membership.account import LoanLine
from kiosk.membership.hold_lines import HoldLine
from kiosk.model.decision import ReasonCode
from kiosk.model.hold import HoldState
from kiosk.staff.desk.cards import DeskCard
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class CardTold:
    """A card in words: ``warnings`` are what stands against it, ``facts`` the rest, a line each."""

    name: str
    facts: tuple[str, ...]
    warnings: tuple[str, ...]
    owes: str
    ready: tuple[str, ...]
    waiting: str
    loans: str


def card_told(card: DeskCard, branch: str, words: Wording) -> CardTold:
    """Return the card in words, as they are said at that branch."""
    statement = card.statement
    holds = statement.holds
    ready = [one for one in holds if one.state is HoldState.READY]
    others = len(holds) - len(ready)
    return CardTold(
        name=card.name,
        facts=tuple(filter(None, _facts(card, words))),
        warnings=tuple(_warnings(card, words)),
        owes=words("staff.desk.card.owes", owes=statement.owes) if statement.owes else "",
        ready=tuple(_ready(one, card, branch, words) for one in ready),
        waiting=words.count("staff.desk.card.holds", others) if others else "",
        loans=words.count("staff.desk.card.loans", len(statement.loans)),
    )


def _facts(card: DeskCard, words: Wording) -> list[str]:
    patron, library = card.patron, card.statement.library
    category = next((one for one in library.patron_categories if one.code == patron.category), None)
    kind = words.name(category.name) if category else patron.category
    age = words.count("staff.desk.card.age", card.age) if card.age is not None else ""
    until = (
        words("staff.desk.card.until", day=words.dated(patron.expires_on, "year"))
        if patron.expires_on
        else ""
    )
    messages = sum(1 for one in card.statement.messages if one.seen_at is None)
    return [
        " · ".join(filter(None, (kind, age, patron.card))),
        until,
        words.count("staff.desk.card.messages", messages) if messages else "",
    ]


def _warnings(card: DeskCard, words: Wording) -> list[str]:
    found = []
    if card.replaced:
        found.append(words("staff.desk.card.replaced", card=card.scanned, now=card.patron.card))
    elif card.patron.card_lost:
        found.append(words("staff.desk.card.lost"))
    if card.expired and card.patron.expires_on is not None:
        day = words.dated(card.patron.expires_on, "year")
        found.append(words("staff.desk.card.expired", day=day))
    if card.patron.temporary:
        found.append(words("staff.desk.card.temporary"))
    return found + [words("staff.desk.card.restricted", text=one.text) for one in card.restrictions]


def _ready(hold: HoldLine, card: DeskCard, branch: str, words: Wording) -> str:
    where = card.statement.library.branch(hold.pickup_branch)
    elsewhere = hold.pickup_branch != branch and where is not None
    name = words.name(where.name) if where is not None and elsewhere else ""
    until = words.dated(hold.ready_until, "weekday_short_day_short") if hold.ready_until else ""
    return " · ".join(filter(None, (hold.title, name, until)))


def loan_state(line: LoanLine, words: Wording) -> tuple[str, str]:
    """Return what is to be said of a loan in a word or two, with its tone; nothing where all is well."""
    if line.claims_returned:
        return words("staff.desk.loan.claimed"), "ask"
    if line.overdue:
        return words("staff.desk.loan.late"), "stop"
    against = {reason.code for reason in line.renewal.reasons} if line.renewal is not None else set()
    if ReasonCode.RENEWAL_WANTED_BY_OTHER in against:
        return words("staff.desk.loan.wanted"), "wait"
    if ReasonCode.RENEWAL_LIMIT in against:
        return words("staff.desk.loan.no_renewal"), "plain"
    return "", ""
