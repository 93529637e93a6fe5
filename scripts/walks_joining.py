"""The walks of whoever has no card: joining, and asking the library to get something."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]


def join(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Join as a child, so that every step is come by."""
    hands.touch("home.join")
    hands.enter()
    hands.enter()
    snap("join-name-missing")
    hands.type("Ola")
    hands.enter()
    hands.type("Kowalska")
    hands.enter()
    for part in ("24", "11", "2012"):
        hands.type(part)
    snap("join-birth")
    hands.enter()
    hands.type("03415550177")
    hands.enter()
    hands.enter()
    hands.type("Ewa Kowalska")
    hands.enter()
    hands.type("03415550188")
    hands.enter()
    hands.enter()
    hands.touch("join.next")
    snap("join-review")
    hands.touch("join.next")
    snap("join-agree")
    hands.touch("join.agree")
    snap("join-done")


def ask_to_get(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Look for something in vain, have it be got, and ask how far that is."""
    hands.touch("home.find")
    hands.type("Xanthippe Ypsilon")
    hands.enter()
    hands.touch("find.nothing.get")
    snap("request-form")
    for _ in range(6):
        hands.enter()
    snap("request-done")
    number = str(hands.find("request.number").property("text"))
    hands.touch("request.leave")
    hands.touch("home.request")
    snap("request")
    hands.touch("request.lookup")
    hands.type(number.lower())
    hands.enter()
    snap("request-lookup")
