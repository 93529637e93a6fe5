"""The walks on which the screens are pictured: real touches and keystrokes from home to each screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from scripts.hands import Barcodes, Hands
from scripts.walks_aloud import give_a_voice, read_aloud, read_aloud_large
from scripts.walks_asking import another_day, guided, guided_large
from scripts.walks_borrow import give_back, mail, parts, undo
from scripts.walks_help import call_staff, leave_a_message
from scripts.walks_holds import change_hold, hold
from scripts.walks_joining import ask_to_get, hold_a_phone, hold_a_phone_low, join, show_a_phone
from scripts.walks_look import idle_picture, lay_own_look, own_look
from scripts.walks_reach import channels, to_a_phone, to_a_phone_large
from scripts.walks_settings import history, post, settings

Snap = Callable[[str], None]
ANNA, EMILY, TOMASZ, LENA = "20000017", "20000033", "20000025", "20000057"
_FOR_FILMS = {
    "pl": "ile mogę trzymać film",
    "de": "wie lange darf ich einen film behalten",
    "en": "how long can i keep a film",
}


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through the app; ``moving`` where what moves is itself to be seen."""

    name: str
    languages: tuple[str, ...]
    steps: Callable[[Hands, Snap, Barcodes], None]
    every_size: bool = False
    moving: bool = False
    prepare: Callable[[Path], None] | None = None  # changes the library folder beforehand


