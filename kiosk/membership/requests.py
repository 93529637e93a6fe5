"""Requests to staff: made with a card or without, followed by number, decided step by step."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.membership.answering import leave_reply, queue_answer, queue_received
from kiosk.membership.carrying_out import carry_out
from kiosk.membership.message_limits import refuse_too_many_here, refuse_too_many_open, said_before
from kiosk.membership.old_messages import take_over
from kiosk.membership.request_locking import locked, refuse_unseen
from kiosk.membership.telling import told_of
from kiosk.model.errors import (
    CardUnknown,
    NeedsCard,
    RequestIncomplete,
    RequestOfKiosk,
    RequestStepImpossible,
    RequestUnknown,
)
from kiosk.model.patron import Patron
from kiosk.model.request import (
    NEEDS_CARD,
    OF_THE_KIOSK,
    AnswerWay,
    RequestKind,
    cleaned,
    next_states,
    problems_of,
)
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_origin import Origin
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.storage import Act, Database, PatronRequest, RequestStep


@dataclass(frozen=True, slots=True)
class RequestStatus:
    """Where a request stands, as whoever knows its number may see: nothing of who asked, or what.

    ``number`` is grouped for reading aloud. ``next_step`` is what staff wrote for everybody, None where
    the state says enough. ``answer`` is told for requests without a card alone: others have an account.
    """

    number: str
    kind: str
    state: RequestState
    made_at: datetime
    changed_at: datetime
    next_step: str | None
    answer: str | None

    @property
    def over(self) -> bool:
        """Tell whether nothing more will come."""
        return self.state not in OPEN_REQUEST_STATES


@dataclass(frozen=True, slots=True)
class RequestFile:
    """A request as staff see it: whole, with its steps, who asked, and what it may become."""

    request: PatronRequest
    patron: Patron | None
    steps: tuple[RequestStep, ...]
    next_states: tuple[RequestState, ...]


class PatronRequests:
    """Makes, shows and decides requests; a repeated act changes nothing more."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def make(
        self,
        kind: RequestKind,
        details: Mapping[str, str],
        *,
        at: datetime,
        card: str | None = None,
        branch: str | None = None,
        language: str | None = None,
        email: str | None = None,
        record_id: int | None = None,
        act_id: str | None = None,
        origin: Origin | None = None,
    ) -> PatronRequest:
        """Make a request, told by its number from now on.

        Raises RequestIncomplete with all that is wrong, RequestOfKiosk, NeedsCard, CardUnknown,
        TooManyRequests, and TooManyHere where ``origin`` is a kiosk at which too many were made without a
        card. Somebody who asks twice to be forgotten has asked once, and so has who says the same within
        a day.
        """
        if kind in OF_THE_KIOSK:
            raise RequestOfKiosk
        email = (email or "").strip() or None
        problems = problems_of(kind, details, email)
        if problems:
            raise RequestIncomplete(problems=told_of(problems))
        if card is None and kind in NEEDS_CARD:
            raise NeedsCard
        new = PatronRequest(
            act_id or str(uuid4()),
            None,
            kind.value,
            at,
            cleaned(kind, details) | (origin.details(kind, details) if origin else {}),
            branch=branch,
            language=language,
            email=email,
            record_id=record_id,
        )
        with self._database.act() as work:
            before = work.requests.by_act(new.act_id)
            made = before or work.requests.make(self._asked(work, new, card))
            if before is None and made.act_id == new.act_id:
                queue_received(work, self._decider.libraries.current(work), made, at)
            work.commit()
        return made

    def _asked(self, work: Act, new: PatronRequest, card: str | None) -> PatronRequest:
        """Return the request with its patron, or the one that is there and means the same."""
        if card is None:
            same_text = said_before(work, new)
            if same_text is None and "kiosk" in new.details:
                refuse_too_many_here(work, str(new.details["kiosk"]), new.at)
            return same_text or new
        patron = work.patrons.by_card(card)
        if patron is None:
            raise CardUnknown(card=card)
        work.patrons.lock(patron.id)
        if new.kind == RequestKind.ERASE.value:
            work.patrons.ask_to_erase(patron.id, new.at)
            same = work.requests.open_of(patron.id, new.kind)
            if same:
                return same[0]
        mine = replace(new, patron_id=patron.id)
        same_text = said_before(work, mine)
        if same_text is None:
            refuse_too_many_open(work, patron.id)
        return same_text or mine

    def status(self, number: str) -> RequestStatus:
        """Return where the request of that number stands; RequestUnknown."""
        with self._database.read() as view:
            found = view.requests.by_number(number)
        if found is None:
            raise RequestUnknown(number=number)
        return status_of(found)

    def waiting(self, kind: RequestKind | None = None, *, over: bool = False) -> tuple[PatronRequest, ...]:
        """Return the requests that are not over, the oldest first; with ``over`` the latest of all.

        Messages of before there were requests are among them, with a number from now on.
        """
        self.take_over()
        wanted = None if kind is None else kind.value
        with self._database.read() as view:
            return view.requests.all(wanted) if over else view.requests.unfinished(wanted)

    def take_over(self) -> int:
        """Make requests of messages of before there were any; return how many."""
        return take_over(self._database)

    def show(self, number: str) -> RequestFile:
        """Return the whole request of that number, for staff; RequestUnknown."""
        with self._database.read() as view:
            found = view.requests.by_number(number)
            if found is None:
                raise RequestUnknown(number=number)
            patron = None if found.patron_id is None else view.patrons.get(found.patron_id)
            steps = view.requests.steps(found.id)
        return RequestFile(found, patron, steps, next_states(found.kind, found.state))

    def decide(
        self,
        number: str,
        state: RequestState,
        *,
        by: str,
        at: datetime,
        note: str | None = None,
        next_step: str | None = None,
        act_id: str | None = None,
        ways: Collection[AnswerWay] = tuple(AnswerWay),
        seen: int | None = None,
    ) -> PatronRequest:
        """Bring a request a step on and do what goes with it, both or neither.

        ``note`` is told to who asked, by those of the ``ways`` that there are: by e-mail where there is an
        address, at the next card scan where a message had a card; ``next_step`` to whoever has the number.
        ``seen`` is how many steps whoever decides knew of. Done, a change of contact details is made, a
        temporary card confirmed, a person forgotten with the request itself.
        Raises RequestUnknown, RequestStepImpossible, RequestChangedMeanwhile, PatronHasLoans.
        """
        act_id = act_id or str(uuid4())
        with self._database.act() as work:
            found = locked(work, number)
            if found is None:
                raise RequestUnknown(number=number)
            if work.requests.stepped(found.id, act_id):
                return found
            refuse_unseen(work, found, seen)
            moved = self._step(work, found, state, by=by, at=at, act_id=act_id, told=(note, next_step))
            if AnswerWay.CARD in ways:
                leave_reply(work, moved, by=by, at=at, act_id=act_id)
            if AnswerWay.EMAIL in ways:
                queue_answer(work, self._decider.libraries.current(work), moved, act_id=act_id, at=at)
            details = {"before": found.state, "after": state.value}
            work.audit.write(
                at=at,
                account=by,
                act=f"request_{state}",
                subject="request",
                subject_id=found.id,
                details=details,
            )
            work.commit()
        return moved

    def withdraw(self, card: str, number: str, *, at: datetime, act_id: str | None = None) -> PatronRequest:
        """Take back a request of one's own; one that is withdrawn already stays so.

        Raises RequestUnknown, also for another's; RequestStepImpossible where it is over otherwise.
        """
        with self._database.act() as work:
            found, patron = locked(work, number), work.patrons.by_card(card)
            if found is None or patron is None or found.patron_id != patron.id:
                raise RequestUnknown(number=number)
            if found.state == RequestState.WITHDRAWN.value:
                return found
            moved = self._step(
                work,
                found,
                RequestState.WITHDRAWN,
                by="patron",
                at=at,
                act_id=act_id or str(uuid4()),
                told=(None, None),
            )
            work.commit()
        return moved

    def _step(
        self,
        work: Act,
        found: PatronRequest,
        state: RequestState,
        *,
        by: str,
        at: datetime,
        act_id: str,
        told: tuple[str | None, str | None],
    ) -> PatronRequest:
        if state not in next_states(found.kind, found.state):
            raise RequestStepImpossible(
                number=shown_request_number(found.number), state=found.state, wanted=state.value
            )
        note, next_step = told
        moved = work.requests.move(
            found.id, state, act_id=act_id, by=by, at=at, note=note, next_step=next_step
        )
        assert moved is not None
        carry_out(work, self._decider.libraries.current(work), found, state, by=by, at=at)
        return moved


def status_of(request: PatronRequest) -> RequestStatus:
    """Return what the number alone tells of a request."""
    return RequestStatus(
        number=shown_request_number(request.number),
        kind=request.kind,
        state=RequestState(request.state),
        made_at=request.at,
        changed_at=request.decided_at or request.at,
        next_step=request.next_step,
        answer=request.answer if request.patron_id is None else None,
    )
