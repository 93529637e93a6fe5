"""Holds changed in My account: step by step, and on the real page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.membership.account import HoldLine
from kiosk.membership.hold_prospects import Prospect
from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable, DayNotAhead, HoldUnknown
from kiosk.model.hold import HoldState
from kiosk.model.outcome import Outcome
from kiosk.services import Services
from kiosk.staff.library_file import read_library_file
from kiosk.ui.patron.account_holding import told_of_failure
from kiosk.ui.patron.flows.account_hold_events import (
    AgainWanted,
    BranchChosen,
    Cancel,
    CancelAgreed,
    CancelWanted,
    Changed,
    ChangeFailed,
    ChangeWanted,
    DayMoved,
    ElsewhereWanted,
    FetchAt,
    HoldEffect,
    HoldEvent,
    Left,
    ReadAgain,
    RestAgreed,
    RestWanted,
    Resume,
    Suspend,
    Tell,
    TellFailed,
    WeeksChosen,
)
from kiosk.ui.patron.flows.account_holds import AccountHolds, HoldQuestion, advance
from kiosk.ui.patron.hold_words import hold_where, said_prospect
from kiosk.ui.patron.shell_state import Comfort
from kiosk.ui.patron.view_models.account_holds import AccountHoldsViewModel
from kiosk.words import wording
from tests.ui.account.test_account_page import account, holds
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BEN, CHILD, DATA, NOW, give_back, lend, queue

TOMORROW = date(2026, 11, 25)
DONE = Outcome("suspend_hold", True, "", title="Emma")
REFUSED = Outcome("suspend_hold", False, "", reasons=(Reason(ReasonCode.HOLD_NOT_WAITING),))
CHANGE = ChangeWanted(7)


def after(*events: HoldEvent) -> tuple[AccountHolds, tuple[HoldEffect, ...]]:
    state, effects = AccountHolds(), ()
    for event in events:
        state, effects = advance(state, event)  # type: ignore[assignment]
    return state, effects


@pytest.mark.parametrize(
    ("chosen", "until"),
    [
        ((), date(2026, 12, 8)),
        ((WeeksChosen(1),), date(2026, 12, 1)),
        ((WeeksChosen(1), DayMoved(1)), date(2026, 12, 2)),
        ((WeeksChosen(1), *[DayMoved(-1)] * 40), TOMORROW),
        ((WeeksChosen(8), DayMoved(4000)), TOMORROW + timedelta(days=365)),
        ((WeeksChosen(0),), None),
        ((WeeksChosen(0), DayMoved(1)), None),
    ],
)
def test_a_hold_rests_until_the_day_that_was_shown(chosen: tuple[HoldEvent, ...], until: date | None) -> None:
    state, effects = after(CHANGE, RestWanted(TOMORROW), *chosen, RestAgreed())
    assert effects == (Suspend(7, until),)
    assert (state.question, state.busy) == (HoldQuestion.NONE, frozenset({7}))


@pytest.mark.parametrize(
    ("events", "act"),
    [
        ((CHANGE, AgainWanted()), Resume(7)),
        ((CHANGE, ElsewhereWanted(), BranchChosen("WEST")), FetchAt(7, "WEST")),
        ((CHANGE, CancelWanted(), CancelAgreed()), Cancel(7)),
        ((CancelWanted(7), CancelAgreed()), Cancel(7)),
    ],
)
def test_each_way_ends_in_one_act(events: tuple[HoldEvent, ...], act: Cancel) -> None:
    state, effects = after(*events)
    assert effects == (act,)
    assert advance(state, CHANGE) == (state, ())
    assert advance(state, Changed(act, DONE)) == (AccountHolds(), (Tell(act, "Emma"),))


def test_cancelling_is_done_only_when_it_is_meant() -> None:
    assert after(CancelWanted(7), Left()) == (AccountHolds(), ())
    assert after(CHANGE, CancelAgreed())[1] == ()
    assert after(CancelAgreed()) == (AccountHolds(), ())


def test_how_and_where_lead_back_to_what_there_is_to_do() -> None:
    for event in (RestWanted(TOMORROW), ElsewhereWanted()):
        assert after(CHANGE, event, Left())[0].question is HoldQuestion.CHANGE
    assert after(CHANGE, Left()) == (AccountHolds(), ())


def test_a_refusal_is_told_and_a_failure_can_be_tried_again() -> None:
    asked = (CHANGE, AgainWanted())
    state, effects = after(*asked, Changed(Resume(7), REFUSED))
    assert (state.question, state.refusal, effects) == (
        HoldQuestion.REFUSED,
        REFUSED.reasons,
        (ReadAgain(),),
    )
    error = DatabaseUnavailable()
    state, effects = after(*asked, ChangeFailed(Resume(7), error))
    assert effects == (TellFailed(error),)
    assert advance(state, CHANGE)[0].question is HoldQuestion.CHANGE


def test_an_answer_nobody_waits_for_is_dropped() -> None:
    assert after(Changed(Resume(7), DONE)) == (AccountHolds(), ())


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_hold_that_is_gone_and_a_day_that_is_past_have_sentences_of_their_own(language: str) -> None:
    words = wording(language)
    errors = (
        HoldUnknown(card="", title=""),
        DayNotAhead(day=TOMORROW, first=TOMORROW),
        DatabaseUnavailable(),
    )
    told = [told_of_failure(error, words) for error in errors]
    assert len(set(told)) == 3
    assert all(told)


ESTIMATED = HoldLine(7, "Emma", 1, HoldState.QUEUED, 3, "MAIN", None, estimate_weeks=3)


@pytest.mark.parametrize(
    ("language", "where", "prospect"),
    [
        (
            "en",
            "about 3 weeks · Main Library",
            "You would be number 3 in the queue. It will probably take about 1 week.",
        ),
        (
            "de",
            "etwa 3 Wochen · Hauptstelle",
            "Sie wären auf Platz 3 in der Reihe. Es dauert voraussichtlich etwa 1 Woche.",
        ),
        (
            "pl",
            "około 3 tygodnie · Biblioteka Główna",
            "Twoje miejsce w kolejce: 3. Potrwa to mniej więcej 1 tydzień.",
        ),
    ],
)
def test_weeks_are_told_where_they_are_known_and_nothing_where_they_are_not(
    language: str, where: str, prospect: str
) -> None:
    words, library = wording(language), read_library_file(DATA / "library.toml")
    assert hold_where(ESTIMATED, library, words) == where
    assert said_prospect(Prospect(3, 1), words) == prospect
    unknown = replace(ESTIMATED, estimate_weeks=None)
    assert hold_where(unknown, library, words) == where.split(" · ")[1]
    assert prospect.startswith(said_prospect(Prospect(3), words))
    assert said_prospect(None, words) == ""


# On the page.


def waiting(services: Services) -> None:
    lend(services, CHILD, "Lichtspiel", days_ago=4)
    queue(services, ANNA, "Lichtspiel", days_ago=3)
    queue(services, BEN, "Lichtspiel", days_ago=2)


def opened(
    open_kiosk: OpenKiosk, width: int = 1080, height: int = 1920, comfort: Comfort | None = None
) -> Kiosk:
    kiosk = open_kiosk("en", width, height, prepare=waiting, comfort=comfort)
    account(kiosk)
    return kiosk


def holding(kiosk: Kiosk) -> AccountHoldsViewModel:
    found: AccountHoldsViewModel = kiosk.shown("account", "holding")
    return found


def state_of(services: Services) -> tuple[HoldState, str, date | None]:
    at = NOW + timedelta(minutes=1)
    (line,) = services.accounts.statement(ANNA, at, "MAIN").holds
    return line.state, line.pickup_branch, line.suspended_until


def test_a_hold_rests_and_waits_again_by_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = opened(open_kiosk)
    (row,) = holds(kiosk)
    assert (row.chip, row.where) == ("No. 1 in the queue", "Main Library")
    kiosk.touch(f"account.hold.{row.number}")
    kiosk.touch("account.hold.rest")
    kiosk.touch("account.hold.weeks.1")
    kiosk.touch("account.hold.later")
    assert holding(kiosk).day == "Wed 2 December"
    kiosk.touch("account.hold.agree")
    kiosk.settle()
    assert kiosk.aside(state_of) == (HoldState.SUSPENDED, "MAIN", date(2026, 12, 2))
    assert holds(kiosk)[0].chip == "Paused until 2 Dec"
    assert "You keep your place" in kiosk.shown("shell", "toast")
    kiosk.touch(f"account.hold.{row.number}")
    kiosk.touch("account.hold.again")
    kiosk.settle()
    assert kiosk.aside(state_of) == (HoldState.QUEUED, "MAIN", None)


def test_a_hold_is_fetched_elsewhere_by_keys(open_kiosk: OpenKiosk) -> None:
    kiosk = opened(open_kiosk, 1920, 1080)
    (row,) = holds(kiosk)
    for name in (f"account.hold.{row.number}", "account.hold.elsewhere", "account.hold.branch.WEST"):
        kiosk.reach(name)
        kiosk.type("\n")
    kiosk.settle()
    assert kiosk.aside(state_of) == (HoldState.QUEUED, "WEST", None)
    assert holds(kiosk)[0].where == "West Branch"


def test_what_became_ready_meanwhile_is_not_changed_and_the_page_says_why(open_kiosk: OpenKiosk) -> None:
    kiosk = opened(open_kiosk)
    (row,) = holds(kiosk)
    kiosk.touch(f"account.hold.{row.number}")
    kiosk.touch("account.hold.rest")
    kiosk.aside(give_back, "Lichtspiel")
    kiosk.touch("account.hold.agree")
    kiosk.settle()
    assert holding(kiosk).question == "refused"
    assert holding(kiosk).heading == "It is already being kept for you or on its way."
    assert holding(kiosk).words == "Fetch it, or cancel the hold."
    kiosk.touch("account.hold.leave")
    (row,) = holds(kiosk)
    assert row.chip.startswith("Ready until")
    assert not row.changeable


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
def test_the_buttons_of_a_hold_stand_apart_in_large_text(
    open_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    kiosk = opened(open_kiosk, *size, comfort=Comfort(large_text=True, reduced_motion=True))
    (row,) = holds(kiosk)
    kiosk.window.grabWindow()
    upper, lower = (kiosk.item(f"account.{name}.{row.number}") for name in ("cancel", "hold"))
    above, below = (one.mapRectToScene(one.boundingRect()) for one in (upper, lower))
    assert below.top() - above.bottom() >= round(16 * min(size) / 1080)
