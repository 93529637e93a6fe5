"""The rule values that decided a loan stay with it, whatever the rules become."""

from typing import Any

import pytest

from kiosk.membership.loan_story import LoanStories, LoanStory
from kiosk.model.errors import LoanUnknown
from kiosk.model.rule import Period, PeriodUnit

from .desk import NOON, Desk, days, eur, rule, town_library, wall


def story(desk: Desk, barcode: str = "B1", at: Any = NOON) -> LoanStory:
    return LoanStories(desk.database, desk.decider).of_item(barcode, at)


def stricter(desk: Desk) -> None:
    """Change every rule that could make a difference."""
    desk.configure(
        town_library(
            rule(3, {"item_type": "dvd"}, loan_fee=eur("9.00"), max_loans=1),
            loan_period=Period(3, PeriodUnit.DAYS),
            fine_per_day=eur("2.00"),
            fine_max=eur("50.00"),
            fine_grace_days=5,
            replacement_fee=eur("99.00"),
            renewals=9,
        )
    )


def test_what_decided_is_kept_value_by_value_with_row_and_scope(desk: Desk) -> None:
    desk.copy("D1", item_type="dvd")
    desk.reader()
    desk.lend("R1", "D1")
    (kept,) = story(desk, "D1").decided
    assert kept.at == NOON
    assert kept.values["loan_period"] == {"value": "7 days", "row": 2, "scope": {"item_type": "dvd"}}
    assert kept.values["loan_fee"] == {"value": "1.50", "row": 2, "scope": {"item_type": "dvd"}}
    assert kept.values["max_loans"] == {"value": 10, "row": 1, "scope": {}}
    assert kept.values["closed_days"] == {"value": "next_open_day", "row": None, "scope": {}}
    assert not {"holds", "max_holds", "renewal_period", "minimum_age"} & set(kept.values)


def test_a_renewal_keeps_what_decided_it_beside_the_loan(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    stricter(desk)
    renewed = desk.renew("R1", at=NOON + days(27))
    assert renewed.done
    loan, renewal = story(desk).decided
    assert loan.values["loan_period"]["value"] == "28 days"
    assert renewal.values["renewal_period"] == {"value": "3 days", "row": 1, "scope": {}}
    assert (loan.values["fine_per_day"]["value"], renewal.values["fine_per_day"]["value"]) == ("0.20", "2.00")
    assert "loan_fee" not in renewal.values


def test_fine_account_and_story_agree_after_the_rules_have_changed(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    lent = desk.lend()
    stricter(desk)
    late = NOON + days(31)
    told = story(desk, at=late)
    (line,) = desk.statement(at=late).loans
    assert wall(told.loan.due_at) == wall(lent.due_at) == wall(line.due_at) == "2026-03-30 23:59:59"
    per_day = eur(told.decided[0].values["fine_per_day"]["value"])
    assert told.fine_so_far == line.fine_so_far == per_day * 3 == eur("0.60")
    assert desk.statement(at=late).owes == eur("0.60")
    assert desk.take_back(at=late).charge == eur("0.60")


def test_the_fee_told_at_checkout_is_the_fee_kept_and_charged(desk: Desk) -> None:
    desk.copy("D1", item_type="dvd")
    desk.reader()
    lent = desk.lend("R1", "D1")
    stricter(desk)
    told = story(desk, "D1")
    kept = told.decided[0].values["loan_fee"]["value"]
    assert lent.charge == told.loan.loan_fee == desk.ledger()[0].amount == eur(kept)


def test_a_lost_item_costs_what_the_loan_says(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    desk.lend()
    stricter(desk)
    kept = story(desk).decided[0].values["replacement_fee"]["value"]
    assert desk.lose().charge == eur(kept) == eur("15.00")


def test_what_is_not_lent_has_no_story(desk: Desk) -> None:
    desk.copy()
    for barcode in ("B1", "nope"):
        with pytest.raises(LoanUnknown):
            story(desk, barcode)
