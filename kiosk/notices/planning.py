"""Finds what is to be told today and queues it, each thing once: twice, late or never does no harm."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.model.library import Library
from kiosk.notices.kinds import COURTESY, EMAIL, HOLD_LAPSED, HOLD_READY, OVERDUE
from kiosk.settings import NoticeSettings
from kiosk.storage import Database, HoldTold, LoanDue, NewMessage, NewNotice
from kiosk.words import available_languages, wording

_AT_ONCE = 100
_ZONES = timedelta(days=2)  # no day of a branch is further from one of UTC
LAPSED_DAYS = 3  # older news is none
_LAPSED_SINCE = timedelta(days=LAPSED_DAYS)


class Planner:
    """Queues reminders, overdue notices, and what became of holds."""

    def __init__(self, database: Database, library: Callable[[], Library], settings: NoticeSettings) -> None:
        self._database = database
        self._library = library
        self._settings = settings

    def make(self, at: datetime) -> int:
        """Queue all there is to tell at that time; return how much was new."""
        library = self._library()
        self._messages(library, at)
        return self._loans(library, at) + self._holds(library, at)

    def _loans(self, library: Library, at: datetime) -> int:
        before = at + timedelta(days=self._settings.courtesy_days) + _ZONES
        stages = OVERDUE[: len(self._settings.overdue_days)]
        with self._database.read() as view:
            due = view.notice_facts.loans_due(before, stages[-1] if stages else None)
        queued = 0
        for start in range(0, len(due), _AT_ONCE):
            some = due[start : start + _AT_ONCE]
            with self._database.read() as view:
                told = view.notice_facts.told_of([loan.loan_id for loan in some])
            new = [self._of_loan(loan, library, at, told.get(loan.loan_id, ())) for loan in some]
            queued += self._queue([notice for notice in new if notice is not None])
        return queued

    def _of_loan(
        self, loan: LoanDue, library: Library, at: datetime, told: Sequence[tuple[str, datetime]]
    ) -> NewNotice | None:
        branch = library.branch(loan.branch)
        zone = ZoneInfo(branch.calendar.time_zone if branch else library.time_zone)
        today, due = at.astimezone(zone).date(), loan.due_at.astimezone(zone).date()
        kind = self._kind((due - today).days, in_time=at <= loan.due_at)
        lent_today = loan.lent_at.astimezone(zone).date() == today
        if kind is None or (kind == COURTESY and lent_today):
            return None
        # One a day is enough, and after a sterner one none that is milder.
        if any(when.astimezone(zone).date() == today for _key, when in told):
            return None
        sterner = OVERDUE[OVERDUE.index(kind) :] if kind in OVERDUE else ()
        if any(key.startswith(f"{one}:") and key.endswith(f":{due}") for key, _ in told for one in sterner):
            return None
        return NewNotice(
            key=f"{kind}:{loan.loan_id}:{due}",
            kind=kind,
            channel=EMAIL,
            language=_language(loan.language, library),
            queued_at=at,
            patron_id=loan.patron_id,
            loan_id=loan.loan_id,
            details={"title": loan.title, "branch": loan.branch, "due_at": loan.due_at.isoformat()},
        )

    def _kind(self, days: int, *, in_time: bool) -> str | None:
        """Return what a loan due in so many days calls for; a minus is lateness."""
        if days >= 0:
            return COURTESY if in_time and days <= self._settings.courtesy_days != 0 else None
        reached = sum(1 for late in self._settings.overdue_days if -days >= late)
        return OVERDUE[reached - 1] if reached else None

    def _holds(self, library: Library, at: datetime) -> int:
        told = (_of_hold(kind, hold, library, at) for kind, hold in self._told_holds(at))
        new = [notice for notice in told if notice is not None]
        return sum(self._queue(new[start : start + _AT_ONCE]) for start in range(0, len(new), _AT_ONCE))

    def _messages(self, library: Library, at: datetime) -> None:
        """Leave word in the account of every hold that lapsed: without it the hold is simply gone."""
        after = 0
        while True:
            with self._database.read() as view:
                some = view.notice_facts.holds_lapsed(at - _LAPSED_SINCE, after, _AT_ONCE, of_anybody=True)
            if some:
                with self._database.act() as work:
                    for hold in some:
                        work.messages.leave(_message(hold, library, at))
                    work.commit()
            if len(some) < _AT_ONCE:
                return
            after = some[-1].hold_id

    def _told_holds(self, at: datetime) -> Iterator[tuple[str, HoldTold]]:
        for kind in (HOLD_READY, HOLD_LAPSED):
            after = 0
            while True:
                with self._database.read() as view:
                    facts = view.notice_facts
                    some = (
                        facts.holds_ready(after, _AT_ONCE)
                        if kind == HOLD_READY
                        else facts.holds_lapsed(at - _LAPSED_SINCE, after, _AT_ONCE)
                    )
                yield from ((kind, hold) for hold in some)
                if len(some) < _AT_ONCE:
                    break
                after = some[-1].hold_id

    def _queue(self, new: Sequence[NewNotice]) -> int:
        if not new:
            return 0
        with self._database.act() as work:
            queued = sum(work.notices.queue(notice) for notice in new)
            work.commit()
        return queued


def _of_hold(kind: str, hold: HoldTold, library: Library, at: datetime) -> NewNotice | None:
    """Return what is told of a hold; None of one whose last day is over, which will lapse."""
    details, since = {"title": hold.title, "branch": hold.branch}, "once"
    if kind == HOLD_READY and hold.ready_at is not None and hold.ready_until is not None:
        branch = library.branch(hold.branch)
        zone = ZoneInfo(branch.calendar.time_zone if branch else library.time_zone)
        if hold.ready_until < at.astimezone(zone).date():
            return None
        details["until"] = hold.ready_until.isoformat()
        since = hold.ready_at.isoformat(timespec="minutes")
    return NewNotice(
        key=f"{kind}:{hold.hold_id}:{since}",
        kind=kind,
        channel=EMAIL,
        language=_language(hold.language, library),
        queued_at=at,
        patron_id=hold.patron_id,
        hold_id=hold.hold_id,
        details=details,
    )


def _message(hold: HoldTold, library: Library, at: datetime) -> NewMessage:
    language = _language(hold.language, library)
    return NewMessage(
        act_id=f"{HOLD_LAPSED}:{hold.hold_id}",
        text=wording(language)("letter.message.lapsed", title=hold.title),
        language=language,
        at=at,
        patron_id=hold.patron_id,
        from_staff=True,
        kind=HOLD_LAPSED,
    )


def _language(wanted: str | None, library: Library) -> str:
    """Return the patron's language where the library speaks it, else the library's first that has words."""
    chosen = [wanted] if wanted in library.languages else []
    return next((one for one in (*chosen, *library.languages) if one in available_languages()), "en")
