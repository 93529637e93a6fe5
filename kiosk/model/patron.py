"""A person with a card."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Patron:
    """A patron as stored; the PIN is only ever an Argon2id hash. ``restriction`` is told to the patron."""

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

    @property
    def shown_name(self) -> str:
        """Return first name and initial, as a public screen may show it."""
        if self.first_name:
            return f"{self.first_name} {self.last_name[:1]}."
        return f"{self.last_name[:1]}."
