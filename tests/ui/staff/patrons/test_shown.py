"""What the pages say of a patron, as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk.model.errors import InvalidAmount
from kiosk.model.patron import Patron
from kiosk.staff.patrons.form import PatronForm
from kiosk.staff.patrons.pages import PatronPage
from kiosk.storage import PatronNote, Restriction
from kiosk.ui.staff.patrons.money_dialog import amount_of
from kiosk.ui.staff.patrons.shown import listed_name, minor, spoken_name, state_of
from kiosk.ui.staff.patrons.tab_remarks import remarks_of
from tests.circulation.desk import town_library

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, tzinfo=UTC)
EWA = Patron(1, "R1", "Nowak", "adult", "Ewa")


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, "fine"),
        ({"expires_on": date(2026, 3, 2)}, "expiring"),
        ({"expires_on": date(2026, 4, 2)}, "fine"),
        ({"expires_on": date(2026, 3, 1)}, "expired"),
        ({"temporary": True}, "temporary"),
        ({"temporary": True, "expires_on": date(2026, 3, 1)}, "expired"),
        ({"restriction": "x", "expires_on": date(2026, 3, 1)}, "restricted"),
        ({"restriction": "x", "card_lost": True}, "lost"),
    ],
)
def test_what_matters_most_of_a_card_is_told(changed: dict[str, object], state: str) -> None:
    assert state_of(replace(EWA, **changed), TODAY) == state  # type: ignore[arg-type]


def test_names_are_listed_and_spoken_also_without_a_first_one() -> None:
    assert (listed_name(EWA), spoken_name(EWA)) == ("Nowak, Ewa", "Ewa Nowak")
    school = replace(EWA, first_name=None)
    assert (listed_name(school), spoken_name(school)) == ("Nowak", "Nowak")


@pytest.mark.parametrize(
    ("born", "young"), [(None, False), (date(2008, 3, 3), True), (date(2008, 3, 2), False)]
)
def test_who_is_under_age_is_told_by_the_day(born: date | None, young: bool) -> None:
    assert minor(replace(EWA, birth_date=born), town_library(), TODAY) is young


@pytest.mark.parametrize(
    ("typed", "amount"), [("4,50", "4.50"), (" 4.5 ", "4.50"), ("1 000", "1000.00"), ("12", "12.00")]
)
def test_an_amount_is_read_with_a_comma_or_a_point(typed: str, amount: str) -> None:
    assert amount_of(typed, "EUR").decimal() == amount


@pytest.mark.parametrize("typed", ["", "0", "-1", "4.505", "1.000,50", "abc", "1e999999999", "NaN"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(InvalidAmount):
        amount_of(typed, "EUR")


def test_what_still_restricts_stands_before_notes_and_those_before_what_is_lifted() -> None:
    page = PatronPage(
        library=town_library(),
        patron=EWA,
        form=PatronForm(),
        guardian=None,
        guardian_patron=None,
        wards=(),
        restrictions=(Restriction(2, "old", "a", NOW, "b", NOW), Restriction(1, "now", "a", NOW)),
        notes=(PatronNote(5, "large print", "a", NOW),),
        former_cards=(),
        alike=(),
    )
    assert [(one.kind, one.text) for one in remarks_of(page)] == [
        ("restriction", "now"),
        ("note", "large print"),
        ("lifted", "old"),
    ]
