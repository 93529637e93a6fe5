"""Rules that staff change while something is on loan, waits or is owed."""

from tests.scenarios.town import RULES, Town

MONDAY = "2026-03-02T12:00"  # 28 days on is Monday 30 March
LATE = "2026-04-01T12:00"  # two days late
SECOND_ROW = '[[rule]]\nitem_type = "laptop"'


def with_value(name: str, value: str) -> str:
    """Return the rules with one value of the row for everybody changed or added."""
    everybody, others = RULES.split(SECOND_ROW)
    kept = "\n".join(line for line in everybody.splitlines() if not line.startswith(f"{name} ="))
    return f"{kept}\n{name} = {value}\n{SECOND_ROW}{others}"


def test_a_fine_is_that_of_the_loan_until_it_is_renewed(town: Town) -> None:
    for barcode in ("B-MAIN", "M-MAIN", "D-MAIN"):
        town.lend("R1", barcode, MONDAY)
    town.load(with_value("fine_per_day", '"1.00"'))
    assert town.give_back("B-MAIN", LATE)["charge"] == "0.40"
    # Renewed in time, due on Monday 27 April: two days late cost the new price.
    assert town.act("renew", "R1", "M-MAIN", at="2026-03-30T12:00")["due_at"] == "2026-04-27T23:59:59+02:00"
    assert town.give_back("M-MAIN", "2026-04-29T12:00")["charge"] == "2.00"
    # Renewed late: what ran till then is booked at the old price.
    town.act("renew", "R1", "D-MAIN", at=LATE)
    assert town.account("R1", LATE)["owes"] == "2.80"


def test_a_fee_for_lending_is_that_of_the_day(town: Town) -> None:
    town.load(with_value("loan_fee", '"1.50"'))
    assert town.lend("R1", "B-MAIN", MONDAY)["charge"] == "1.50"
    town.load(with_value("loan_fee", '"3.00"'))
    assert town.account("R1", MONDAY)["owes"] == "1.50"
    assert town.lend("R2", "M-MAIN", MONDAY)["charge"] == "3.00"


def test_a_replacement_costs_what_it_cost_when_it_was_lent(town: Town) -> None:
    town.lend("R1", "B-MAIN", MONDAY)
    town.load(with_value("replacement_fee", '"40.00"'))
    town.act("lost", "B-MAIN", at="2026-03-09T12:00")
    assert town.account("R1", "2026-03-09T12:00")["owes"] == "15.00"
    # Found again: the replacement is taken back.
    town.give_back("B-MAIN", "2026-03-16T12:00")
    assert town.account("R1", "2026-03-16T12:00")["owes"] == "0.00"


def test_a_lower_limit_holds_at_once_and_takes_nothing_away(town: Town) -> None:
    for barcode in ("B-MAIN", "D-MAIN"):
        town.lend("R1", barcode, MONDAY)
    town.load(with_value("max_loans", "1"))
    assert len(town.account("R1", MONDAY)["loans"]) == 2
    assert town.refused("checkout", "R1", "M-MAIN", at=MONDAY) == ["limit.loans"]
    # A renewal is no further loan.
    assert town.act("renew", "R1", "B-MAIN", at="2026-03-10T12:00")["done"]


def test_the_rules_of_the_day_decide_how_often_one_renews(town: Town) -> None:
    town.lend("R1", "B-MAIN", MONDAY)
    town.load(with_value("renewals", "0"))
    assert town.account("R1", MONDAY)["loans"][0]["renewals_left"] == 0
    assert town.refused("renew", "R1", "B-MAIN", at="2026-03-10T12:00") == ["renewal.limit"]
    town.load(with_value("renewals", "1"))
    assert town.act("renew", "R1", "B-MAIN", at="2026-03-10T12:00")["due_at"] == "2026-04-07T23:59:59+02:00"
    assert town.refused("renew", "R1", "B-MAIN", at="2026-03-17T12:00") == ["renewal.limit"]


def test_a_ready_hold_keeps_its_last_day_and_the_next_one_has_the_new(town: Town) -> None:
    for card, barcode in (("R2", "B-MAIN"), ("R3", "D-MAIN")):
        town.lend("R1", barcode, MONDAY)
        town.hold(card, barcode, "MAIN", MONDAY)
    town.give_back("B-MAIN", "2026-03-09T12:00")
    assert town.line("R2", "2026-03-09T12:00")["ready_until"] == "2026-03-11"
    town.load(with_value("hold_shelf_days", "5"))
    assert town.line("R2", "2026-03-09T12:00")["ready_until"] == "2026-03-11"
    # Five open days after Monday, Saturday counted too.
    town.give_back("D-MAIN", "2026-03-09T12:00")
    assert town.line("R3", "2026-03-09T12:00")["ready_until"] == "2026-03-14"


def test_a_block_set_today_stops_whoever_owes_more_already(town: Town) -> None:
    town.lend("R1", "B-MAIN", MONDAY)
    town.give_back("B-MAIN", LATE)
    assert town.lend("R1", "B-MAIN", LATE)["done"]
    town.load(with_value("block_owing", '"0.40"'))
    assert town.lend("R1", "D-MAIN", LATE)["done"]
    town.load(with_value("block_owing", '"0.39"'))
    assert town.refused("checkout", "R1", "M-MAIN", at=LATE) == ["patron.owes"]
    assert town.refused("renew", "R1", "B-MAIN", at="2026-04-06T12:00") == ["patron.owes"]
    assert town.act("pay", "R1", "0.01", at=LATE)["done"]
    assert town.lend("R1", "M-MAIN", LATE)["done"]
