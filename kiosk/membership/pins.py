"""PINs: only ever kept as Argon2id hashes, checked in the same time whether the card is known or not."""

import re
import secrets
from datetime import datetime, timedelta

from kiosk.membership.hashing import hashed, is_behind
from kiosk.model.decision import PinState
from kiosk.model.errors import CardUnknown, InvalidPin, PinNotNew
from kiosk.model.item import barcode_key
from kiosk.storage import Act, Attempts, Database

_FIRST_WAIT = timedelta(minutes=1)
_CARD_TRIES, _CARD_WAIT = 3, timedelta(hours=1)
# A kiosk is everybody's: more tries are free, it is closed for less long, and quiet minutes clear it.
_KIOSK_TRIES, _KIOSK_WAIT, _KIOSK_QUIET = 10, timedelta(minutes=5), timedelta(minutes=10)

_RESET_DIGITS = 6


def hash_pin(pin: str) -> str:
    """Return the hash to be stored; raises InvalidPin unless four to twelve digits."""
    if not _is_pin(pin):
        raise InvalidPin
    return hashed(pin)


def is_pin_of(stored: str | None, pin: str) -> bool:
    """Return whether the PIN is the one behind the stored hash; takes as long where there is none."""
    # What cannot be a PIN may not be text that can be hashed either.
    return is_behind(stored, pin if _is_pin(pin) else "")


def clear_wrong_pins(work: Act, card: str) -> None:
    """Forget within an act how often the card's PIN was wrong: it has another one now."""
    work.attempts.clear(_card(card))


class Pins:
    """Sets and checks PINs, counts wrong ones per card and kiosk, and makes whoever guesses wait."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_pin(self, card: str, pin: str, *, by: str | None = None, at: datetime | None = None) -> None:
        """Store the PIN's hash; raises InvalidPin unless four to twelve digits, CardUnknown.

        Audited where it is told who does it, and when.
        """
        self._set(card, hash_pin(pin), "set_pin", by, at)

    def reset_pin(self, card: str, *, by: str, at: datetime) -> str:
        """Give a card a PIN made up here, which its owner must change; return it. Raises CardUnknown."""
        pin = f"{secrets.randbelow(10**_RESET_DIGITS):0{_RESET_DIGITS}}"
        self._set(card, hash_pin(pin), "reset_pin", by, at, must_change=True)
        return pin

    def change_pin(
        self, card: str, old: str, new: str, at: datetime, kiosk: str | None = None
    ) -> tuple[PinState, datetime | None]:
        """Replace a PIN by whoever knows it; tell what became of the old one as ``check`` does.

        Raises InvalidPin for a new one that is none, PinNotNew; either says nothing of the old one.
        """
        if not _is_pin(new):
            raise InvalidPin
        if new == old:
            raise PinNotNew
        with self._database.read() as view:
            before = view.patrons.by_card(card)
        state, until = self.check(card, old, at, kiosk)
        if state is not PinState.RIGHT or before is None:
            return state, until
        new_hash = hash_pin(new)
        with self._database.act() as work:
            if work.patrons.lock(before.id).pin_hash != before.pin_hash:
                return PinState.WRONG, None
            work.patrons.set_pin(before.id, new_hash)
            work.commit()
        return PinState.RIGHT, None

    def must_change(self, card: str) -> bool:
        """Tell whether the card's PIN was made up by staff and waits to be changed."""
        with self._database.read() as view:
            patron = view.patrons.by_card(card)
        return patron is not None and patron.pin_must_change

    def _set(
        self,
        card: str,
        pin_hash: str,
        act: str,
        by: str | None,
        at: datetime | None,
        *,
        must_change: bool = False,
    ) -> None:
        with self._database.act() as work:
            patron = work.patrons.by_card(card)
            if patron is None:
                raise CardUnknown(card=card)
            work.patrons.set_pin(patron.id, pin_hash, must_change=must_change)
            clear_wrong_pins(work, card)
            if by is not None and at is not None:
                work.audit.write(at=at, account=by, act=act, subject="patron", subject_id=patron.id)
            work.commit()

    def check(
        self, card: str, pin: str, at: datetime, kiosk: str | None = None
    ) -> tuple[PinState, datetime | None]:
        """Return what became of the PIN, and until when a locked card or kiosk waits.

        Takes tens of milliseconds by design and holds no transaction meanwhile. An unknown card
        and one without a PIN are WRONG, and take as long.
        """
        scopes = [_card(card)] if kiosk is None else [_card(card), f"kiosk:{kiosk}"]
        with self._database.read() as view:
            patron = view.patrons.by_card(card)
            locked = _latest([view.attempts.of(scope) for scope in scopes], at)
        if locked is not None:
            return PinState.LOCKED, locked
        right = is_pin_of(patron.pin_hash if patron else None, pin)
        with self._database.act() as work:
            # Others may have guessed meanwhile: many guesses at once are no way around the wait. Whoever
            # guesses now, at this kiosk or another, does so after this act.
            work.attempts.lock(scopes, at)
            locked = _latest([work.attempts.of(scope) for scope in scopes], at)
            if locked is not None:
                return PinState.LOCKED, locked
            if right:
                work.attempts.clear(_card(card))
            else:
                _count(work, _card(card), at, _CARD_TRIES, _CARD_WAIT)
                if kiosk is not None:
                    _count_kiosk(work, f"kiosk:{kiosk}", at)
            work.commit()
        return (PinState.RIGHT if right else PinState.WRONG), None


def _is_pin(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4,12}", text) is not None


def _card(card: str) -> str:
    return f"card:{barcode_key(card)}"


def _latest(attempts: list[Attempts], at: datetime) -> datetime | None:
    """Return until when the longest lock still lasts, None where there is none."""
    ends = [one.locked_until for one in attempts if one.locked_until is not None and one.locked_until > at]
    return max(ends, default=None)


def _count(work: Act, scope: str, at: datetime, free: int, longest: timedelta) -> None:
    wait = wait_after(work.attempts.of(scope).failures + 1, free, longest)
    work.attempts.failed(scope, at, at + wait if wait else None)


def _count_kiosk(work: Act, scope: str, at: datetime) -> None:
    last = work.attempts.of(scope).last_at
    if last is not None and last < at - _KIOSK_QUIET:
        work.attempts.clear(scope)
    _count(work, scope, at, _KIOSK_TRIES, _KIOSK_WAIT)


def wait_after(failures: int, free: int, longest: timedelta) -> timedelta | None:
    """Return the wait after so many wrong PINs in a row: none while they are free, then doubling."""
    if failures <= free:
        return None
    return min(longest, _FIRST_WAIT * (1 << min(failures - free - 1, 10)))
