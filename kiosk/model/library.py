"""The library and its parts as the library file describes them."""

from dataclasses import dataclass, field

from kiosk.model.calendar import Calendar
from kiosk.model.money import Money
from kiosk.model.rule import CirculationRule
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
    """A kind of patron that rules name; fee and validity are what membership costs and how long it lasts."""

    code: str
    name: LocalText
    membership_fee: Money | None = None
    card_valid_months: int | None = None
    configured: bool = True


@dataclass(frozen=True, slots=True)
class ItemType:
    """A kind of item that rules name."""

    code: str
    name: LocalText
    configured: bool = True


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
