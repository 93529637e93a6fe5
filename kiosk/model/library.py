"""The library and its parts as the library file describes them."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.model.calendar import Calendar
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule
from kiosk.model.service import Service
from kiosk.model.texts import LocalText


@dataclass(frozen=True, slots=True)
class Branch:
    """A building with items and hours; ``configured`` is false for one that an import had to make up."""

    code: str
    name: LocalText
    calendar: Calendar
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    web: str | None = None
    configured: bool = True


@dataclass(frozen=True, slots=True)
class Channel:
    """Another way to reach the library: phone, email, web or chat, with its own hours."""

    kind: str
    value: str
    calendar: Calendar
    name: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A shelf on a branch's floor map, holding the call numbers from ``first`` to ``last`` of a location."""

    branch: str
    id: str
    location: str
    first: str
    last: str
    name: LocalText = field(default_factory=LocalText)


@dataclass(frozen=True, slots=True)
class PatronCategory:
    """A kind of patron that rules name; fee and validity are what membership costs and how long it lasts.

    Holds of a higher ``hold_priority`` are filled before others, whenever they were placed.
    """

    code: str
    name: LocalText
    membership_fee: Money | None = None
    card_valid_months: int | None = None
    configured: bool = True
    hold_priority: int = 0


@dataclass(frozen=True, slots=True)
class ItemType:
    """A kind of item that rules name."""

    code: str
    name: LocalText
    configured: bool = True


class Symbology(StrEnum):
    """How a number is drawn as bars; the check digit of `CODE39_CHECK` is in the bars alone."""

    CODE39 = "code39"
    CODE39_CHECK = "code39_check"
    CODE128 = "code128"
    EAN13 = "ean13"


class Sheet(StrEnum):
    """A sheet of labels or cards: paper, columns × rows."""

    A4_3X8 = "a4-3x8"
    A4_4X12 = "a4-4x12"
    A4_5X13 = "a4-5x13"
    A4_2X5 = "a4-2x5"
    LETTER_3X10 = "letter-3x10"


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days something is kept, None for ever: the nightly job forgets what is older.

    ``loans`` are ended ones that a patron chose to keep; ``holds``, ``requests`` and ``notices`` those
    that are over; ``logs`` and ``receipts`` files of a kiosk.
    """

    loans: int | None = None
    holds: int | None = 30
    messages: int | None = 365
    requests: int | None = 365
    notices: int | None = 30
    audit: int | None = 1095
    questions: int | None = 365
    logs: int | None = 30
    receipts: int | None = 30


@dataclass(frozen=True, slots=True)
class CardFormat:
    """How new cards are numbered, ``length`` characters in all, drawn and laid out."""

    symbology: Symbology = Symbology.CODE128
    prefix: str = "29"
    length: int = 10
    check_digit: bool = True
    sheet: Sheet = Sheet.A4_2X5


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """How items' barcodes are drawn and laid out."""

    symbology: Symbology = Symbology.CODE128
    sheet: Sheet = Sheet.A4_3X8


@dataclass(frozen=True, slots=True)
class Joining:
    """What a card is that somebody makes at a kiosk; without a ``category`` nobody can.

    Whoever is younger than ``guardian_until_age`` names a guardian.
    """

    category: str | None = None
    days_valid: int = 30
    guardian_until_age: int = 18


@dataclass(frozen=True, slots=True)
class Library:
    """Everything of the library file: the same on all kiosks of a library."""

    name: LocalText
    time_zone: str
    currency: str
    languages: tuple[str, ...]
    lend_other_branches: bool = True
    branches: tuple[Branch, ...] = ()
    channels: tuple[Channel, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    patron_categories: tuple[PatronCategory, ...] = ()
    item_types: tuple[ItemType, ...] = ()
    rules: tuple[CirculationRule, ...] = ()
    kiosks: tuple["KioskProfile", ...] = ()
    retention: Retention = field(default_factory=Retention)
    card_format: CardFormat = field(default_factory=CardFormat)
    label_format: LabelFormat = field(default_factory=LabelFormat)
    joining: Joining = field(default_factory=Joining)
    services: tuple[Service, ...] = ()

    def service(self, name: str) -> Service | None:
        """Return the service of that name, or None."""
        return next((one for one in self.services if one.name == name), None)

    def branch(self, code: str) -> Branch | None:
        """Return the branch of that code, told without case, or None."""
        return next((b for b in self.branches if b.code.casefold() == code.casefold()), None)


@dataclass(frozen=True, slots=True)
class KioskProfile:
    """What one kiosk is for: its branch, languages, idle time and the functions switched on."""

    name: str
    branch: str
    languages: tuple[str, ...]
    idle_seconds: int = 45
    functions: frozenset[str] = frozenset({"borrow", "return", "holds", "account"})
    pin_for: frozenset[str] = frozenset()
