"""Passwords of staff: which are taken, and how wrong ones are counted and made to wait."""

import unicodedata
from datetime import datetime, timedelta

from kiosk.membership.pins import wait_after
from kiosk.model.item import barcode_key
from kiosk.model.staff_errors import PasswordTooWeak, SignInLocked
from kiosk.storage import Act, View

SHORTEST, LONGEST = 10, 200
_KINDS_OF_LETTER = 4
_TRIES, _LONGEST_WAIT = 5, timedelta(minutes=15)


def checked(password: str, name: str) -> str:
    """Return the password in one form of Unicode; raises PasswordTooWeak (NIST SP 800-63B, 5.1.1.2).

    Length counts and not its mixture; what is only the account's name or few letters over and over is
    what is guessed first.
    """
    text = normal(password)
    bare = text.casefold()
    named = barcode_key(name).casefold()
    if (
        not SHORTEST <= len(text) <= LONGEST
        or len(set(bare)) < _KINDS_OF_LETTER
        or (len(named) > 2 and not bare.replace(named, "").strip("0123456789 .-_!"))
        or bare in "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjkl qwertzuiopasdfghjkl"
    ):
        raise PasswordTooWeak(letters=SHORTEST)
    return text


def normal(password: str) -> str:
    """Return the password as every keyboard's way of writing it comes out (NFKC)."""
    return unicodedata.normalize("NFKC", password)[: LONGEST + 1]


def refuse_when_locked(view: View, name: str, at: datetime) -> None:
    """Raise SignInLocked while the account of that name waits after wrong passwords."""
    until = view.attempts.of(scope_of(name)).locked_until
    if until is not None and until > at:
        raise SignInLocked(until=until)


def count_wrong(work: Act, name: str, at: datetime) -> None:
    """Count a wrong password; after some, the account waits, each time longer."""
    wait = wait_after(work.attempts.of(scope_of(name)).failures + 1, _TRIES, _LONGEST_WAIT)
    work.attempts.failed(scope_of(name), at, at + wait if wait else None)


def scope_of(name: str) -> str:
    """Return under what wrong passwords of that name are counted, whether there is such an account."""
    return f"account:{barcode_key(name)[:100]}"
