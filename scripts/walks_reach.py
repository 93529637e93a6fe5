"""The walks to how else the library is reached, and to an answer that goes along on a phone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.model.clock import FixedClock
from kiosk.model.library import Channel
from kiosk.model.texts import LocalText
from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
ANNA = "20000017"
_LOANS = {
    "de": "was habe ich ausgeliehen",
    "en": "what have i borrowed",
    "pl": "co mam wypożyczone",
}


def channels(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Open the channels from home; in the evening some rest, and a library may have twice as many."""
    hands.wait_for_covers()
    hands.touch("home.channels")
    hands.settle()
    snap("help-reach")
    hands.touch("help.close")
    counter = hands.counter
    visit, few = counter.visit, counter.visit.library.channels
    phone, _mail, web = few
    more = (
        Channel("chat", "chat.stadtbibliothek-lindenau.example", phone.calendar),
        replace(phone, value="+49 341 5550 99", name=LocalText.of("Info-Hotline")),
        replace(web, value="www.onleihe.example/lindenau", name=LocalText.of("Onleihe")),
    )
    visit.library = replace(visit.library, channels=(*few, *more))
    visit.clock = FixedClock(visit.now() + timedelta(hours=6))
    counter.shell.second_passed()
    hands.settle()
    snap("home-channels")
    hands.touch("home.channels")
    hands.settle()
    snap("help-reach-many")


def to_a_phone(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Take a long answer along, and one of the account."""
    hands.counter.pages.ask.open_question("renewals")
    hands.touch("answer.phone")
    hands.wait(lambda: hands.sees("answer.phone.qr"), "no code")
    hands.settle()
    snap("answer-phone")
    hands.touch("answer.phone.done")
    hands.touch("dock.home")
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.touch("dock.home")
    hands.touch("home.ask")
    hands.type(_LOANS[hands.language])
    hands.enter()
    hands.touch("answer.phone")
    hands.wait(lambda: hands.sees("answer.phone.qr"), "no code")
    hands.settle()
    snap("answer-phone-own")


def to_a_phone_large(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """The same in large text, at the foot of the answer first."""
    hands.touch("dock.access")
    hands.touch("access.largeText")
    hands.touch("dock.home")
    hands.counter.pages.ask.open_question("renewals")
    hands.touch("answer.phone")
    hands.wait(lambda: hands.sees("answer.phone.qr"), "no code")
    hands.settle()
    snap("answer-phone-large-text")
    hands.touch("answer.phone.done")
    hands.settle()
    snap("answer-foot-large-text")
