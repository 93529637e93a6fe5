"""The walks to an answer that is read aloud, by a voice that nobody hears."""

from collections.abc import Callable
from pathlib import Path

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
_HOURS = {"de": "wann habt ihr geöffnet", "en": "when are you open", "pl": "kiedy jest otwarte"}


def give_a_voice(library: Path) -> None:
    """Let the machine have a simulated voice."""
    file = library / "settings.toml"
    file.write_text(file.read_text("utf-8").replace('kind = "espeak-ng"', 'kind = "simulated"'), "utf-8")


def read_aloud(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Ask when it is open, be read to, and have enough of it."""
    _ask(hands)
    hands.touch("answer.aloud")
    snap("answer-aloud-reading")
    hands.touch("answer.aloud")
    snap("answer-aloud")


def read_aloud_large(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Be read to with the aids on."""
    hands.touch("dock.access")
    hands.touch("access.largeText")
    hands.touch("access.scheme.2")
    hands.touch("dock.home")
    _ask(hands)
    hands.touch("answer.aloud")
    snap("answer-aloud-large")


def _ask(hands: Hands) -> None:
    hands.touch("home.ask")
    hands.type(_HOURS[hands.language])
    hands.enter()
