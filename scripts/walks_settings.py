"""The walk through what patrons look after themselves: details, settings, their PIN, a lost card."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

_ANNA = "20000017"


def settings(hands: Hands, snap: Callable[[str], None], _barcodes: Barcodes) -> None:
    """Look at the settings, the page for a PIN, and report the card as lost."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    hands.touch("account.settings")
    snap("settings")
    if hands.sees("settings.pin"):
        hands.touch("settings.pin")
        snap("settings-pin")
        hands.touch("dock.back")
    hands.touch("settings.contact")
    snap("settings-contact")
    hands.touch("contact.phone.field")
    hands.type("2")
    snap("settings-contact-typed")
    hands.touch("contact.send")
    snap("settings-pending")
    hands.touch("settings.data")
    snap("settings-data")
    hands.touch("dock.back")
    hands.touch("settings.erase")
    snap("settings-erase")
    hands.touch("erase.ask")
    snap("settings-erase-asking")
    hands.touch("erase.question.yes")
    snap("settings-erase-asked")
    hands.touch("dock.back")
    hands.touch("settings.lost")
    snap("settings-lost")
    hands.touch("settings.question.yes")
    snap("card-lost")


def history(hands: Hands, snap: Callable[[str], None], barcodes: Barcodes) -> None:
    """Have past loans kept, borrow and return some, and look at them."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    hands.touch("account.settings")
    hands.touch("settings.history")
    hands.touch("tab.borrow")
    for barcode in barcodes.free:
        hands.scan(barcode)
    hands.touch("tab.return")
    for barcode in barcodes.free:
        hands.scan(barcode)
    hands.touch("tab.borrow")
    hands.touch("borrow.account")
    hands.touch("account.settings")
    hands.touch("settings.history.show")
    hands.wait_for_covers()
    snap("settings-history")
