"""The walk through what patrons look after themselves: details, settings, their PIN, a lost card."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kiosk.services import Services
from kiosk.storage import NewMessage
from scripts.hands import Barcodes, Hands

_ANNA, _PIN = "20000017", "1234"


def _open_settings(hands: Hands) -> None:
    """Go there from the account; the PIN is asked for once a visit."""
    hands.touch("account.settings")
    if hands.sees("signIn.field"):
        hands.type(_PIN)
        hands.enter()


def settings(hands: Hands, snap: Callable[[str], None], _barcodes: Barcodes) -> None:
    """Look at the settings, the page for a PIN, and report the card as lost."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    _open_settings(hands)
    snap("settings")
    if hands.sees("settings.pin"):
        hands.touch("settings.pin")
        snap("settings-pin")
        hands.touch("dock.back")
    hands.touch("settings.contact")
    hands.touch("contact.phone.field")
    hands.type("2")
    snap("settings-contact-typed")
    hands.touch("contact.send")
    hands.counter.shell_view_model.endToast()
    hands.touch("settings.data")
    snap("settings-data")
    hands.touch("dock.back")
    hands.touch("settings.erase")
    hands.touch("erase.ask")
    hands.touch("erase.question.yes")
    snap("settings-erase-asked")
    hands.touch("dock.back")
    hands.touch("settings.lost")
    snap("settings-lost")
    hands.touch("settings.question.yes")
    snap("card-lost")


_TALK = {
    "de": (
        "Gibt es einen Schachclub?",
        "Ja, jeden Donnerstag um 17 Uhr im Lesecafé. Bretter sind da.",
        "Wann liest Frau Lem?",
    ),
    "en": (
        "Is there a chess club?",
        "Yes, every Thursday at 5 p.m. in the reading café. We have boards.",
        "When does Ms Lem read?",
    ),
    "pl": (
        "Czy jest klub szachowy?",
        "Tak, w każdy czwartek o 17 w kawiarni. Szachownice są na miejscu.",
        "Kiedy czyta pani Lem?",
    ),
}


def _answer(services: Services, language: str) -> None:
    """Have staff answer one of two messages, as from another desk."""
    asked, reply, other = _TALK[language]
    at = services.clock.now()
    with services.database.act() as work:
        anna = work.patrons.by_card(_ANNA)
        if anna is None:
            raise LookupError(_ANNA)
        for number, text in enumerate((asked, other)):
            new = NewMessage(f"walk {number}", text, language, at, patron_id=anna.id)
            message = work.messages.leave(new)
        work.messages.reply(message.id - 1, reply, by="desk", at=at)
        work.commit()


def post(hands: Hands, snap: Callable[[str], None], _barcodes: Barcodes) -> None:
    """Look at requests on the account, and at messages."""
    with ThreadPoolExecutor(1) as desk:
        desk.submit(_answer, hands.counter.services, hands.language).result()
    hands.touch("home.account")
    hands.scan(_ANNA)
    _open_settings(hands)
    hands.touch("settings.contact")
    hands.touch("contact.phone.field")
    hands.type("2")
    hands.touch("contact.send")
    hands.counter.shell_view_model.endToast()
    hands.touch("dock.back")
    hands.wait_for_covers()
    hands.touch_first("account.withdraw.")
    hands.touch("account.request.no")
    hands.wait_for_covers()
    snap("account-requests")
    hands.touch("account.messages")
    snap("account-messages")


def history(hands: Hands, snap: Callable[[str], None], barcodes: Barcodes) -> None:
    """Have past loans kept, borrow and return some, and look at them."""
    hands.touch("home.account")
    hands.scan(_ANNA)
    _open_settings(hands)
    hands.touch("settings.history")
    hands.counter.shell_view_model.endToast()
    hands.touch("tab.borrow")
    for barcode in barcodes.free:
        hands.scan(barcode)
    hands.touch("tab.return")
    for barcode in barcodes.free:
        hands.scan(barcode)
    hands.touch("tab.borrow")
    hands.touch("borrow.account")
    _open_settings(hands)
    hands.touch("settings.history.show")
    hands.wait_for_covers()
    snap("settings-history")
