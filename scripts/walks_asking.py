"""The walks through what narrows a question down: the chips of a day, and guided flows step by step."""

from collections.abc import Callable

from scripts.hands import Barcodes, Hands

Snap = Callable[[str], None]
_HOURS = {"de": "wann habt ihr geöffnet", "en": "when are you open", "pl": "kiedy jest otwarte"}
_LOST = {
    "de": "ich habe meinen ausweis verloren",
    "en": "i lost my library card",
    "pl": "zgubiłem kartę biblioteczną",
}


def another_day(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Ask when it is open, then on another day."""
    _ask(hands, _HOURS[hands.language])
    hands.touch("answer.refine.day.sat")
    snap("answer-day")


def guided(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Begin a flow from an answer that offers it, and go two steps."""
    hands.touch("home.find")
    hands.touch("tab.ask")
    snap("ask-flows")
    _ask(hands, _LOST[hands.language])
    snap("answer-flows")
    hands.touch("flow.begin.lost-something")
    snap("flow-begun")
    hands.touch("flow.choice.0")
    hands.touch("flow.choice.2")
    snap("flow-step")


def guided_large(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    """Go the same way with the aids on."""
    hands.touch("dock.access")
    hands.touch("access.largeText")
    hands.touch("access.scheme.2")
    hands.touch("dock.home")
    _ask(hands, _LOST[hands.language])
    snap("answer-flows-large")
    hands.touch("flow.begin.lost-something")
    hands.touch("flow.choice.0")
    hands.touch("flow.choice.2")
    snap("flow-step-large")


def _ask(hands: Hands, text: str) -> None:
    hands.touch("dock.home") if hands.page != "home" else None
    hands.touch("home.ask")
    hands.type(text)
    hands.enter()
