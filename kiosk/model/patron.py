"""A person with a card."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Address:
    """Where a patron's letters go."""

    street: str | None = None
    postcode: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Guardian:
    """Who answers for a minor: another patron, or somebody without a card."""

    patron_id: int | None = None
    name: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Patron:
    """A patron as stored; the PIN is only ever an Argon2id hash. ``restriction`` is told to the patron.

    A ``temporary`` card was made at a kiosk and waits for staff to confirm who it is. ``notices_by`` is
    ``email`` or ``none``, None where nobody chose. ``erase_asked_at`` is when the patron asked to be
    forgotten.
    """

    id: int
    card: str
    last_name: str
    category: str
    first_name: str | None = None
    birth_date: date | None = None
    email: str | None = None
    phone: str | None = None
    branch: str | None = None
    expires_on: date | None = None
    language: str | None = None
    pin_hash: str | None = None
    restriction: str | None = None
    card_lost: bool = False
    keeps_history: bool = False
    created_at: datetime | None = None
    temporary: bool = False
    confirmed_at: datetime | None = None
    confirmed_by: str | None = None
    address: Address | None = None
    pin_must_change: bool = False
    notices_by: str | None = None
    erase_asked_at: datetime | None = None

    @property
    def shown_name(self) -> str:
        """Return first name and initial, as a public screen may show it."""
        if self.first_name:
            return f"{self.first_name} {self.last_name[:1]}."
        return f"{self.last_name[:1]}."
