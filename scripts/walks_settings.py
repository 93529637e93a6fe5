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
    hands.touch("settings.lost")
    snap("settings-lost")
    hands.touch("settings.question.yes")
    snap("card-lost")
