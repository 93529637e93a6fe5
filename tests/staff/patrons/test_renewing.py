"""A card is renewed for as long as a new one, what is left of it is not lost, and the fee is booked once."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import CardUnknown
from kiosk.model.library import PatronCategory
from kiosk.model.patron import Patron
from kiosk.model.staff_errors import PatronChangedMeanwhile
from kiosk.model.texts import LocalText
from kiosk.staff.patrons.renewing import renewal_of
from tests.circulation.desk import NOON, eur, town_library

from .conftest import Counter


@pytest.mark.parametrize(
    ("ended", "until"),
    [
        (date(2025, 12, 1), date(2027, 3, 2)),
        (date(2026, 3, 1), date(2027, 3, 2)),
        (date(2026, 3, 2), date(2027, 3, 2)),
        (date(2026, 6, 30), date(2027, 6, 30)),
        (None, date(2027, 3, 2)),
    ],
)
def test_a_renewed_card_holds_a_term_from_today_or_from_its_end(
    counter: Counter, ended: date | None, until: date
) -> None:
    patron = counter.desk.reader("R1", expires_on=ended)
    seen = counter.services.renewing.look(counter.by, patron.id, at=NOON)
    assert (seen.until, seen.fee) == (until, eur("18.00"))
    counter.services.renewing.renew(counter.by, seen, at=NOON)
    assert counter.services.records.open(counter.by, patron.id).patron.expires_on == until
    assert counter.desk.charges("R1") == [("membership", "18.00")]
    assert counter.services.trail.of(counter.by, patron.id)[0].act == "renew_card"


def test_the_same_renewal_again_changes_nothing(counter: Counter) -> None:
    patron = counter.desk.reader("R1", expires_on=date(2026, 3, 31))
    seen = counter.services.renewing.look(counter.by, patron.id, at=NOON)
    counter.services.renewing.renew(counter.by, seen, at=NOON)
    with pytest.raises(PatronChangedMeanwhile):
        counter.services.renewing.renew(counter.by, seen, at=NOON)
    assert counter.desk.charges("R1") == [("membership", "18.00")]
    with pytest.raises(CardUnknown):
        counter.services.renewing.look(counter.by, 4711, at=NOON)


def test_a_card_that_is_valid_for_ever_is_charged_once_for_what_was_shown_once(counter: Counter) -> None:
    with counter.desk.database.act() as work:
        library = work.library.load()
        lasting = tuple(replace(one, card_valid_months=None) for one in library.patron_categories)
        work.library.replace(replace(library, patron_categories=lasting))
        work.commit()
    patron = counter.desk.reader("R1")
    seen = counter.services.renewing.look(counter.by, patron.id, at=NOON)
    for _ in range(2):
        counter.services.renewing.renew(counter.by, seen, at=NOON)
    assert counter.desk.charges("R1") == [("membership", "18.00")]
    assert [line.act for line in counter.services.trail.of(counter.by, patron.id)] == ["renew_card"]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
def test_renewing_never_shortens_a_card(ended: date, months: int) -> None:
    category = PatronCategory("adult", LocalText.of("x"), None, months)
    library = replace(town_library(), patron_categories=(category,))
    seen = renewal_of(Patron(1, "R1", "Nowak", "adult", expires_on=ended), library, NOON)
    assert seen.until is not None
    assert seen.until > max(ended, NOON.date())
