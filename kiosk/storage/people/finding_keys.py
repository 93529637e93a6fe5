"""By what a patron is found as one types: words of the name, e-mail and telephone, folded."""

import re

from kiosk.model.patron import Patron
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.link import Link
from kiosk.storage.tables import patron_keys

NAME, EMAIL, PHONE = "name", "email", "phone"
_NOT_A_DIGIT = re.compile(r"\D+")
_LEAST_DIGITS = 3
_LONGEST_COUNTRY = 3


def keys_of(
    last_name: str, first_name: str | None, email: str | None, phone: str | None
) -> set[tuple[str, str]]:
    """Return the kinds and keys by which a person is found."""
    found = {(NAME, word) for word in heading_key(f"{last_name} {first_name or ''}").split()}
    if email and email.strip():
        found.add((EMAIL, email_key(email)))
    return found | {(PHONE, digits) for digits in _numbers(phone or "")}


def email_key(email: str) -> str:
    """Return the key under which an e-mail address is found."""
    return email.strip().casefold()


def phone_key(typed: str) -> str:
    """Return the digits of a telephone number as they are looked up: without what only begins a call."""
    return _NOT_A_DIGIT.sub("", typed).lstrip("0")


def _numbers(phone: str) -> set[str]:
    """Return a number's digits, and those behind its country's where it is written with that.

    Countries have one to three digits, so that all three are kept: a wrong one finds nobody else's.
    """
    digits = phone_key(phone)
    if len(digits) < _LEAST_DIGITS:
        return set()
    abroad = phone.strip().startswith(("+", "00"))
    ends = {digits[count:] for count in range(1, _LONGEST_COUNTRY + 1)} if abroad else set()
    return {digits, *(end.lstrip("0") for end in ends if len(end) >= _LEAST_DIGITS)} - {""}


def write_keys(link: Link, patron: Patron) -> None:
    """Let the patron be found by what is known now, and by nothing that was."""
    wanted = keys_of(patron.last_name, patron.first_name, patron.email, patron.phone)
    link.write(patron_keys.delete().where(patron_keys.c.patron_id == patron.id))
    rows = [{"patron_id": patron.id, "kind": kind, "key": key} for kind, key in sorted(wanted)]
    if rows:
        link.write(patron_keys.insert(), rows)
