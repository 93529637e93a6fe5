"""Joining: a temporary card at once, staff's look at the person later."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import date, timedelta
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.membership.registering import Registered, Registering
from kiosk.membership.registration import (
    Registration,
    cleaned_registration,
    needs_guardian,
    registration_problems,
)
from kiosk.membership.requests import PatronRequests
from kiosk.model.charge import ChargeKind
from kiosk.model.errors import (
    CardUnknown,
    CategoryUnknown,
    InvalidPin,
    JoiningOff,
    NoCardNumberLeft,
    NotTemporary,
    RegistrationIncomplete,
)
from kiosk.model.item import barcode_key
from kiosk.model.library import CardFormat, Joining, Library
from kiosk.model.patron import Patron
from kiosk.model.request_state import RequestState
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.circulation.desk import MAIN, NOON, Desk, days, eur, town_library, why

EWA = Registration("Żak", "Ewa", date(1990, 2, 28), "ewa@example.org", "030 555", language="pl")
KIND = replace(EWA, birth_date=date(2015, 1, 1), guardian_name="Jan Żak", guardian_phone="030 556")
TODAY = NOON.date()


def joining_library(category: str | None = "adult") -> Library:
    return replace(town_library(), joining=Joining(category, 30, 18))


@pytest.fixture
def registering(desk: Desk) -> Registering:
    desk.configure(joining_library())
    return Registering(desk.database, desk.decider)


def join(
    registering: Registering,
    person: Registration = EWA,
    *,
    functions: frozenset[str] | None = None,
    pin: str | None = None,
    act_id: str | None = None,
) -> Registered:
    return registering.register(person, at=NOON, branch=MAIN, functions=functions, pin=pin, act_id=act_id)


def patron(desk: Desk, card: str) -> Patron:
    with desk.database.read() as view:
        found = view.patrons.by_card(card)
    assert found is not None
    return found


def test_who_joins_gets_a_card_in_the_librarys_format_that_lends_at_once(
    registering: Registering, desk: Desk
) -> None:
    made = join(registering)
    assert (len(made.card), made.card[:2], made.valid_until) == (10, "29", TODAY + timedelta(days=30))
    who = patron(desk, made.card)
    assert (who.temporary, who.category, who.language, who.branch) == (True, "adult", "pl", MAIN)
    desk.copy()
    assert desk.lend(made.card).done
    desk.copy("B2")
    assert why(desk.lend(made.card, "B2", NOON + days(31))) == ["card.expired"]


def test_the_request_to_confirm_is_followed_by_its_number(registering: Registering, desk: Desk) -> None:
    made = join(registering)
    requests = PatronRequests(desk.database, desk.decider)
    assert requests.status(made.number).kind == "join"
    requests.decide(made.number, RequestState.DONE, by="anna", at=NOON)
    who = patron(desk, made.card)
    assert (who.temporary, who.confirmed_by, who.confirmed_at, who.expires_on) == (False, "anna", NOON, None)


def test_a_declined_card_is_over_at_once(registering: Registering, desk: Desk) -> None:
    made = join(registering)
    PatronRequests(desk.database, desk.decider).decide(made.number, RequestState.DECLINED, by="anna", at=NOON)
    desk.copy()
    assert why(desk.lend(made.card)) == ["card.expired"]


def test_staff_confirm_by_card_and_the_category_says_how_long_it_lasts(
    registering: Registering, desk: Desk
) -> None:
    library = joining_library()
    categories = tuple(replace(one, card_valid_months=12) for one in library.patron_categories)
    desk.configure(replace(library, patron_categories=categories))
    made = join(registering)
    confirmed = registering.confirm(made.card, by="anna", at=NOON, category="CHILD")
    assert (confirmed.category, confirmed.expires_on, confirmed.temporary) == (
        "child",
        date(2027, 3, 2),
        False,
    )
    status = PatronRequests(desk.database, desk.decider).status(made.number)
    assert status.state is RequestState.DONE
    with pytest.raises(NotTemporary):
        registering.confirm(made.card, by="anna", at=NOON)
    with pytest.raises(CardUnknown):
        registering.confirm("nobody", by="anna", at=NOON)


def test_a_year_from_a_leap_day_is_the_last_of_february(registering: Registering, desk: Desk) -> None:
    library = joining_library()
    categories = tuple(replace(one, card_valid_months=12) for one in library.patron_categories)
    desk.configure(replace(library, patron_categories=categories))
    leap = NOON.replace(year=2028, month=2, day=29)
    made = registering.register(EWA, at=leap, branch=MAIN)
    assert registering.confirm(made.card, by="anna", at=leap).expires_on == date(2029, 2, 28)


def test_the_membership_fee_is_booked_once_when_staff_confirm(registering: Registering, desk: Desk) -> None:
    library = joining_library()
    categories = tuple(replace(one, membership_fee=eur("12.00")) for one in library.patron_categories)
    desk.configure(replace(library, patron_categories=categories))
    made = join(registering)
    who = patron(desk, made.card).id
    with desk.database.read() as view:
        assert view.ledger.owed(who) == eur("0.00")
    registering.confirm(made.card, by="anna", at=NOON)
    with pytest.raises(NotTemporary):
        registering.confirm(made.card, by="anna", at=NOON)
    with desk.database.read() as view:
        assert [(one.kind, one.amount) for one in view.ledger.of_patron(who)] == [
            (ChargeKind.MEMBERSHIP, eur("12.00"))
        ]


def test_an_unknown_category_confirms_nothing(registering: Registering, desk: Desk) -> None:
    made = join(registering)
    with pytest.raises(CategoryUnknown):
        registering.confirm(made.card, by="anna", at=NOON, category="nobles")
    assert patron(desk, made.card).temporary


def test_a_minor_names_a_guardian_who_is_kept(registering: Registering, desk: Desk) -> None:
    with pytest.raises(RegistrationIncomplete) as told:
        join(registering, replace(EWA, birth_date=date(2015, 1, 1)))
    assert "guardian" in error_sentence(told.value, wording("en"))
    made = join(registering, KIND)
    with desk.database.read() as view:
        guardian = view.patrons.guardians.of(patron(desk, made.card).id)
    assert guardian is not None
    assert (guardian.patron_id, guardian.name, guardian.phone) == (None, "Jan Żak", "030 556")


@pytest.mark.parametrize("card", ["R1", "nobody", "\ud800"])
def test_whether_a_guardians_card_is_one_is_told_to_nobody(
    registering: Registering, desk: Desk, card: str
) -> None:
    known = desk.reader("R1")
    made = join(registering, replace(KIND, guardian_card=card))
    with desk.database.read() as view:
        guardian = view.patrons.guardians.of(patron(desk, made.card).id)
    assert guardian is not None
    assert guardian.patron_id == (known.id if card == "R1" else None)
    assert {field.name for field in fields(made)} == {"card", "valid_until", "number"}


@pytest.mark.parametrize(
    ("born", "needed"),
    [(date(2008, 3, 2), False), (date(2008, 3, 3), True), (date(2008, 2, 29), False), (None, False)],
)
def test_a_guardian_is_needed_up_to_the_birthday(born: date | None, needed: bool) -> None:
    assert needs_guardian(Joining("adult", 30, 18), born, TODAY) is needed


@pytest.mark.parametrize(
    "person",
    [
        replace(EWA, last_name="ŻAK", first_name="ewa", email="other@example.org"),
        replace(EWA, last_name="Zak", first_name="Ewa", email=""),
        replace(
            EWA, last_name="Kowal", first_name="Jan", birth_date=date(1970, 1, 1), email="EWA@example.org"
        ),
    ],
)
def test_a_duplicate_is_told_to_staff_and_never_to_who_joins(
    registering: Registering, desk: Desk, person: Registration
) -> None:
    first = join(registering)
    second = join(registering, person)
    stranger = join(registering, replace(EWA, last_name="Wilk", email=""))
    alike = {one.patron.card: [other.card for other in one.alike] for one in registering.waiting()}
    assert alike == {first.card: [second.card], second.card: [first.card], stranger.card: []}
    assert first.card not in str(second)


@pytest.mark.parametrize(
    ("person", "field"),
    [
        (replace(EWA, last_name="  "), "last_name"),
        (replace(EWA, first_name="123"), "first_name"),
        (replace(EWA, birth_date=None), "birth_date"),
        (replace(EWA, birth_date=date(2027, 1, 1)), "birth_date"),
        (replace(EWA, birth_date=date(1850, 1, 1)), "birth_date"),
        (replace(EWA, email="", phone=""), "email"),
        (replace(EWA, email="ewa"), "email"),
        (replace(EWA, phone="call me"), "phone"),
        (replace(EWA, city="x" * 201), "city"),
        (replace(EWA, language="xx"), "language"),
    ],
)
def test_what_is_wrong_is_told_with_its_field_in_every_language(
    registering: Registering, desk: Desk, person: Registration, field: str
) -> None:
    with pytest.raises(RegistrationIncomplete) as told:
        join(registering, person)
    names = [name for name, _ in registration_problems(person, Joining("adult"), TODAY, ("en", "de", "pl"))]
    assert names == [field]
    for language in ("de", "en", "pl"):
        sentence = error_sentence(told.value, wording(language))
        assert "request." not in sentence
        assert "{" not in sentence
    assert registering.waiting() == ()


def test_nobody_joins_where_the_library_or_the_kiosk_does_not_allow_it(
    registering: Registering, desk: Desk
) -> None:
    assert registering.may_join()
    assert not registering.may_join(frozenset({"borrow"}))
    with pytest.raises(JoiningOff):
        join(registering, functions=frozenset({"borrow"}))
    assert join(registering, functions=frozenset({"join"})).card
    desk.configure(joining_library(category=None))
    assert not registering.may_join()
    with pytest.raises(JoiningOff):
        join(registering)


def test_a_pin_may_be_chosen(registering: Registering, desk: Desk) -> None:
    with pytest.raises(InvalidPin):
        join(registering, pin="12")
    assert str(patron(desk, join(registering, pin="1234").card).pin_hash).startswith("$argon2id$")


def test_a_repeated_registration_makes_one_card(registering: Registering, desk: Desk) -> None:
    assert join(registering, act_id="a") == join(registering, act_id="a")
    with desk.database.read() as view:
        assert view.patrons.count() == 1


def test_the_same_registration_twice_at_once_makes_one_card(registering: Registering, desk: Desk) -> None:
    start = Barrier(4)

    def one(_number: int) -> Registered:
        start.wait(timeout=30)
        return join(registering, act_id="a")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(one, range(4)))) == 1
    with desk.database.read() as view:
        assert view.patrons.count() == 1


def test_kiosks_at_once_never_give_one_number_twice(registering: Registering, desk: Desk) -> None:
    desk.reader("2900000058")
    kiosks = 8
    start = Barrier(kiosks)

    def one(number: int) -> str:
        start.wait(timeout=30)
        return join(registering, replace(EWA, email=f"e{number}@example.org")).card

    with ThreadPoolExecutor(kiosks) as pool:
        cards = list(pool.map(one, range(kiosks)))
    assert len({barcode_key(card) for card in cards}) == kiosks
    assert "2900000058" not in cards


def test_when_no_number_is_left_nobody_is_half_registered(registering: Registering, desk: Desk) -> None:
    desk.configure(
        replace(joining_library(), card_format=CardFormat(prefix="29", length=3, check_digit=False))
    )
    with desk.database.act() as work:
        for digit in range(1, 10):
            work.patrons.add(Patron(0, f"29{digit}", "Nowak", "adult"))
        work.commit()
    with pytest.raises(NoCardNumberLeft):
        join(registering)
    assert registering.waiting() == ()


def test_a_registration_cut_off_leaves_nobody_half_there(
    registering: Registering, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.storage.desk.requests.Requests.make", cut)
    with pytest.raises(KeyboardInterrupt):
        join(registering)
    with desk.database.read() as view:
        assert view.patrons.count() == 0


@given(
    st.builds(
        Registration, **{f.name: st.text(max_size=20) for f in fields(Registration) if f.name != "birth_date"}
    )
)
def test_cleaning_a_registration_again_changes_nothing(person: Registration) -> None:
    once = cleaned_registration(person)
    assert cleaned_registration(once) == once
    assert registration_problems(once, Joining("adult"), TODAY) == registration_problems(
        person, Joining("adult"), TODAY
    )
