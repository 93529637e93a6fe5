"""What the page of details and settings shows, derived from what is kept; free of Qt."""

from dataclasses import dataclass

from kiosk.model.patron import Address, Patron
from kiosk.model.request_number import shown_request_number
from kiosk.ui.patron.flows.account_settings import OwnAct, Settling
from kiosk.ui.patron.settings_loading import OwnCard
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.words import Wording, wording

_QUESTIONS = {OwnAct.REPORT_LOST: "lost", OwnAct.FORGET_HISTORY: "forget"}


@dataclass(frozen=True, slots=True)
class SettingsDetail:
    """One line of contact details; `text` says so where nothing is known."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SettingsState:
    """All texts ready; `question` is lost, forget or empty. `pending` tells of a change that waits."""

    loaded: bool = False
    failure: str = ""
    busy: bool = False
    details: tuple[SettingsDetail, ...] = ()
    pending: str = ""
    languages: tuple[str, ...] = ()
    language: int = -1
    has_email: bool = False
    emails: bool = False
    keeps_history: bool = False
    has_pin: bool = False
    question: str = ""


def settings_state(
    own: OwnCard, settling: Settling, languages: tuple[str, ...], first: str, words: Wording
) -> SettingsState:
    """Return what to show to the card's owner; `first` is spoken to whoever chose no language."""
    patron, contact = own.patron, own.contact
    spoken = patron.language or first
    number = shown_request_number(contact.number) if contact else ""
    return SettingsState(
        loaded=True,
        busy=settling.busy,
        details=_details(patron, words),
        pending=words("contact.pending", number=number) if contact else "",
        languages=tuple(wording(code)("language.name") for code in languages),
        language=languages.index(spoken) if spoken in languages else -1,
        has_email=bool(patron.email),
        emails=bool(patron.email) and patron.notices_by != "none",
        keeps_history=patron.keeps_history,
        has_pin=patron.pin_hash is not None,
        question=_QUESTIONS[settling.asked] if settling.asked else "",
    )


def failed_settings(error: Exception, words: Wording) -> SettingsState:
    """Return what to show when it cannot be read."""
    return SettingsState(failure=failure_sentence(error, words))


def _details(patron: Patron, words: Wording) -> tuple[SettingsDetail, ...]:
    address = patron.address or Address()
    town = " ".join(filter(None, (address.postcode, address.city)))
    kept = {
        "name": patron.shown_name,
        "address": ", ".join(filter(None, (address.street, town))),
        "phone": patron.phone,
        "email": patron.email,
    }
    none = words("contact.none")
    return tuple(SettingsDetail(key, words(f"contact.{key}"), text or none) for key, text in kept.items())
