"""The inbox: what patrons left for staff, taken, answered, put aside and closed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.membership.requests import PatronRequests, RequestFile
from kiosk.model.errors import RequestUnknown
from kiosk.model.patron import Patron
from kiosk.model.request import AnswerWay, RequestKind
from kiosk.model.request_state import OPEN_REQUEST_STATES, RequestState
from kiosk.model.staff_errors import AnswerEmpty, AnswerReachesNobody
from kiosk.staff.inbox.states import InboxState, answer_ways, first_words, inbox_state
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, ListedRequest, PatronRequest, View

_MOST_OVER = 1000
# Deciding these changes a patron, or forgets one.
_ALSO_NEEDS = {
    RequestKind.CONTACT.value: Right.PATRONS_EDIT,
    RequestKind.JOIN.value: Right.PATRONS_EDIT,
    RequestKind.ERASE.value: Right.PATRONS_PRIVACY,
}


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A line of the inbox: who asked, None without a card, and what it is about."""

    request: PatronRequest
    state: InboxState
    name: str | None
    card: str | None
    about: str


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """A request whole, with the ways an answer arrives; ``seen`` is what deciding compares with.

    ``article`` is the title of the article it was asked from, in the language it was opened in where
    there is one, empty where it was asked from none; its key where the article is gone.
    """

    file: RequestFile
    state: InboxState
    ways: tuple[AnswerWay, ...]
    seen: int
    article: str = ""


class Inbox:
    """Lists and decides requests; a repeated act changes nothing more.

    ``after_erasing`` takes away what this machine still keeps of who was forgotten.
    """

    def __init__(
        self, database: Database, requests: PatronRequests, after_erasing: Callable[[], object] = lambda: None
    ) -> None:
        self._database = database
        self._requests = requests
        self._after_erasing = after_erasing

    @needs(Right.MESSAGES)
    def waiting(self, by: SignedIn) -> int:
        """Count what nobody has looked at."""
        with self._database.read() as view:
            return view.request_list.new()

    @needs(Right.MESSAGES)
    def unfinished(self, by: SignedIn) -> tuple[InboxRow, ...]:
        """Return what is not over, the oldest first."""
        self._requests.take_over()
        with self._database.read() as view:
            return tuple(map(_row, view.request_list.unfinished()))

    @needs(Right.MESSAGES)
    def over(self, by: SignedIn) -> tuple[InboxRow, ...]:
        """Return the latest of what is answered or closed, the latest asked first."""
        with self._database.read() as view:
            return tuple(map(_row, view.request_list.over(_MOST_OVER)))

    @needs(Right.MESSAGES)
    def open(self, by: SignedIn, number: str, language: str = "") -> OpenMessage:
        """Return the request of that number with its steps; raises RequestUnknown.

        Of who asked only name, card and how to reach them are told to whoever may not see patrons.
        """
        file = self._requests.show(number)
        patron = file.patron
        with self._database.read() as view:
            reachable = patron is not None and view.notice_facts.reachable(patron.id)
            article = _title(view, str(file.request.details.get("article") or ""), language)
        ways = answer_ways(file.request, patron, reachable=reachable)
        if patron is not None and not by.may(Right.PATRONS_SEE):
            named = Patron(patron.id, patron.card, patron.last_name, patron.category, patron.first_name)
            reached = replace(named, language=patron.language, email=patron.email, phone=patron.phone)
            file = replace(file, patron=reached)
        return OpenMessage(file, inbox_state(file.request), ways, len(file.steps), article)

    @needs(Right.MESSAGES)
    def take(self, by: SignedIn, number: str, *, seen: int, at: datetime, act_id: str) -> None:
        """Note that somebody works on it; whoever asked is told nothing of that.

        Raises RequestUnknown, RequestStepImpossible, RequestChangedMeanwhile, as all below do.
        """
        self._silently(by, number, RequestState.ACCEPTED, seen, at, act_id)

    @needs(Right.MESSAGES)
    def put_aside(self, by: SignedIn, number: str, *, seen: int, at: datetime, act_id: str) -> None:
        """Note that it waits for something; whoever asked is told nothing of that."""
        self._silently(by, number, RequestState.WAITING, seen, at, act_id)

    @needs(Right.MESSAGES)
    def close(self, by: SignedIn, number: str, *, seen: int, at: datetime, act_id: str) -> None:
        """Put it away without an answer: what needs none, or nobody could read."""
        request = self._asked(number)
        done = request.kind in {RequestKind.QUESTION.value, RequestKind.INCOMPLETE.value}
        state = RequestState.DONE if done else RequestState.DECLINED
        self._silently(by, number, state, seen, at, act_id)

    @needs(Right.MESSAGES)
    def answer(
        self,
        by: SignedIn,
        number: str,
        text: str,
        ways: Collection[AnswerWay],
        *,
        seen: int,
        at: datetime,
        act_id: str,
    ) -> None:
        """Answer a message by these ways, and be done with it; raises AnswerEmpty, AnswerReachesNobody."""
        if not text.strip():
            raise AnswerEmpty
        there = self.open(by, number).ways
        if not set(ways) & set(there):
            raise AnswerReachesNobody(number=number)
        self.decide(
            by, number, RequestState.DONE, note=text, ways=tuple(ways), seen=seen, at=at, act_id=act_id
        )

    @needs(Right.MESSAGES)
    def decide(
        self,
        by: SignedIn,
        number: str,
        state: RequestState,
        *,
        note: str | None = None,
        next_step: str | None = None,
        ways: Collection[AnswerWay] = tuple(AnswerWay),
        seen: int,
        at: datetime,
        act_id: str,
    ) -> None:
        """Bring a request a step on; what changes or forgets a patron needs the right for that as well."""
        kind = self._asked(number).kind
        if kind in _ALSO_NEEDS and state not in OPEN_REQUEST_STATES:
            by.must(_ALSO_NEEDS[kind])
        self._requests.decide(
            number,
            state,
            by=by.account,
            at=at,
            note=(note or "").strip() or None,
            next_step=(next_step or "").strip() or None,
            act_id=act_id,
            ways=ways,
            seen=seen,
        )
        if kind == RequestKind.ERASE.value and state is RequestState.DONE:
            self._after_erasing()

    def _silently(
        self, by: SignedIn, number: str, state: RequestState, seen: int, at: datetime, act_id: str
    ) -> None:
        self.decide(by, number, state, ways=(), seen=seen, at=at, act_id=act_id)

    def _asked(self, number: str) -> PatronRequest:
        with self._database.read() as view:
            found = view.requests.by_number(number)
        if found is None:
            raise RequestUnknown(number=number)
        return found


def _title(view: View, key: str, language: str) -> str:
    if not key:
        return ""
    languages = dict.fromkeys((language, *view.library.load().languages))
    found = (view.articles.get(key, one) for one in languages if one)
    return next((article.title for article in found if article is not None), key)


def _row(listed: ListedRequest) -> InboxRow:
    request = listed.request
    return InboxRow(request, inbox_state(request), listed.name, listed.card, first_words(request))
