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


def change_hold(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Let a hold rest, and look where else it could be collected."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    hands.wait_for_covers()
    hands.touch_first("account.hold.")
    snap("account-hold")
    hands.touch("account.hold.elsewhere")
    snap("account-hold-elsewhere")
    hands.touch("account.hold.leave")
    hands.touch("account.hold.rest")
    snap("account-hold-rest")
    hands.touch("account.hold.agree")
    snap("account-hold-rests")
