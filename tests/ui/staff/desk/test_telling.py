"""What is said of a row, in every language, with every reason and its way out."""

import pytest

from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.item import ItemStatus, Place
from kiosk.model.outcome import Outcome
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.tasks import Verb
from kiosk.ui.staff.desk.telling import Tone, row_told
from kiosk.words import wording
from tests.circulation.desk import NORTH, eur

from .facts import DUE, LIBRARY, desk_item, done, loan, refused

EN = wording("en", "Europe/Berlin", ("en",))


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("step", list(Step))
def test_every_step_has_a_word_in_every_language(language: str, step: Step) -> None:
    for changed in ("lost", "claim", "drop_claim", "damaged", "missing", "sound", "withdraw"):
        row = DeskRow(1, "B1", step, outcome=done(), item=desk_item(), changed=changed, wanted=changed)
        told = row_told(row, LIBRARY, wording(language, "Europe/Berlin", ("en",)))
        assert not told.state.startswith(("staff.", "status."))
        assert not any("staff.desk" in line for line in told.more)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_what_was_undone_is_not_told_in_the_word_for_a_return(language: str) -> None:
    words = wording(language, "Europe/Berlin", ("en",))
    undone = words("staff.desk.step.undone").casefold()
    for returned in ("staff.desk.step.returned", "staff.desk.refused.return", "staff.desk.key.F3"):
        assert undone.removesuffix("en") not in words(returned).casefold()


@pytest.mark.parametrize("verb", list(Verb))
def test_whatever_is_refused_has_a_word_for_it(verb: Verb) -> None:
    act = "lend" if verb in (Verb.SCAN, Verb.OPEN, Verb.JOIN, Verb.END) else verb.value
    act = act.removesuffix("_anyway")
    told = row_told(
        DeskRow(1, "B1", Step.REFUSED, outcome=refused(ReasonCode.ITEM_LOST), wanted=act), LIBRARY, EN
    )
    assert told.state.startswith("Not ")
    assert told.tone is Tone.STOP


def test_in_the_list_a_refusal_tells_all_reasons_and_leaves_the_ways_out_to_the_large_place() -> None:
    reasons = (Reason(ReasonCode.ITEM_LOST), Reason(ReasonCode.ITEM_NOT_LOANABLE))
    row = DeskRow(
        1, "B1", Step.REFUSED, wanted="lend", outcome=Outcome("checkout", False, "B1", reasons=reasons)
    )
    told = row_told(row, LIBRARY, EN)
    assert told.line == f"{told.more[0]} This can only be used here in the library."
    assert len(told.more) == 4


def test_a_refusal_tells_all_reasons_and_the_way_out_of_each() -> None:
    reasons = (
        Reason(ReasonCode.PATRON_OWES, (("owes", eur("12.00")), ("allowed", eur("10.00")))),
        Reason(ReasonCode.ITEM_NOT_LOANABLE),
    )
    row = DeskRow(
        1, "B1", Step.REFUSED, wanted="lend", outcome=Outcome("checkout", False, "B1", reasons=reasons)
    )
    assert row_told(row, LIBRARY, EN).more == (
        "€12.00 is owed; up to €10.00 may stay open.",
        "Take a payment with F9.",
        "This can only be used here in the library.",
        "It stays in the house.",
    )


def test_a_loan_shows_its_due_date_and_what_it_costs() -> None:
    told = row_told(DeskRow(1, "B1", Step.LENT, outcome=done(due_at=DUE, charge=eur("1.50"))), LIBRARY, EN)
    assert (told.state, told.due, told.charge, told.tone) == ("Lent", "Mon 30 Mar", "€1.50", Tone.GOOD)


def test_a_return_says_where_to_lay_it_and_what_it_costs() -> None:
    outcome = done(
        "return", place=Place.TRANSIT, place_branch=NORTH, hold_id=3, charge=eur("0.40"), loan_id=1
    )
    told = row_told(DeskRow(1, "B1", Step.RETURNED, outcome=outcome, parts="2 CDs"), LIBRARY, EN)
    assert told.more == (
        "Lay it in the bin for North.",
        "Somebody is waiting for it.",
        "A fine of €0.40 was booked.",
        "Belongs to it: 2 CDs. Please check.",
    )
    assert told.tone is Tone.WAIT


def test_what_was_not_on_loan_says_so() -> None:
    told = row_told(DeskRow(1, "B1", Step.RETURNED, outcome=done("return", place=Place.SHELF)), LIBRARY, EN)
    assert told.line == "Lay it on the return shelf. It was not on loan."


def test_an_item_shown_tells_who_has_it() -> None:
    row = DeskRow(1, "B1", Step.SHOWN, item=desk_item(ItemStatus.ON_LOAN, loan()))
    told = row_told(row, LIBRARY, EN)
    assert (told.state, told.due) == ("On loan", "Mon 30 Mar")
    assert "Lem, Jan has it (R2)." in told.more


def test_a_failure_is_told_with_its_code() -> None:
    row = DeskRow(1, "B1", Step.FAILED, error=DatabaseUnavailable(problem="gone"))
    assert "K201" in row_told(row, LIBRARY, EN).line
    assert row_told(DeskRow(1, "B1", Step.FAILED, error=ValueError()), LIBRARY, EN).more
