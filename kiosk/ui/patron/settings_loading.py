"""Reads and settles what patrons look after themselves; runs on worker threads."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.storage import PatronRequest
from kiosk.ui.patron.flows.account_settings import OwnAct


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card's owner as kept, and the open request of theirs for other contact details, if any."""

    patron: Patron
    contact: PatronRequest | None = None


def read_own_card(services: Services, card: str) -> OwnCard:
    """Read what the settings show; CardUnknown."""
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        if patron is None:
            raise CardUnknown(card=card)
        asked = view.requests.open_of(patron.id, RequestKind.CONTACT.value)
    return OwnCard(patron, asked[-1] if asked else None)


def settle(services: Services, card: str, act: OwnAct, at: datetime) -> None:
    """Do one of the things that need nobody's consent; CardUnknown."""
    own = services.self_service
    match act:
        case OwnAct.REPORT_LOST:
            own.report_lost(card, at)
        case OwnAct.KEEP_HISTORY | OwnAct.FORGET_HISTORY:
            own.keep_history(card, act is OwnAct.KEEP_HISTORY)
        case OwnAct.WANT_EMAILS | OwnAct.NO_EMAILS:
            own.send_notices(card, by_email=act is OwnAct.WANT_EMAILS)
