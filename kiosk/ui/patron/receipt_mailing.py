"""Sends receipts by e-mail; runs on worker threads after the acts, and keeps no address that is typed.

What sends mail is imported once it is wanted: the window opens without it.
"""

from collections.abc import Iterable

from kiosk.model.errors import LetterRefused, NoMailAddress
from kiosk.paper.receipt import Receipt
from kiosk.services import Services
from kiosk.ui.patron.flows.borrow_mail_events import OWN_ADDRESS, Fate
from kiosk.ui.patron.receipt_printing import in_own_words
from kiosk.words import Wording

_LEFT_OUT = "•••"


def shown_address(address: str) -> str:
    """Return as much of an address as its owner needs to know it again: "a•••@e•••.org"."""
    local, _, domain = address.strip().rpartition("@")
    name, dot, ending = domain.rpartition(".")
    host = f"{name[:1]}{_LEFT_OUT}{dot}{ending}" if name else f"{domain[:1]}{_LEFT_OUT}"
    return f"{local[:1]}{_LEFT_OUT}@{host}"


def typed_address(text: str) -> str:
    """Return what was typed as an address that letters go to, empty where it is none."""
    from kiosk.notices.mail import usable_address

    trimmed = "".join(text.split())
    name, dot, ending = trimmed.rpartition("@")[2].rpartition(".")
    if not (name and dot and ending):
        return ""
    try:
        return usable_address(trimmed)
    except LetterRefused:
        return ""


def address_on_file(services: Services, card: str, *, in_part: bool) -> str:
    """Return where the owner of a card reads, as it is shown; empty for nowhere that letters go to.

    Only `in_part` is it shown at all: a card that somebody has found tells nothing of an address.
    """
    from kiosk.notices.wordings import address_of

    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        address = address_of(view, patron.id) if patron is not None else None
    if not address or not typed_address(address):
        return ""
    return shown_address(address) if in_part else OWN_ADDRESS


def queue_receipt(
    services: Services, receipt: Receipt, words: Wording, card: str, key: str, to: str, *, in_part: bool
) -> str:
    """Keep the receipt to be sent, once under its key; return where it goes, as it is shown.

    Raises NoMailAddress where the card has none by now, and trouble of the database.
    """
    from kiosk.notices.wordings import address_of
    from kiosk.paper.rolls import receipt_roll

    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        address = to or (address_of(view, patron.id) if patron is not None else None)
    if patron is None or address is None:
        raise NoMailAddress
    roll = receipt_roll(in_own_words(services, receipt, words), words)
    services.outbox.queue_receipt(key, patron.id, roll, words.language, receipt.at, to or None)
    return shown_address(address) if to or in_part else OWN_ADDRESS


def send_receipts(services: Services, keys: Iterable[str]) -> dict[str, Fate]:
    """Try to send what is due; return what became of these receipts."""
    from kiosk.notices.outbox import RECEIPT

    services.outbox.send_due(services.clock.now())
    fates: dict[str, Fate] = {}
    with services.database.read() as view:
        for key in keys:
            notice = view.notices.by_key(f"{RECEIPT}:{key}")
            if notice is None or notice.given_up_at is not None:
                fates[key] = Fate.REFUSED
            else:
                fates[key] = Fate.SENT if notice.sent_at is not None else Fate.WAITING
    return fates
