"""What patrons ask staff to do: which kinds there are, what each must say, and how it may go on."""

import re
from collections.abc import Mapping
from enum import StrEnum

from kiosk.model.problem import Problem
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState

ANSWER_NOTICE = "request_answer"  # the kind of letter that tells what became of a request
RECEIVED_NOTICE = "request_received"  # the kind that confirms a message to staff
_LONGEST = 200  # characters of a line such as a title
_LONGEST_TEXT = 2000
_MOST_LINKS = 3
_DIGITS_OF_A_PHONE, _LONGEST_PHONE = 3, 40
_EMAIL = re.compile(r"[^@\s<>\",;]+@[^@\s<>\",;.]+(\.[^@\s<>\",;.]+)+")
_PHONE = re.compile(r"\+?[\d\s()/.\-]+")
_LINK = re.compile(r"\b(?:[a-z][a-z0-9+.-]*://|www\.)\S+", re.IGNORECASE)
# Controls, and what turns the direction of all that follows.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")


class AnswerWay(StrEnum):
    """By which an answer of staff goes to whoever asked."""

    EMAIL = "email"
    CARD = "card"  # told when the card is scanned next


class RequestKind(StrEnum):
    """What is asked for."""

    INTERLIBRARY_LOAN = "interlibrary_loan"
    PURCHASE = "purchase"
    QUESTION = "question"
    CONTACT = "contact"
    ERASE = "erase"
    JOIN = "join"
    INCOMPLETE = "incomplete"


# What can be said with each kind; the first must be, but for a change of contact details, where one must.
FIELDS: Mapping[RequestKind, tuple[str, ...]] = {
    RequestKind.INTERLIBRARY_LOAN: ("title", "author", "year", "isbn", "note"),
    RequestKind.PURCHASE: ("title", "author", "year", "isbn", "note"),
    RequestKind.QUESTION: ("text", "phone"),
    RequestKind.CONTACT: ("first_name", "last_name", "email", "phone", "street", "postcode", "city"),
    RequestKind.ERASE: (),
    RequestKind.JOIN: (),
    RequestKind.INCOMPLETE: ("text", "barcode"),
}
# These concern a person that the library knows, so that they cannot be asked without a card.
NEEDS_CARD = frozenset({RequestKind.CONTACT, RequestKind.ERASE, RequestKind.JOIN})
# The kiosk itself leaves these for staff; nobody asks for them.
OF_THE_KIOSK = frozenset({RequestKind.INCOMPLETE})
_FETCHED = frozenset({RequestKind.INTERLIBRARY_LOAN, RequestKind.PURCHASE})
_NEVER_EMPTY = frozenset({"last_name"})
_BEFORE_THE_END = frozenset({RequestState.ORDERED, RequestState.READY})


def next_states(kind: str, state: str) -> tuple[RequestState, ...]:
    """Return what a request of that kind and state may become; nothing where it is over.

    Only what is fetched from elsewhere can be ordered, and what is ready is waited for no more.
    """
    if state not in {one.value for one in OPEN_REQUEST_STATES}:
        return ()
    possible = [one for one in RequestState if one is not RequestState.OPEN and one.value != state]
    if kind not in {one.value for one in _FETCHED}:
        return tuple(one for one in possible if one not in _BEFORE_THE_END)
    if state in {one.value for one in _BEFORE_THE_END}:
        possible = [one for one in possible if one is not RequestState.ACCEPTED]
    if state == RequestState.READY.value:
        possible = [one for one in possible if one is not RequestState.ORDERED]
    return tuple(possible)


def cleaned(kind: RequestKind, details: Mapping[str, str]) -> dict[str, str]:
    """Return what was said without blanks around it and without what no screen can show.

    Empty fields are left out, but for contact details, where empty means: take it away.
    """
    kept = {}
    for name in FIELDS[kind]:
        if name not in details:
            continue
        text = _UNSEEN.sub(" ", details[name].replace("\r\n", "\n")).strip()
        if text or (kind is RequestKind.CONTACT and name not in _NEVER_EMPTY):
            kept[name] = text
    return kept


def problems_of(
    kind: RequestKind, details: Mapping[str, str], email: str | None = None
) -> tuple[tuple[str, Problem], ...]:
    """Return what is wrong with a request that somebody wants to make, each with its field."""
    found = [(name, Problem.of("request.problem.unknown")) for name in details if name not in FIELDS[kind]]
    given = cleaned(kind, details)
    needed = FIELDS[kind][:1] if kind is not RequestKind.CONTACT else ()
    found += [(name, Problem.of("request.problem.missing")) for name in needed if not given.get(name)]
    if kind is RequestKind.CONTACT and not given:
        found.append(("email", Problem.of("request.problem.nothing")))
    for name, text in given.items():
        longest = _LONGEST_TEXT if name in {"text", "note"} else _LONGEST
        if len(text) > longest:
            found.append((name, Problem.of("request.problem.too_long", longest=longest)))
        elif len(_LINK.findall(text)) > _MOST_LINKS:
            found.append((name, Problem.of("request.problem.links", most=_MOST_LINKS)))
    for address in (given.get("email"), email):
        if address and not is_email(address):
            found.append(("email", Problem.of("request.problem.email")))
    if kind is RequestKind.QUESTION and given.get("phone") and not is_phone(given["phone"]):
        found.append(("phone", Problem.of("request.problem.phone")))
    return tuple(found)


def same_words(text: str) -> str:
    """Return a text as it is compared with another, whatever their case and blanks."""
    return " ".join(text.casefold().split())


def is_phone(text: str) -> bool:
    """Tell whether a text can be a number to call."""
    digits = sum(map(str.isdecimal, text))
    return digits >= _DIGITS_OF_A_PHONE and len(text) <= _LONGEST_PHONE and _PHONE.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Tell whether a text can be an e-mail address; whether it is one only its owner knows."""
    return len(text) <= _LONGEST and _EMAIL.fullmatch(text) is not None
