"""Closures set after something was lent or kept: MAIN closes from Christmas Eve to New Year's Day."""

from tests.scenarios.town import Town

CLOSED = """
[[branch.closure]]
from = 2026-12-24
to = 2027-01-01
"""
# Tuesday; 28 days on is Tuesday 29 December.
LENT = "2026-12-01T12:00"


def test_a_loan_keeps_its_due_day_and_the_next_one_moves(town: Town) -> None:
    assert town.lend("R1", "B-MAIN", LENT)["due_at"] == "2026-12-29T23:59:59+01:00"
    town.load(closures=CLOSED)
    assert town.account("R1", LENT)["loans"][0]["due_at"] == "2026-12-29T23:59:59+01:00"
    # Saturday 2 January is the first open day.
    assert town.lend("R2", "M-MAIN", LENT)["due_at"] == "2027-01-02T23:59:59+01:00"


def test_closed_days_cost_nothing_also_when_they_were_set_after_lending(town: Town) -> None:
    for card, barcode in (("R1", "B-MAIN"), ("R2", "M-MAIN")):
        town.lend(card, barcode, LENT)
    # 30 and 31 December and 1 and 2 January: four days late while MAIN is open on all of them.
    assert town.give_back("B-MAIN", "2027-01-02T12:00")["charge"] == "0.80"
    town.load(closures=CLOSED)
    # Now 2 January alone is open.
    assert town.give_back("M-MAIN", "2027-01-02T12:00")["charge"] == "0.20"


def test_a_renewal_goes_by_the_closures_of_its_own_day(town: Town) -> None:
    town.lend("R1", "B-MAIN", LENT)
    town.load(closures=CLOSED)
    # 28 days from Wednesday 2 December is 30 December, which is closed by now.
    assert town.act("renew", "R1", "B-MAIN", at="2026-12-02T12:00")["due_at"] == "2027-01-02T23:59:59+01:00"
    # On 3 and 4 December it would be due on the same day again.
    assert town.refused("renew", "R1", "B-MAIN", at="2026-12-04T12:00") == ["renewal.too_early"]
    assert town.act("renew", "R1", "B-MAIN", at="2026-12-07T12:00")["due_at"] == "2027-01-04T23:59:59+01:00"


def test_a_hold_waits_over_the_closed_days_and_lapses_after_them(town: Town) -> None:
    town.load(closures=CLOSED)
    town.lend("R1", "B-MAIN", LENT)
    town.hold("R2", "B-MAIN", "MAIN", "2026-12-02T12:00")
    # Tuesday 22 December; open are Wednesday 23 December and then Saturday 2 January.
    town.give_back("B-MAIN", "2026-12-22T12:00")
    assert town.line("R2", "2026-12-22T13:00")["ready_until"] == "2027-01-02"
    assert town.night("2027-01-02T23:00")["holds_expired"] == 0
    assert town.night("2027-01-03T01:00")["holds_expired"] == 1
    # Safe twice.
    assert town.night("2027-01-03T01:00")["holds_expired"] == 0


def test_hours_jump_over_a_closure(town: Town) -> None:
    town.load(closures=CLOSED)
    # Wednesday 23 December, 17:30: due at closing, 19:00. At closing: from Saturday 2 January, 10:00.
    assert town.lend("R1", "L-MAIN", "2026-12-23T17:30")["due_at"] == "2026-12-23T19:00:00+01:00"
    town.give_back("L-MAIN", "2026-12-23T18:00")
    assert town.lend("R1", "L-MAIN", "2026-12-23T19:00")["due_at"] == "2027-01-02T13:00:00+01:00"
