"""PINs: only ever kept as Argon2id hashes, checked in the same time whether the card is known or not."""

import re
from datetime import datetime, timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk.model.decision import PinState
from kiosk.model.errors import CardUnknown, InvalidPin
from kiosk.storage import Database

_FREE_TRIES = 3
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)


def _hasher() -> PasswordHasher:
    # At least what OWASP asks of Argon2id: 19 MiB, two passes.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_pin(pin: str) -> str:
    """Return the hash to be stored; raises InvalidPin unless four to twelve digits."""
    if not re.fullmatch(r"[0-9]{4,12}", pin):
        raise InvalidPin
    return _hasher().hash(pin)


class Pins:
    """Sets and checks PINs, counts wrong ones per card and makes whoever guesses wait."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hasher = _hasher()

    def set_pin(self, card: str, pin: str) -> None:
        """Store the PIN's hash; raises InvalidPin unless four to twelve digits, CardUnknown."""
        hashed = hash_pin(pin)
        with self._database.act() as work:
            patron = work.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            work.patrons.set_pin(patron.id, hashed)
            work.attempts.clear(_scope(card))
            work.commit()

    def check(self, card: str, pin: str, at: datetime) -> tuple[PinState, datetime | None]:
        """Return what became of the PIN, and until when a locked card waits.

        Takes tens of milliseconds by design and holds no transaction meanwhile. An unknown card
        and one without a PIN are WRONG, and take as long.
        """
        with self._database.read() as view:
            patron = view.patrons.by_card(card)
            attempts = view.attempts.of(_scope(card))
        if attempts.locked_until is not None and attempts.locked_until > at:
            return PinState.LOCKED, attempts.locked_until
        stored = patron.pin_hash if patron and patron.pin_hash else None
        right = self._verify(stored or self._decoy, pin) and stored is not None
        with self._database.act() as work:
            if right:
                work.attempts.clear(_scope(card))
            else:
                wait = _wait_after(attempts.failures + 1)
                work.attempts.failed(_scope(card), at, at + wait if wait else None)
            work.commit()
        return (PinState.RIGHT if right else PinState.WRONG), None

    @cached_property
    def _decoy(self) -> str:
        return self._hasher.hash("no card has this PIN")

    def _verify(self, stored: str, pin: str) -> bool:
        try:
            return self._hasher.verify(stored, pin)
        except (VerificationError, InvalidHashError):
            return False


def _scope(card: str) -> str:
    return f"card:{card.strip().casefold()}"


def _wait_after(failures: int) -> timedelta | None:
    """Return how long a card waits after so many wrong PINs in a row: doubling, an hour at most."""
    if failures <= _FREE_TRIES:
        return None
    doublings = min(failures - _FREE_TRIES - 1, 10)
    return min(_LONGEST_WAIT, _FIRST_WAIT * (1 << doublings))
