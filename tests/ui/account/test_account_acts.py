"""What is changed in My account, step by step: each renewal has its own outcome."""

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.outcome import Outcome
from kiosk.ui.patron.flows.account_acts import (
    AccountActs,
    AccountEvent,
    ReadAgain,
    Renewed,
    RenewFailed,
    RenewLoan,
    RenewWanted,
    advance,
)

DONE = Outcome("renew", True, "B1")
REFUSED = Outcome("renew", False, "B2", reasons=(Reason(ReasonCode.RENEWAL_LIMIT),))


def after(*events: AccountEvent) -> AccountActs:
    state = AccountActs()
    for event in events:
        state, _ = advance(state, event)
    return state


ALL = RenewWanted((("B1", "a1"), ("B2", "a2"), ("B3", "a3")))


def test_all_are_renewed_one_by_one() -> None:
    state, effects = advance(AccountActs(), ALL)
    assert effects == (RenewLoan("B1", "a1"), RenewLoan("B2", "a2"), RenewLoan("B3", "a3"))
    assert (state.renewing, state.total) == (("b1", "b2", "b3"), 3)


def test_each_renewal_has_its_own_outcome() -> None:
    error = DatabaseUnavailable()
    state = after(ALL, Renewed("B1", DONE), Renewed("B2", REFUSED), RenewFailed("B3", error))
    assert state.outcomes == {"b1": DONE, "b2": REFUSED}
    assert state.failures == {"b3": error}
    assert not state.busy


def test_the_account_is_read_again_after_the_last_one_only() -> None:
    state = after(ALL, Renewed("B1", DONE))
    state, effects = advance(state, Renewed("B2", REFUSED))
    assert effects == ()
    assert advance(state, Renewed("B3", DONE))[1] == (ReadAgain(),)


def test_a_loan_at_work_is_not_renewed_twice() -> None:
    state, effects = advance(after(ALL), RenewWanted((("b1", "other"),)))
    assert effects == ()
    assert state.total == 3


def test_a_failed_one_can_be_tried_again() -> None:
    state = after(RenewWanted((("B1", "a1"),)), RenewFailed("B1", DatabaseUnavailable()))
    state, effects = advance(state, RenewWanted((("B1", "a2"),)))
    assert effects == (RenewLoan("B1", "a2"),)
    assert state.failures == {}


def test_an_answer_nobody_waits_for_is_dropped() -> None:
    assert after(Renewed("B1", DONE)) == AccountActs()
