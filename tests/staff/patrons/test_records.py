"""Patrons are registered whole, changed by field, and never overwritten unseen."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Guardian
from kiosk.model.staff_errors import NotAllowed, PatronChangedMeanwhile, PatronFormIncomplete
from kiosk.staff.patrons.finding import PatronList
from kiosk.staff.patrons.form import PatronForm
from tests.circulation.desk import NOON, days

from .conftest import Counter, signed

LENA = PatronForm(
    last_name="Wójcik",
    first_name="Lena",
    birth_date="03.05.2015",
    category="child",
    expires_on="02.03.2028",
    street="Markt 1",
    city="Lindenau",
    guardian_card="R1",
)


def test_a_child_is_registered_with_its_guardian_and_the_next_free_number(counter: Counter) -> None:
    guardian = counter.desk.reader("R1")
    added = counter.services.records.register(counter.by, LENA, at=NOON)
    page = counter.services.records.open(counter.by, added.id, language="de")
    assert page.patron.card.startswith("29")
    assert len(page.patron.card) == 10
    assert page.guardian == Guardian(guardian.id)
    assert page.guardian_patron == guardian
    assert replace(page.form, card="") == LENA
    assert (page.patron.created_at, page.patron.confirmed_by) == (NOON, "anna")
    (line,) = counter.services.trail.of(counter.by, added.id)
    assert (line.act, line.account) == ("register", "anna")
    assert set(line.fields) >= {"last_name", "birth_date", "guardian_card"}
    wards = counter.services.records.open(counter.by, guardian.id).wards
    assert [one.id for one in wards] == [added.id]


def test_two_in_a_row_get_two_numbers_and_a_category_with_a_fee_books_it(counter: Counter) -> None:
    grown = replace(LENA, birth_date="1.1.1980", category="adult", guardian_card="")
    one = counter.services.records.register(counter.by, grown, at=NOON)
    two = counter.services.records.register(counter.by, replace(grown, last_name="Maj"), at=NOON)
    assert one.card != two.card
    assert counter.desk.charges(one.card) == [("membership", "18.00")]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"guardian_card": ""}, "guardian_card"),
        ({"guardian_card": "R9"}, "guardian_card"),
        ({"card": "R1"}, "card"),
        ({"last_name": ""}, "last_name"),
    ],
)
def test_a_form_with_something_wrong_stores_nothing(
    counter: Counter, changed: dict[str, str], field: str
) -> None:
    counter.desk.reader("R1")
    with pytest.raises(PatronFormIncomplete) as refused:
        counter.services.records.register(counter.by, replace(LENA, **changed), at=NOON)
    assert [name for name, _problem in refused.value.values["fields"]] == [field]  # type: ignore[attr-defined]
    assert len(counter.services.finding.listed(counter.by, PatronList.NEWEST, today=NOON.date())) == 1


def test_checking_tells_who_may_be_the_same_and_proposes_by_age(counter: Counter) -> None:
    counter.desk.reader("R1")
    there = counter.services.records.register(counter.by, LENA, at=NOON)
    asked = replace(LENA, first_name="LENA", category="", expires_on="", last_name="wojcik")
    checked = counter.services.records.check(counter.by, asked, at=NOON, language="de")
    assert checked.alike == (there,)
    assert (checked.category, checked.expires_on, checked.under_age) == ("child", "02.03.2028", True)
    own = counter.services.records.check(counter.by, LENA, at=NOON, patron_id=there.id)
    assert own.alike == ()


def test_a_change_changes_what_it_says_and_the_trail_names_the_fields_alone(counter: Counter) -> None:
    counter.desk.reader("R1")
    added = counter.services.records.register(counter.by, LENA, at=NOON)
    opened = counter.services.records.open(counter.by, added.id).form
    form = replace(opened, phone="030 99", guardian_card="", guardian_name="Jan Maj", guardian_phone="030 7")
    changed = counter.services.records.save(counter.by, added.id, opened, form, at=NOON)
    assert changed == ("phone", "guardian_card", "guardian_name", "guardian_phone")
    page = counter.services.records.open(counter.by, added.id)
    assert page.form == form
    assert page.guardian == Guardian(None, "Jan Maj", "030 7", None)
    assert page.patron == replace(added, phone="030 99")
    with counter.desk.database.read() as view:
        told = str(view.audit.about("patron", added.id))
    assert "030" not in told
    assert "Maj" not in told


def test_saving_without_a_change_changes_nothing(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    opened = counter.services.records.open(counter.by, patron.id, language="de").form
    saved = counter.services.records.save(
        counter.by, patron.id, opened, replace(opened, birth_date="1980-05-17"), at=NOON, language="de"
    )
    assert saved == ()
    assert counter.services.trail.of(counter.by, patron.id) == ()


def test_what_another_changed_meanwhile_is_shown_and_not_overwritten(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    records = counter.services.records
    mine = theirs = records.open(counter.by, patron.id).form
    records.save(signed("circulation"), patron.id, theirs, replace(theirs, phone="1234"), at=NOON)
    with pytest.raises(PatronChangedMeanwhile) as refused:
        records.save(counter.by, patron.id, mine, replace(mine, phone="9876", city="Lindenau"), at=NOON)
    assert refused.value.values["names"] == ("phone",)
    now = refused.value.values["now"]
    assert isinstance(now, PatronForm)
    assert (now.phone, now.city) == ("1234", "")
    assert records.open(counter.by, patron.id).form == now
    chosen = replace(now, city="Lindenau")
    assert records.save(counter.by, patron.id, now, chosen, at=NOON) == ("city",)


def test_a_number_is_not_changed_by_the_form(counter: Counter) -> None:
    patron = counter.desk.reader("R1")
    opened = counter.services.records.open(counter.by, patron.id).form
    assert (
        counter.services.records.save(counter.by, patron.id, opened, replace(opened, card="R7"), at=NOON)
        == ()
    )
    assert counter.services.records.open(counter.by, patron.id).patron.card == "R1"


def test_whoever_is_gone_can_neither_be_opened_nor_saved(counter: Counter) -> None:
    with pytest.raises(CardUnknown):
        counter.services.records.open(counter.by, 4711)
    with pytest.raises(CardUnknown):
        counter.services.records.save(counter.by, 4711, LENA, LENA, at=NOON)


def test_an_editor_of_texts_sees_no_patron(counter: Counter) -> None:
    with pytest.raises(NotAllowed):
        counter.services.finding.find(signed("editor"), "nowak")


def test_people_are_found_by_what_is_typed_and_listed_by_what_they_want(counter: Counter) -> None:
    patron = counter.desk.reader("R1", email="ewa@example.org", expires_on=(NOON + days(5)).date())
    find = counter.services.finding.find
    for typed in ("nowak ewa", "EWA now", "r1", "ewa@ex", "17.5.1980", "now 17.5.1980"):
        assert find(counter.by, typed) == (patron,), typed
    assert find(counter.by, "kowalska") == ()
    listed = counter.services.finding.listed
    assert listed(counter.by, PatronList.EXPIRING, today=NOON.date()) == (patron,)
    assert listed(counter.by, PatronList.BLOCKED, today=NOON.date()) == ()
    assert listed(counter.by, PatronList.TEMPORARY, today=date(2026, 1, 1)) == ()
