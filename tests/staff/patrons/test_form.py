"""A form of a patron: read as typed, checked by field, compared, and turned back without loss."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.library import Joining
from kiosk.model.patron import Address, Guardian, Patron
from kiosk.staff.patrons.checking import problems_of
from kiosk.staff.patrons.days import day_of, shown_day
from kiosk.staff.patrons.form import FIELDS, PatronForm, cleaned, described, differing, form_of, merged
from kiosk.staff.patrons.proposing import proposed_category, proposed_end
from kiosk.staff.patrons.wanted import wanted_of
from kiosk.storage import Wanted
from tests.circulation.desk import town_library

TODAY = date(2026, 3, 2)
LIBRARY = replace(town_library(), joining=Joining("child", 14, 18))
EWA = PatronForm(last_name="Nowak", first_name="Ewa", category="adult", birth_date="17.05.1980")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3.5.2015", date(2015, 5, 3)),
        (" 03. 05. 2015 ", date(2015, 5, 3)),
        ("03/05/2015", date(2015, 5, 3)),
        ("2015-05-03", date(2015, 5, 3)),
        ("31.6.2015", None),
        ("3.5.15", None),
        ("0.0.0000", None),
        ("", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_as_it_is_written_here(typed: str, day: date | None) -> None:
    assert day_of(typed) == day


@given(st.dates(), st.sampled_from(["en", "de", "pl"]))
def test_a_day_that_a_field_shows_is_read_again(day: date, language: str) -> None:
    assert day_of(shown_day(day, language)) == day


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", Wanted()),
        ("  kow   ann ", Wanted(words=("kow", "ann"), card="kow ann", email="kow ann")),
        ("Kowalska, Anna", Wanted(words=("Kowalska", "Anna"), card="Kowalska, Anna", email="Kowalska, Anna")),
        ("2900 0012", Wanted(card="29000012", phone="2900 0012")),
        ("+49 171", Wanted(card="+49171", phone="+49 171")),
        ("3.5.2015", Wanted(born=date(2015, 5, 3))),
        ("nowak 3.5.2015", Wanted(words=("nowak",), born=date(2015, 5, 3))),
        ("ewa@exa", Wanted(email="ewa@exa", card="ewa@exa")),
    ],
)
def test_what_is_typed_means_all_that_it_may(typed: str, wanted: Wanted) -> None:
    assert wanted_of(typed) == wanted


@given(st.text(max_size=300))
def test_whatever_is_typed_to_find_somebody_is_taken(typed: str) -> None:
    assert isinstance(wanted_of(typed), Wanted)


def wrong(changed: dict[str, str], *, new: bool = True) -> list[tuple[str, str]]:
    found = problems_of(replace(EWA, **changed), LIBRARY, TODAY, new=new)
    return [(name, problem.key.rpartition(".")[2]) for name, problem in found]


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        ({}, []),
        ({"last_name": "  "}, [("last_name", "missing")]),
        ({"last_name": "123"}, [("last_name", "missing")]),
        ({"category": ""}, [("category", "missing")]),
        ({"category": "wizard"}, [("category", "category")]),
        ({"category": "ADULT"}, []),
        ({"birth_date": "31.2.1980"}, [("birth_date", "date")]),
        ({"birth_date": "1.1.2030"}, [("birth_date", "date")]),
        ({"birth_date": "1.1.1890"}, [("birth_date", "date")]),
        ({"expires_on": "soon"}, [("expires_on", "date")]),
        ({"email": "ewa@"}, [("email", "email")]),
        ({"phone": "12"}, [("phone", "phone")]),
        ({"branch": "MOON"}, [("branch", "branch")]),
        ({"language": "xx"}, [("language", "language")]),
        ({"notices_by": "pigeon"}, [("notices_by", "unknown")]),
        ({"street": "x" * 201}, [("street", "too_long")]),
        ({"card": "9" * 65}, [("card", "too_long")]),
        ({"birth_date": "3.5.2015"}, [("guardian_card", "guardian")]),
        ({"birth_date": "3.5.2015", "guardian_card": "R1"}, []),
        ({"birth_date": "3.5.2015", "guardian_name": "Jan Maj"}, [("guardian_phone", "contact")]),
        ({"birth_date": "3.5.2015", "guardian_name": "Jan Maj", "guardian_phone": "030 12"}, []),
        ({"guardian_phone": "030 12"}, [("guardian_name", "missing")]),
    ],
)
def test_what_is_wrong_is_told_at_its_field(changed: dict[str, str], problems: list[tuple[str, str]]) -> None:
    assert wrong(changed) == problems


def test_a_minor_who_came_without_a_guardian_can_be_changed_without_one() -> None:
    assert wrong({"birth_date": "3.5.2015"}, new=False) == []


forms = st.builds(
    PatronForm,
    **{name: st.text(max_size=20) for name in FIELDS},
)


@given(forms)
def test_cleaning_twice_is_cleaning_once_and_changes_nothing_that_counts(form: PatronForm) -> None:
    assert cleaned(cleaned(form)) == cleaned(form)
    assert differing(form, cleaned(form)) == ()


@given(forms, forms, st.sets(st.sampled_from(FIELDS)))
def test_a_merged_form_says_of_each_field_what_one_of_both_says(
    mine: PatronForm, theirs: PatronForm, chosen: set[str]
) -> None:
    both = merged(mine, theirs, frozenset(chosen))
    for name in FIELDS:
        assert getattr(both, name) == getattr(theirs if name in chosen else mine, name)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_patron_comes_back_from_its_form_as_it_was(language: str) -> None:
    whole = Patron(
        7,
        "R1",
        "Nowak",
        "child",
        "Ewa",
        date(2015, 5, 3),
        "ewa@example.org",
        "030 1",
        "MAIN",
        date(2027, 1, 31),
        "pl",
        address=Address("Markt 1", "04177", "Lindenau"),
        notices_by="none",
    )
    form = form_of(whole, Guardian(3, "Jan Maj", "030 2", "j@m.pl"), "R9", language)
    assert described(form, whole, LIBRARY) == whole
    assert (form.guardian_card, form.guardian_name, form.guardian_phone) == ("R9", "Jan Maj", "030 2")


def test_a_day_written_otherwise_and_blanks_are_no_change() -> None:
    assert differing(EWA, replace(EWA, birth_date="1980-05-17", last_name=" Nowak ")) == ()
    assert differing(EWA, replace(EWA, phone="030 1")) == ("phone",)


@pytest.mark.parametrize(
    ("born", "peers", "category"),
    [
        (date(2015, 5, 3), (), "child"),
        (date(1980, 5, 3), (), "adult"),
        (date(1950, 5, 3), (), "adult"),
        (None, (), "adult"),
        (date(2015, 5, 3), ("adult", "adult", "child"), "adult"),
        (date(2015, 5, 3), ("gone", "child"), "child"),
    ],
)
def test_a_category_is_proposed_by_age(born: date | None, peers: tuple[str, ...], category: str) -> None:
    assert proposed_category(LIBRARY, born, TODAY, peers) == category


def test_a_card_of_an_unknown_category_is_proposed_for_ever() -> None:
    assert proposed_end(LIBRARY, "gone", TODAY) is None
