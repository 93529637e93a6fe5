"""Calls for help: on every desk at once, and gone from all when somebody goes."""

import pytest

from kiosk.membership.help_calls import HelpCalls
from kiosk.membership.requests import PatronRequests
from kiosk.model.errors import HelpCallUnknown
from kiosk.model.help_call import HelpReason
from kiosk.model.request import RequestKind
from kiosk.staff.inbox.calls import Bell, CallsForHelp
from tests.circulation.desk import MAIN, NOON, Desk, days
from tests.staff.people import signed

ANNA, BERT = signed(), signed(account="bert")


@pytest.fixture
def help_calls(desk: Desk) -> HelpCalls:
    return HelpCalls(desk.database, desk.decider)


@pytest.fixture
def calls(desk: Desk, help_calls: HelpCalls) -> CallsForHelp:
    return CallsForHelp(desk.database, help_calls)


def test_the_bell_counts_messages_and_names_who_calls(
    calls: CallsForHelp, help_calls: HelpCalls, requests: PatronRequests
) -> None:
    assert calls.bell(ANNA, at=NOON) == Bell()
    requests.make(RequestKind.QUESTION, {"text": "Why?"}, at=NOON)
    help_calls.call("Entrance", MAIN, "borrow", HelpReason.SCANS, at=NOON)
    bell = calls.bell(ANNA, at=NOON)
    assert (bell.messages, [call.kiosk for call in bell.calls]) == (1, ["Entrance"])
    assert calls.bell(ANNA, at=NOON + days(1)).calls == ()


def test_what_a_colleague_took_stays_the_colleagues(
    desk: Desk, calls: CallsForHelp, help_calls: HelpCalls
) -> None:
    call = help_calls.call("Entrance", MAIN, "home", HelpReason.ASKED, at=NOON)
    assert call is not None
    assert calls.take(BERT, call.id, at=NOON).taken_by == "bert"
    assert calls.take(ANNA, call.id, at=NOON).taken_by == "bert"
    assert calls.bell(ANNA, at=NOON).calls == ()
    with desk.database.read() as view:
        entries = view.audit.about("help_call", call.id)
    assert [(entry.account, entry.act) for entry in entries] == [("bert", "help_call_taken")]
    with pytest.raises(HelpCallUnknown):
        calls.take(ANNA, 999, at=NOON)
