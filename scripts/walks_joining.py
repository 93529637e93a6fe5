"""The walks of whoever has no card: joining, step by step."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]


def join(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Join as a child, so that every step is come by."""
    hands.touch("home.join")
    hands.touch("join.next")
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
