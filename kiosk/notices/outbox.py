"""Keeps what is to be sent in the database until it is sent: nothing is lost when the server is away."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Protocol

from kiosk.model.errors import LetterDeferred, LetterRefused, MailUnavailable, NoMailAddress
from kiosk.model.help_call import HELP_NOTICE
from kiosk.model.request import ANSWER_NOTICE, RECEIVED_NOTICE
from kiosk.model.request_state import RequestState
from kiosk.notices.kinds import EMAIL, HOLD_READY, OF_LOANS
from kiosk.notices.mail import Letter, usable_address
from kiosk.notices.wordings import Wordings, address_of
from kiosk.paper.roll import Roll
from kiosk.paper.roll_text import roll_text
from kiosk.storage import Act, Database, NewNotice, Notice

RECEIPT = "receipt"
_AT_ONCE = 200
_SENDING = timedelta(minutes=10)  # so long a letter belongs to whoever took it
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=6)
_GIVEN_UP_AFTER = timedelta(days=3)


class Mailer(Protocol):
    """Whatever hands letters on."""

    @property
    def is_set(self) -> bool:
        """Whether this machine sends mail at all."""
        ...

    def send(self, letter: Letter) -> None:
        """Raise MailUnavailable for what may pass and LetterRefused for what will not."""
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """How many notices were sent, wait for another try, and were given up."""

    sent: int = 0
    waiting: int = 0
    given_up: int = 0


class Outbox:
    """Queues and sends; safe from several processes at once, as a notice is taken before it is sent."""

    def __init__(self, database: Database, mailer: Mailer, library_wordings: Callable[[], Wordings]) -> None:
        self._database = database
        self._mailer = mailer
        self._wordings = library_wordings

    @property
    def sends(self) -> bool:
        """Whether this machine sends mail at all."""
        return self._mailer.is_set

    def queue_receipt(
        self, key: str, patron_id: int, roll: Roll, language: str, at: datetime, to: str | None = None
    ) -> bool:
        """Queue what the patron asked to have by e-mail; False when it was queued before under that key.

        `to` is an address for this letter alone, forgotten with what it says; else it goes to the patron's.
        Raises NoMailAddress, LetterRefused for an address that is none.
        """
        with self._database.act() as work:
            address = to or address_of(work, patron_id)
            if address is None:
                raise NoMailAddress
            usable_address(address)
            details = {"subject": f"{roll.library}: {roll.title}", "body": roll_text(roll)}
            details |= {"to": to} if to else {}
            new = NewNotice(f"receipt:{key}", RECEIPT, EMAIL, language, at, patron_id, details=details)
            queued = work.notices.queue(new)
            work.commit()
        return queued

    def send_due(self, at: datetime) -> Sent:
        """Send what is due, one letter a patron, kind and branch; trouble leaves the rest queued."""
        total = Sent()
        if not self._mailer.is_set:
            return total
        while letters := self._letters(at):
            for letter in letters:
                done, go_on = self._send(letter, at)
                total = Sent(
                    total.sent + done.sent, total.waiting + done.waiting, total.given_up + done.given_up
                )
                if not go_on:
                    return total
        return total

    def _letters(self, at: datetime) -> list[tuple[Notice, ...]]:
        """Return due notices, those that go into one letter together."""
        with self._database.read() as view:
            due = view.notices.due(at, _AT_ONCE)

        def together(notice: Notice) -> tuple[object, ...]:
            alone = notice.id if notice.kind == RECEIPT or "to" in notice.details else 0
            # A letter ends with how to reach the branch that its items are of.
            branch = str(notice.details.get("branch", ""))
            return (notice.patron_id or 0, notice.kind, notice.language, notice.channel, branch, alone)

        return [tuple(some) for _, some in groupby(sorted(due, key=together), together)]

    def _send(self, letter: Sequence[Notice], at: datetime) -> tuple[Sent, bool]:
        """Send one letter; return what became of it, and whether to go on with others."""
        with self._database.act() as work:
            current = [notice for notice in letter if _holds_still(work, notice)]
            for notice in letter:
                if notice not in current:
                    work.notices.give_up(notice.id, at, "it is so no more")
            until = at + _SENDING
            took = [work.notices.take(notice.id, now=at, until=until) for notice in current]
            taken = [notice for notice in took if notice is not None]
            written = self._written(work, taken, at) if taken else None
            work.commit()
        if not taken:
            return Sent(), True
        try:
            if written is None:
                raise NoMailAddress
            self._mailer.send(written)
        except MailUnavailable as error:
            return self._failed(taken, at, error), False
        except LetterDeferred as error:
            return self._failed(taken, at, error), True
        except (LetterRefused, NoMailAddress) as error:
            return self._give_up(taken, at, str(error.values.get("problem", error.key))), True
        self._note(lambda work: [work.notices.sent(notice.id, at) for notice in taken])
        return Sent(sent=len(taken)), True

    def _written(self, work: Act, taken: Sequence[Notice], at: datetime) -> Letter | None:
        first = taken[0]
        own = None if first.patron_id is None else address_of(work, first.patron_id)
        address = str(first.details["to"]) if "to" in first.details else own
        if address is None:
            return None
        keys = "|".join(sorted(notice.key for notice in taken))
        key = hashlib.sha256(keys.encode("utf-8")).hexdigest()[:32]
        if first.kind == RECEIPT:
            subject, body = str(first.details["subject"]), str(first.details["body"])
        else:
            subject, body = self._wordings().letter(work, taken)
        return Letter(address, subject, body, first.language, key, at)

    def _failed(self, taken: Sequence[Notice], at: datetime, error: MailUnavailable | LetterDeferred) -> Sent:
        problem = str(error.values.get("problem", ""))
        old = [notice for notice in taken if at - notice.queued_at >= _GIVEN_UP_AFTER]
        given_up = self._give_up(old, at, problem).given_up if old else 0
        rest = [notice for notice in taken if notice not in old]

        def note(work: Act) -> None:
            for notice in rest:
                wait = min(_FIRST_WAIT * 2 ** min(notice.tries - 1, 12), _LONGEST_WAIT)
                work.notices.failed(notice.id, problem, next_try_at=at + wait)

        self._note(note)
        return Sent(waiting=len(rest), given_up=given_up)

    def _give_up(self, taken: Sequence[Notice], at: datetime, problem: str) -> Sent:
        self._note(lambda work: [work.notices.give_up(notice.id, at, problem) for notice in taken])
        return Sent(given_up=len(taken))

    def _note(self, note: Callable[[Act], object]) -> None:
        with self._database.act() as work:
            note(work)
            work.commit()


def _holds_still(work: Act, notice: Notice) -> bool:
    """Whether what a notice tells is so still and wanted: what came back meanwhile needs no reminder."""
    if not _wanted_still(work, notice):
        return False
    if notice.kind in OF_LOANS and notice.loan_id is not None:
        due_at = work.notice_facts.open_loans([notice.loan_id]).get(notice.loan_id)
        return due_at is not None and due_at.isoformat() == notice.details.get("due_at")
    if notice.kind == HOLD_READY and notice.hold_id is not None:
        return notice.hold_id in work.notice_facts.ready_holds([notice.hold_id])
    if notice.kind == ANSWER_NOTICE:
        request = work.requests.get(int(notice.details["request"]))
        return request is not None and request.state == notice.details["state"]
    if notice.kind == HELP_NOTICE:
        return any(call.id == notice.details["call"] for call in work.help_calls.waiting())
    if notice.kind == RECEIVED_NOTICE:
        # Who has the answer wants no word that the question is there.
        request = work.requests.get(int(notice.details["request"]))
        return request is not None and request.state == RequestState.OPEN.value
    return True


def _wanted_still(work: Act, notice: Notice) -> bool:
    """Whether its patron has not switched e-mails off since; a receipt was asked for by itself."""
    if notice.patron_id is None or notice.kind == RECEIPT:
        return True
    patron = work.patrons.get(notice.patron_id)
    return patron is not None and patron.notices_by != "none"
