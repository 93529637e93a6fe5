"""29 February 2028, a Tuesday."""

import pytest

from tests.scenarios.town import RULES, Town


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2028-02-29T12:00", "2028-03-28T23:59:59+02:00"),
        ("2028-02-01T12:00", "2028-02-29T23:59:59+01:00"),
        # Without a leap day 28 days from 1 February 2027 are 1 March.
        ("2027-02-01T12:00", "2027-03-01T23:59:59+01:00"),
    ],
)
def test_a_loan_counts_the_leap_day_as_any_other(town: Town, at: str, due: str) -> None:
    assert town.lend("R1", "B-MAIN", at)["due_at"] == due


def test_the_leap_day_is_a_day_late(town: Town) -> None:
    # Due on Monday 28 February; 29 February and 1 March are two days.
    assert town.lend("R1", "B-MAIN", "2028-01-31T12:00")["due_at"] == "2028-02-28T23:59:59+01:00"
    assert town.give_back("B-MAIN", "2028-03-01T12:00")["charge"] == "0.40"


def test_a_card_is_valid_through_the_leap_day(town: Town) -> None:
    assert town.lend("YEAR", "B-MAIN", "2028-02-29T23:30")["done"]
    assert town.refused("checkout", "YEAR", "M-MAIN", at="2028-03-01T00:30") == ["card.expired"]
    # Expiry does not shorten the loan, and bringing it back is always possible.
    assert town.account("YEAR", "2028-03-01T00:30")["loans"][0]["due_at"] == "2028-03-28T23:59:59+02:00"
    assert town.give_back("B-MAIN", "2028-03-01T12:00")["charge"] == "0.00"


def test_a_yearly_membership_begun_on_the_leap_day_ends_with_february(town: Town) -> None:
    joined = (
        "--last-name",
        "Żak",
        "--first-name",
        "Ewa",
        "--birth-date",
        "1990-02-28",
        "--email",
        "e@example.org",
    )
    card = town.cli("patrons", "join", *joined, at="2028-02-29T12:00").json["card"]
    assert town.cli("patrons", "confirm", card, at="2028-02-29T12:00").json["expires_on"] == "2029-02-28"


@pytest.mark.parametrize(
    ("years", "at", "allowed"),
    [
        # Born on 29 February 2012: fifteen on 1 March 2027, sixteen on 29 February 2028.
        (15, "2027-02-28T23:30", False),
        (15, "2027-03-01T00:30", True),
        (16, "2028-02-28T23:30", False),
        (16, "2028-02-29T00:30", True),
    ],
)
def test_a_birthday_on_the_leap_day_is_on_1_march_in_other_years(
    town: Town, years: int, at: str, allowed: bool
) -> None:
    town.load(RULES.replace("hold_shelf_days = 2", f"hold_shelf_days = 2\nminimum_age = {years}"))
    if allowed:
        assert town.lend("LEAP", "B-MAIN", at)["done"]
    else:
        assert town.refused("checkout", "LEAP", "B-MAIN", at=at) == ["patron.too_young"]
