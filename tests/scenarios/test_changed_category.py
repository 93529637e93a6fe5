"""A patron who is in another category before the loan is back: an adult's 28 days, a child's 14."""

from tests.scenarios.town import Town

MONDAY = "2026-03-02T12:00"
NOW_A_CHILD = "card,last_name,category\nR1,Nowak,child\n"
NOW_AN_ADULT = "card,last_name,category\nR1,Nowak,adult\n"


def test_due_day_and_fine_stay_those_of_the_loan(town: Town) -> None:
    assert town.lend("R1", "B-MAIN", MONDAY)["due_at"] == "2026-03-30T23:59:59+02:00"
    town.people(NOW_A_CHILD)
    account = town.account("R1", "2026-04-02T12:00")
    assert (account["category"], account["loans"][0]["due_at"]) == ("child", "2026-03-30T23:59:59+02:00")
    # Three days late at an adult's 0.20.
    assert account["loans"][0]["fine_so_far"] == "0.60"
    assert town.give_back("B-MAIN", "2026-04-02T12:00")["charge"] == "0.60"


def test_a_renewal_follows_the_category_of_its_day(town: Town) -> None:
    town.lend("R1", "B-MAIN", MONDAY)
    town.people(NOW_A_CHILD)
    # Fourteen days from 10 March are 24 March, before the day it is due.
    assert town.refused("renew", "R1", "B-MAIN", at="2026-03-10T12:00") == ["renewal.too_early"]
    # From 17 March they are 31 March.
    assert town.act("renew", "R1", "B-MAIN", at="2026-03-17T12:00")["due_at"] == "2026-03-31T23:59:59+02:00"
    # Two days late at a child's 0.05 from now on.
    assert town.give_back("B-MAIN", "2026-04-02T12:00")["charge"] == "0.10"


def test_the_limit_is_that_of_today_for_all_that_is_on_loan(town: Town) -> None:
    for barcode in ("B-MAIN", "D-MAIN"):
        town.lend("R1", barcode, MONDAY)
    town.people(NOW_A_CHILD)
    assert town.refused("checkout", "R1", "M-MAIN", at=MONDAY) == ["limit.loans"]
    town.give_back("B-MAIN", MONDAY)
    assert town.refused("checkout", "R1", "M-MAIN", at=MONDAY) == ["limit.loans"]
    town.give_back("D-MAIN", MONDAY)
    assert town.lend("R1", "M-MAIN", MONDAY)["due_at"] == "2026-03-16T23:59:59+01:00"


def test_a_fine_booked_as_an_adult_is_owed_as_a_child(town: Town) -> None:
    town.lend("R1", "B-MAIN", MONDAY)
    # Renewing two days late books 0.40; the rest runs as a child's.
    town.act("renew", "R1", "B-MAIN", at="2026-04-01T12:00")
    assert town.account("R1", "2026-04-01T12:00")["owes"] == "0.40"
    town.people(NOW_A_CHILD)
    assert town.account("R1", "2026-04-01T12:00")["owes"] == "0.40"
    town.people(NOW_AN_ADULT)
    # Due on Wednesday 29 April: two days late again, at an adult's price as at its renewal.
    assert town.give_back("B-MAIN", "2026-05-01T12:00")["charge"] == "0.40"
    assert town.account("R1", "2026-05-01T12:00")["owes"] == "0.80"
