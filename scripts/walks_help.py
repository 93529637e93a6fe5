"""The walks to somebody of the staff: the call for help, open and closed, and a message in their place."""

from collections.abc import Callable
from datetime import timedelta

from kiosk.model.clock import FixedClock
from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
ANNA = "20000017"
_PARROTS = {
    "de": "Darf mein Papagei mitkommen?",
    "en": "Can I bring my parrot?",
    "pl": "Czy mogę przyjść z papugą?",
}


def call_staff(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Call staff while they are in, and scan in vain until help is offered."""
    hands.touch("home.find")
    hands.touch("dock.help")
    hands.settle()
    snap("help-called")
    hands.touch("help.callOff")
    for _ in range(3):
        hands.scan("9990000000001")
    snap("help-offered")


def leave_a_message(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Call for help once the library is closed, and leave a message."""
    counter = hands.counter
    counter.services.clock = counter.visit.clock = FixedClock(counter.visit.now() + timedelta(hours=6))
    counter.shell.second_passed()
    hands.touch("dock.help")
    hands.settle()
    snap("help-closed")
    hands.touch("help.message")
    hands.type(_PARROTS[hands.language])
    snap("message-typed")
    hands.touch("request.send")
    hands.settle()
    snap("message-done")