def _home(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.wait_for_covers()
    snap("home")


def _access(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("dock.access")
    snap("access")
    hands.touch("access.scheme.2")
    hands.touch("dock.home")
    hands.wait_for_covers()
    snap("home-high-contrast")
    hands.touch("dock.access")
    hands.touch("access.scheme.0")
    hands.touch("access.largeText")
    snap("access-large-text")
    hands.touch("dock.home")
    hands.touch("home.find")
    hands.type("mond")
    hands.enter()
    hands.wait_for_covers()
    snap("results-large-text")


def _large_text(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    hands.touch("dock.access")
    hands.touch("access.largeText")
    hands.touch("dock.home")
    hands.wait_for_covers()
    snap("home-large-text")
    hands.touch("home.return")
    hands.scan(barcodes.lent[0])
    hands.wait_for_covers()
    snap("return-large-text")
    hands.touch("dock.home")
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.wait_for_covers()
    snap("account-large-text")


def _low_reach(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("dock.access")
    hands.touch("access.lowReach")
    hands.touch("dock.home")
    snap("home-low-reach")
    hands.touch("home.find")
    hands.type("mond")
    hands.enter()
    hands.wait_for_covers()
    snap("results-low-reach")


def _find(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.find")
    snap("find")
    hands.type("kaf" if hands.language == "de" else "mo")
    hands.wait_for_covers()
    snap("find-suggestions")


def _results(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.find")
    hands.type({"de": "kafka", "en": "moon", "pl": "lem"}[hands.language])
    hands.enter()
    hands.wait_for_covers()
    snap("results")


def _filters(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    _results(hands, lambda _name: None, _barcodes)
    hands.touch("find.filter.language.ger" if hands.language == "de" else "find.filter.language.eng")
    hands.wait_for_covers()
    snap("results-filtered")
    hands.touch("find.allFilters")
    snap("results-all-filters")


def _dark(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("dock.access")
    hands.touch("access.scheme.1")
    hands.touch("dock.home")
    hands.touch("home.find")
    hands.type("mond")
    hands.enter()
    hands.wait_for_covers()
    snap("results-dark")
    while not hands.focus.startswith("find.title."):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    snap("results-dark-keys")
    hands.touch_first("find.title.")
    hands.wait_for_covers()
    snap("record-dark")


def _nothing(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.find")
    hands.type("xqzvwk")
    hands.enter()
    snap("results-none")


def _browse(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.browse.new")
    hands.wait_for_covers()
    snap("browse-new")
    hands.touch("browse.lists.2")
    snap("browse-subjects")
    hands.touch("browse.lists.4")
    snap("browse-shelf")


def _record(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.find")
    hands.type("vermessung der welt kehlmann")
    hands.enter()
    hands.touch_first("find.title.")
    hands.wait_for_covers()
    snap("record")
    hands.touch("record.phone")
    snap("record-phone")


def _ask(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.ask")
    snap("ask")
    hands.type(_FOR_FILMS[hands.language])
    snap("ask-suggestions")
    hands.enter()
    snap("answer")


def _no_answer(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.ask")
    hands.type("how do i repair a washing machine")
    hands.enter()
    snap("answer-none")


def _borrow(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    hands.touch("homeCard.borrow")
    snap("borrow-card")
    hands.scan(EMILY)
    snap("borrow-empty")
    for barcode in (*barcodes.free[:2], barcodes.kept, *barcodes.free[2:]):
        hands.scan(barcode)
    hands.wait_for_covers()
    snap("borrow")
    hands.touch("borrow.done")
    snap("borrow-receipt")
    hands.touch("borrow.receipt.no")
    snap("borrow-thanks")


def _family(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    hands.touch("homeCard.borrow")
    for code in (EMILY, barcodes.free[0], LENA):
        hands.scan(code)
    snap("borrow-together")
    hands.touch("borrow.join.no")
    for code in (*barcodes.free[1:], barcodes.kept):
        hands.scan(code)
    hands.wait_for_covers()
    snap("borrow-family")
    hands.touch("borrow.done")
    hands.touch("borrow.receipt.no")
    snap("borrow-family-thanks")


def _card_typed(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("homeCard.borrow")
    hands.touch("signIn.type")
    snap("borrow-card-typed")


def _account(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.account")
    hands.scan(ANNA)
    hands.wait_for_covers()
    snap("account")
    hands.touch("account.choose")
    hands.touch_first("account.choose.3")
    snap("account-choosing")
    hands.touch("account.choose.end")
    hands.touch("account.renewAll")
    snap("account-renewed")


def _return(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    hands.touch("home.return")
    snap("return-empty")
    for barcode in barcodes.lent:
        hands.scan(barcode)
    hands.wait_for_covers()
    snap("return")


def _language(hands: Hands, snap: Snap, _barcodes: Barcodes) -> None:
    hands.touch("home.account")
    hands.touch("dock.language")
    snap("language")


def _idle(hands: Hands, snap: Snap, barcodes: Barcodes) -> None:
    hands.touch("homeCard.borrow")
    hands.scan(EMILY)
    for barcode in barcodes.free:
        hands.scan(barcode)
    hands.pass_seconds(51)
    snap("idle-countdown")


WALKS = (
    Walk("home", ("de", "en", "pl"), _home, every_size=True),
    Walk("access", ("de",), _access, moving=True),
    Walk("large-text", ("de", "en", "pl"), _large_text, every_size=True),
    Walk("own-look", ("de", "pl"), own_look, every_size=True, prepare=lay_own_look),
    Walk("idle-picture", ("de", "pl"), idle_picture, prepare=lay_own_look),
    Walk("low-reach", ("de", "en", "pl"), _low_reach),
    Walk("language", ("en",), _language),
    Walk("find", ("de", "en"), _find),
    Walk("results", ("de", "en", "pl"), _results, every_size=True),
    Walk("filters", ("de", "en"), _filters),
    Walk("dark", ("de",), _dark),
    Walk("nothing", ("en",), _nothing),
    Walk("browse", ("pl", "en"), _browse),
    Walk("record", ("de", "en"), _record, every_size=True),
    Walk("record-hold", ("de", "en", "pl"), hold, every_size=True),
    Walk("ask", ("de", "en", "pl"), _ask),
    Walk("aloud", ("de", "en", "pl"), read_aloud, every_size=True, moving=True, prepare=give_a_voice),
    Walk("aloud-large", ("de", "pl"), read_aloud_large, every_size=True, moving=True, prepare=give_a_voice),
    Walk("no-answer", ("en",), _no_answer),
    Walk("to-phone", ("de", "en", "pl"), to_a_phone, every_size=True),
    Walk("to-phone-large", ("de", "pl"), to_a_phone_large, every_size=True),
    Walk("channels", ("de", "en", "pl"), channels, every_size=True),
    Walk("day", ("de", "en", "pl"), another_day, every_size=True),
    Walk("flow", ("de", "en", "pl"), guided, every_size=True),
    Walk("flow-large", ("de", "en", "pl"), guided_large, every_size=True),
    Walk("borrow", ("de", "en", "pl"), _borrow, every_size=True),
    Walk("family", ("de", "en", "pl"), _family, every_size=True),
    Walk("undo", ("de", "en", "pl"), undo),
    Walk("parts", ("de", "en", "pl"), parts),
    Walk("give-back", ("de", "en", "pl"), give_back, every_size=True),
    Walk("mail", ("de", "en", "pl"), mail),
    Walk("card-typed", ("pl",), _card_typed),
    Walk("account", ("de", "en", "pl"), _account, every_size=True),
    Walk("settings", ("de", "en", "pl"), settings, every_size=True),
    Walk("history", ("de", "en", "pl"), history, every_size=True),
    Walk("post", ("de", "en", "pl"), post),
    Walk("join", ("de", "en", "pl"), join, every_size=True),
    Walk("camera", ("de", "en", "pl"), hold_a_phone, prepare=show_a_phone),
    Walk("camera-low", ("de", "en", "pl"), hold_a_phone_low, every_size=True, prepare=show_a_phone),
    Walk("request", ("de", "en", "pl"), ask_to_get, every_size=True),
    Walk("help", ("de", "en", "pl"), call_staff, every_size=True),
    Walk("message", ("de", "en", "pl"), leave_a_message, every_size=True),
    Walk("account-hold", ("de", "en", "pl"), change_hold, every_size=True),
    Walk("return", ("de", "en", "pl"), _return, every_size=True),
    Walk("idle", ("en",), _idle, moving=True),
)
