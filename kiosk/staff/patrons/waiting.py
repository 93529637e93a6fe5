"""What patrons wait for staff to confirm: a card made at a kiosk, other details, being forgotten."""

from collections.abc import Callable
from datetime import datetime

from kiosk.membership.registering import Registering, WaitingCard
from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import RequestUnknown
from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, PatronRequest


class PatronsWaiting:
    """Lists them and does what they ask for."""

    def __init__(
        self,
        database: Database,
        registering: Registering,
        requests: PatronRequests,
        forget_files: Callable[[], object] = lambda: None,
    ) -> None:
        self._database = database
        self._registering = registering
        self._requests = requests
        self._forget_files = forget_files

    @needs(Right.PATRONS_SEE)
    def cards(self, by: SignedIn) -> tuple[WaitingCard, ...]:
        """Return temporary cards with whom they may belong to already, the first made first."""
        return self._registering.waiting()

    @needs(Right.PATRONS_EDIT)
    def confirm(self, by: SignedIn, card: str, category: str | None, *, at: datetime) -> Patron:
        """Make a temporary card one like any other, its fee booked; CardUnknown, NotTemporary."""
        return self._registering.confirm(card, by=by.account, at=at, category=category)

    @needs(Right.PATRONS_SEE)
    def requests(self, by: SignedIn, patron_id: int) -> tuple[PatronRequest, ...]:
        """Return what the patron asks that changes the card itself, the oldest first."""
        with self._database.read() as view:
            found = [one for kind in _OF_THE_CARD for one in view.requests.open_of(patron_id, kind.value)]
        return tuple(sorted(found, key=lambda one: one.at))

    @needs(Right.PATRONS_EDIT)
    def decide(
        self, by: SignedIn, request: PatronRequest, *, accept: bool, at: datetime, note: str = ""
    ) -> None:
        """Do what was asked, or decline it with a word; of being forgotten decides who may forget people.

        Raises NotAllowed, RequestUnknown, RequestStepImpossible, PatronHasLoans.
        """
        erases = self._asked(request.number).kind == RequestKind.ERASE.value
        if erases:
            by.must(Right.PATRONS_PRIVACY)
        state = RequestState.DONE if accept else RequestState.DECLINED
        number = shown_request_number(request.number)
        self._requests.decide(number, state, by=by.account, at=at, note=note.strip() or None)
        if erases and accept:
            self._forget_files()

    def _asked(self, number: str) -> PatronRequest:
        """Return the request as it is kept: what a window says of its kind opens no gate."""
        with self._database.read() as view:
            found = view.requests.by_number(number)
        if found is None or found.kind not in _OF_THE_CARD:
            raise RequestUnknown(number=number)
        return found


_OF_THE_CARD = (RequestKind.CONTACT, RequestKind.ERASE, RequestKind.JOIN)
