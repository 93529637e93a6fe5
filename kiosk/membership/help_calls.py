"""Calls staff to a kiosk: kept until somebody goes, and written to the desk at once where that is set."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.model.errors import HelpCallUnknown
from kiosk.model.help_call import HELP_NOTICE, HelpReason
from kiosk.model.library import Library
from kiosk.rules.expecting import staff_are_in
from kiosk.storage import Act, Database, HelpCall, NewNotice
from kiosk.words import available_languages

_STALE = timedelta(hours=4)  # nobody stands there any more
_WRITTEN_AGAIN = timedelta(minutes=5)  # not each time somebody touches the button


class HelpCalls:
    """Calls, tells who waits, and notes who goes; ``email`` is where calls are written to, empty: nowhere."""

    def __init__(self, database: Database, decider: Decider, email: str = "") -> None:
        self._database = database
        self._decider = decider
        self._email = email.strip()

    def call(
        self,
        kiosk: str,
        branch: str,
        screen: str,
        why: HelpReason,
        *,
        at: datetime,
        act_id: str | None = None,
    ) -> HelpCall | None:
        """Call staff and return the call, that which waits already for the same kiosk; None: nobody is in.

        Once somebody has taken it, another may follow.
        """
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            if not staff_are_in(library, branch, at):
                return None
            work.help_calls.forget(
                tuple(
                    one.id for one in work.help_calls.waiting() if one.kiosk == kiosk and _is_stale(one, at)
                )
            )
            new = HelpCall(act_id or str(uuid4()), kiosk, branch, screen, why.value, at)
            call = work.help_calls.call(new)
            if call.taken_at is None:
                self._write(work, library, call, at)
            work.commit()
        return call

    def call_off(self, kiosk: str) -> bool:
        """Take back what waits for a kiosk; return whether somebody still waited there."""
        with self._database.act() as work:
            waiting = tuple(one.id for one in work.help_calls.waiting() if one.kiosk == kiosk)
            gone = work.help_calls.forget(waiting)
            work.commit()
        return gone > 0

    def waiting(self, at: datetime) -> tuple[HelpCall, ...]:
        """Return the calls nobody has taken, the oldest first; none of hours ago."""
        with self._database.read() as view:
            return self.standing(view.help_calls.waiting(), at)

    def standing(self, calls: Iterable[HelpCall], at: datetime) -> tuple[HelpCall, ...]:
        """Return those calls where somebody may still stand: none of hours ago."""
        return tuple(one for one in calls if not _is_stale(one, at))

    def take(self, number: int, *, by: str, at: datetime) -> HelpCall:
        """Note that somebody goes; what is taken stays whose it is. Raises HelpCallUnknown."""
        with self._database.act() as work:
            taken = work.help_calls.take(number, by=by, at=at)
            if taken is None:
                raise HelpCallUnknown(number=number)
            if (taken.taken_by, taken.taken_at) == (by, at):
                details = {"after": {"taken_by": by}, "kiosk": taken.kiosk}
                work.audit.write(
                    at=at,
                    account=by,
                    act="help_call_taken",
                    subject="help_call",
                    subject_id=number,
                    details=details,
                )
            work.commit()
        return taken

    def _write(self, work: Act, library: Library, call: HelpCall, at: datetime) -> None:
        if not self._email:
            return
        again = (at - call.at) // _WRITTEN_AGAIN
        spoken = (one for one in library.languages if one in available_languages())
        work.notices.queue(
            NewNotice(
                key=f"{HELP_NOTICE}:{call.id}:{call.act_id}:{again}",
                kind=HELP_NOTICE,
                channel="email",
                language=next(spoken, "en"),
                queued_at=at,
                details={
                    "to": self._email,
                    "call": call.id,
                    "kiosk": call.kiosk,
                    "branch": call.branch,
                    "screen": call.screen,
                    "called_at": call.at.isoformat(),
                },
            )
        )


def _is_stale(call: HelpCall, at: datetime) -> bool:
    return at - call.at > _STALE
