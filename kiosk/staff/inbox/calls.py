"""Calls for help from kiosks as every desk sees them at once, and who goes."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.membership.help_calls import HelpCalls
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, HelpCall


@dataclass(frozen=True, slots=True)
class Bell:
    """What is looked for every few seconds: how much nobody has looked at, and who calls."""

    messages: int = 0
    calls: tuple[HelpCall, ...] = ()


class CallsForHelp:
    """Tells who calls, and notes who goes."""

    def __init__(self, database: Database, help_calls: HelpCalls) -> None:
        self._database = database
        self._help_calls = help_calls

    @needs(Right.MESSAGES)
    def bell(self, by: SignedIn, *, at: datetime) -> Bell:
        """Return calls and a count in one short look at the database."""
        with self._database.read() as view:
            messages = view.request_list.new()
            calls = view.help_calls.waiting()
        return Bell(messages, self._help_calls.standing(calls, at))

    @needs(Right.MESSAGES)
    def take(self, by: SignedIn, number: int, *, at: datetime) -> HelpCall:
        """Note that one goes oneself; what a colleague took stays the colleague's. Raises HelpCallUnknown."""
        return self._help_calls.take(number, by=by.account, at=at)
