"""The decision table: each reason alone and the common ones together, by the acts on a real database."""

import pytest

from kiosk.model.decision import Act, PinState, ReasonCode
from kiosk.model.outcome import ActBy, Outcome
from tests.circulation.desk import MAIN, NOON, Desk, by, days, why
from tests.decisions.causes import ALONE, TOGETHER, Cause, Question, bring_about, codes
from tests.machine_of_loans.reasons import in_order

# By commands and screens alone: what a PIN or a kiosk's functions say.
OF_THE_KIOSK = {"card.wrong_pin", "card.locked", "kiosk.function_off"}
# Reasons of what is no loan, renewal or hold.
OF_OTHER_ACTS = {"hold.not_waiting", "undo.not_last", "undo.too_late"}
Case = tuple[Act, tuple[Cause, ...]]


def name(case: Case) -> str:
    return f"{case[0]}: {' + '.join(codes(case[1]))}"


def test_the_table_has_every_reason_there_is() -> None:
    told = {code for _act, causes in ALONE for code in codes(causes)}
    assert told | OF_THE_KIOSK | OF_OTHER_ACTS == {str(code) for code in ReasonCode}


@pytest.mark.parametrize("case", ALONE, ids=name)
def test_a_reason_alone_refuses_the_act_and_is_explained(desk: Desk, case: Case) -> None:
    _ask(desk, case)


@pytest.mark.parametrize("case", TOGETHER, ids=name)
def test_reasons_together_are_all_told_in_the_contracts_order(desk: Desk, case: Case) -> None:
    _ask(desk, case)


def _ask(desk: Desk, case: Case) -> None:
    act, causes = case
    question = bring_about(desk, act, causes)
    before = desk.feed_position()
    with desk.database.read() as view:
        said = desk.decider.explain(view, question.card, question.barcode, act, MAIN, NOON)
    done = question.do(desk)
    expected = list(in_order(codes(causes)))
    assert why(done) == expected
    assert (said.allowed, said.reasons) == (False, done.reasons)
    assert desk.feed_position() == before


def test_what_lies_ready_cannot_be_told_to_rest(desk: Desk) -> None:
    record = desk.trapped("R2")
    assert why(desk.acts.change_hold.suspend("R2", record, by())) == ["hold.not_waiting"]


def test_only_the_last_loan_is_undone_and_not_for_long(desk: Desk) -> None:
    desk.reader()
    for barcode in ("B1", "B2"):
        desk.copy(barcode)
        desk.lend("R1", barcode)
    assert why(desk.acts.undo("R1", "B1", by())) == ["undo.not_last"]
    assert why(desk.acts.undo("R1", "B2", by(NOON + days(1)))) == ["undo.too_late"]


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize(
    ("pin", "functions", "expected"),
    [
        (PinState.WRONG, None, ["card.wrong_pin"]),
        (PinState.LOCKED, None, ["card.locked"]),
        (PinState.RIGHT, frozenset({"return"}), ["kiosk.function_off"]),
        (PinState.WRONG, frozenset({"return"}), ["card.wrong_pin", "kiosk.function_off"]),
        (PinState.LOCKED, frozenset[str](), ["card.locked", "kiosk.function_off"]),
    ],
)
def test_what_a_kiosk_alone_can_say(
    desk: Desk, act: Act, pin: PinState, functions: frozenset[str] | None, expected: list[str]
) -> None:
    """A wrong PIN leaves out whatever is known of the card."""
    question = bring_about(desk, act, _POSSIBLE[act])
    assert why(_at_a_kiosk(desk, question, pin, functions)) == expected


# Where the act itself may be done: lent for the renewal, out for the hold.
_POSSIBLE: dict[Act, tuple[Cause, ...]] = {
    Act.CHECKOUT: (),
    Act.RENEW: tuple(
        Cause("", past=cause.past) for _act, (cause, *_) in ALONE if cause.code == "renewal.limit"
    ),
    Act.HOLD: tuple(
        Cause("", past=cause.past) for _act, (cause, *_) in ALONE if cause.code == "hold.not_allowed"
    ),
}


def _at_a_kiosk(desk: Desk, question: Question, pin: PinState, functions: frozenset[str] | None) -> Outcome:
    at_kiosk = ActBy(NOON, MAIN, functions=functions)
    if question.act is Act.CHECKOUT:
        return desk.acts.checkout(question.card, question.barcode, at_kiosk, pin=pin)
    if question.act is Act.RENEW:
        return desk.acts.renew(question.card, question.barcode, at_kiosk, pin=pin)
    return desk.acts.place_hold(question.card, question.record, at_kiosk, pin=pin)
