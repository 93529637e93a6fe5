"""What can happen when receipts go by e-mail, and what is then to be done: one card after another."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.ui.patron.flows.borrow_rows import BorrowRow


class Fate(StrEnum):
    """What became of a receipt's letter so far."""

    SENDING = "sending"
    SENT = "sent"
    WAITING = "waiting"
    REFUSED = "refused"


# An address on file of which not even a part is shown.
OWN_ADDRESS = "own"


@dataclass(frozen=True, slots=True)
class ReceiptLetter:
    """A receipt that is kept to be sent; `to` is shown, with most of it left out."""

    card: str
    to: str
    key: str
    fate: Fate = Fate.SENDING


@dataclass(frozen=True, slots=True)
class Mailing:
    """Whose receipts are still to be sent, the one asked about first.

    `known` is the address on file as it is shown, empty for none; `looked` that it was looked for.
    `wrong`: what was typed is no address.
    """

    cards: tuple[str, ...]
    looked: bool = False
    known: str = ""
    typing: bool = False
    wrong: bool = False
    busy: bool = False


@dataclass(frozen=True, slots=True)
class MailChosen:
    """Receipts are wanted by e-mail."""


@dataclass(frozen=True, slots=True)
class AddressFound:
    """The address of a card as it is shown; empty for none that can be used."""

    card: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class OtherAddressWanted:
    """The receipt shall go to an address that is typed."""


@dataclass(frozen=True, slots=True)
class AddressGiven:
    """The receipt shall go there; `to` is empty for the address on file."""

    key: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class AddressWrong:
    """What was typed is no address."""


@dataclass(frozen=True, slots=True)
class MailSkipped:
    """No receipt for this card."""


@dataclass(frozen=True, slots=True)
class MailLeft:
    """Another kind of receipt after all."""


@dataclass(frozen=True, slots=True)
class ReceiptQueued:
    """A receipt is kept to be sent."""

    letter: ReceiptLetter


@dataclass(frozen=True, slots=True)
class ReceiptNotQueued:
    """A receipt could not even be kept, and why."""

    card: str
    error: Exception


@dataclass(frozen=True, slots=True)
class LettersTried:
    """What became of the letters, by their keys."""

    fates: Mapping[str, Fate]


MailEvent = (
    MailChosen
    | AddressFound
    | OtherAddressWanted
    | AddressGiven
    | AddressWrong
    | MailSkipped
    | MailLeft
    | ReceiptQueued
    | ReceiptNotQueued
    | LettersTried
)


@dataclass(frozen=True, slots=True)
class FindAddress:
    """Look up where the owner of a card reads."""

    card: str


@dataclass(frozen=True, slots=True)
class QueueReceipt:
    """Keep the receipt of one card to be sent; `to` is empty for the address on file."""

    rows: tuple[BorrowRow, ...]
    card: str
    key: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class SendLetters:
    """Try to send what is kept."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SayMailFailed:
    """Tell that a receipt will not come; the loans stand all the same."""

    error: Exception


MailEffect = FindAddress | QueueReceipt | SendLetters | SayMailFailed
