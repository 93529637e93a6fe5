"""The walk through placing a hold and changing it."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
_ANNA = "20000017"


def hold(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Wait for a certain copy of a title."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    hands.touch("dock.home")
    hands.touch("home.find")
    hands.type("die verwandlung kafka")
    hands.enter()
    hands.touch_first("find.title.")
    hands.wait_for_covers()
    hands.touch("record.hold")
    snap("record-hold")
    hands.touch("record.hold.one")
    snap("record-hold-copies")
    hands.touch_first("record.hold.copy.")
    hands.touch("record.pickup.WEST")
    snap("record-held")
