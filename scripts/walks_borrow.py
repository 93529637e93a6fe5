"""The ways through what Borrow and Return ask: real touches on the items of the sample library."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
EMILY = "20000033"


def undo(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    """Take the last loan back."""
    hands.touch("homeCard.borrow")
    for code in (EMILY, *barcodes.free[:2]):
        hands.scan(code)
    hands.touch("borrow.offer.2")
    hands.wait_for_covers()
    snap("borrow-undone")


def parts(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    """Borrow and return an item of several parts that is not complete."""
    hands.touch("homeCard.borrow")
    hands.scan(EMILY)
    hands.scan(barcodes.in_parts)
    snap("borrow-parts")
    hands.touch("borrow.parts.no")
    hands.wait_for_covers()
    snap("borrow-incomplete")
    hands.touch("dock.signOut")
    hands.touch("home.return")
    hands.scan(barcodes.in_parts)
    hands.wait_for_covers()
    snap("return-parts")
    hands.touch("return.missing")
    snap("return-parts-asked")
    hands.touch("return.parts.no")
    snap("return-missing")


def give_back(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    """Lay down in Borrow what is on the own card, and return it there."""

    def lay_down() -> None:
        hands.touch("homeCard.borrow")
        hands.scan(EMILY)
        hands.scan(barcodes.in_parts)
        hands.wait_for_covers()

    lay_down()
    hands.touch("borrow.parts.yes")
    hands.touch("dock.signOut")
    lay_down()
    snap("borrow-own")
    hands.touch("borrow.other.1")
    snap("borrow-returned")


def mail(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    """Have the receipt sent by e-mail, to one address and another, while the server is away."""
    hands.touch("homeCard.borrow")
    hands.scan(EMILY)
    hands.scan(barcodes.free[0])
    hands.touch("borrow.done")
    hands.touch("borrow.receipt.also")
    snap("borrow-mail")
    hands.touch("borrow.mail.other")
    hands.type("emily")
    hands.enter()
    snap("borrow-mail-wrong")
    hands.type("@example.org")
    hands.enter()
    snap("borrow-mail-thanks")
