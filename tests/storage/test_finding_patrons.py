"""Patrons are found as one types: by parts of the name in any order, card, e-mail, telephone, birth date."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.patron import Guardian, Patron
from kiosk.storage.people.finding import Wanted
from kiosk.storage.people.finding_keys import PHONE, keys_of

from .builders import NOW, Town, patron


def _add(town: Town, card: str, last: str, first: str | None = None, **more: object) -> Patron:
    with town.database.act() as work:
        added = work.patrons.add(patron(card, last_name=last, first_name=first, **more))
        work.commit()
    assert added is not None
    return added


def _found(town: Town, **wanted: object) -> list[str]:
    with town.database.read() as view:
        return [one.card for one in view.patrons.finder.find(Wanted(**wanted), 20)]  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", list(permutations(("wójc", "ANNA", "maj"), 2)))
def test_a_name_is_found_by_its_parts_in_either_order(town: Town, typed: tuple[str, str]) -> None:
    _add(town, "K1", "Wojcik-Maj", "Anna Maria")
    _add(town, "K2", "Wojcik", "Jan")
    assert _found(town, words=typed) == ["K1"]


def test_a_last_name_that_begins_so_comes_with_those_called_so_otherwise(town: Town) -> None:
    _add(town, "K1", "Zander", "Lena")
    _add(town, "K2", "Lenz", "Otto")
    _add(town, "K3", "Other", "Ida")
    assert set(_found(town, words=("len",))) == {"K1", "K2"}


def test_a_card_is_found_by_its_beginning_and_the_whole_one_comes_first(town: Town) -> None:
    for card in ("291", "2911", "2912"):
        _add(town, card, f"Name {card}")
    assert _found(town, card="291")[0] == "291"
    assert set(_found(town, card="291")) == {"291", "2911", "2912"}


def test_a_card_that_was_lost_leads_to_who_lost_it(town: Town) -> None:
    lost = _add(town, "K1", "Nowak", card_lost=True)
    with town.database.act() as work:
        assert work.patrons.change_card(lost.id, "K9", NOW)
        work.commit()
    assert _found(town, card="k1") == ["K9"]


@pytest.mark.parametrize("typed", ["0171 23", "+49 171", "49171234", "171/234"])
def test_a_telephone_is_found_with_and_without_its_country(town: Town, typed: str) -> None:
    _add(town, "K1", "Nowak", phone="+49 171 2345678")
    _add(town, "K2", "Maj", phone="030 1")
    assert _found(town, phone=typed) == ["K1"]


def test_an_email_and_a_birth_date_are_found_and_narrow_names(town: Town) -> None:
    _add(town, "K1", "Nowak", "Ewa", email="Ewa@Example.org", birth_date=date(2015, 5, 3))
    _add(town, "K2", "Nowak", "Jan", birth_date=date(1980, 1, 1))
    assert _found(town, email="ewa@EX") == ["K1"]
    assert _found(town, born=date(2015, 5, 3)) == ["K1"]
    assert _found(town, born=date(1980, 1, 1), words=("now",)) == ["K2"]
    assert _found(town, born=date(1980, 1, 1), words=("ewa",)) == []


def test_nothing_typed_finds_nobody(town: Town) -> None:
    _add(town, "K1", "Nowak")
    assert _found(town) == []


def test_who_changed_the_name_is_found_by_the_new_one_alone_and_who_is_erased_by_none(town: Town) -> None:
    who = _add(town, "K1", "Nowak", email="a@b.de")
    with town.database.act() as work:
        work.patrons.update(replace(who, last_name="Lis", email="c@d.de"))
        work.commit()
    assert (_found(town, words=("nowak",)), _found(town, words=("lis",))) == ([], ["K1"])
    assert (_found(town, email="a@b"), _found(town, email="c@d")) == ([], ["K1"])
    with town.database.act() as work:
        work.patrons.erase(who.id)
        work.commit()
    assert _found(town, words=("lis",)) == []


def test_one_person_twice_is_noticed_by_name_or_email_but_not_with_another_birth_date(town: Town) -> None:
    _add(town, "K1", "Nowak", "Ewa", birth_date=date(2015, 5, 3), email="e@b.de")
    _add(town, "K2", "Nowak", "Ewa")

    def alike(birth: date | None, email: str = "") -> set[str]:
        with town.database.read() as view:
            return {one.card for one in view.patrons.finder.alike("NOWAK", "ewa", birth, email)}

    assert alike(date(2015, 5, 3)) == {"K1", "K2"}
    assert alike(date(1999, 1, 1)) == {"K2"}
    assert alike(date(1999, 1, 1), "E@B.de") == {"K1", "K2"}
    assert alike(None) == {"K1", "K2"}


def test_lists_tell_newest_expiring_and_blocked(town: Town) -> None:
    today = NOW.date()
    first = _add(town, "K1", "A", expires_on=today + timedelta(days=3))
    _add(town, "K2", "B", expires_on=today + timedelta(days=90), card_lost=True)
    with town.database.act() as work:
        number = work.patrons.restrict(first.id, "See us", "anna", NOW)
        work.commit()
    with town.database.read() as view:
        finder = view.patrons.finder
        assert [one.card for one in finder.newest(10)] == ["K2", "K1"]
        assert [one.card for one in finder.expiring(today, today + timedelta(days=30), 10)] == ["K1"]
        assert [one.card for one in finder.blocked(10)] == ["K2", "K1"]
    with town.database.act() as work:
        work.patrons.lift(number, "anna", NOW)
        work.commit()
    with town.database.read() as view:
        assert [one.card for one in view.patrons.finder.blocked(10)] == ["K2"]


def test_a_guardian_is_told_for_whom(town: Town) -> None:
    child, mother = _add(town, "K1", "Nowak", "Ola"), _add(town, "K2", "Nowak", "Ewa")
    with town.database.act() as work:
        work.patrons.guardians.set(child.id, Guardian(mother.id))
        work.commit()
    with town.database.read() as view:
        assert view.patrons.finder.wards(mother.id) == (child,)


def test_notes_are_kept_told_and_gone_with_the_person(town: Town) -> None:
    who = _add(town, "K1", "Nowak")
    with town.database.act() as work:
        first = work.patrons.notes.add(who.id, "Reads Braille", by="anna", at=NOW)
        work.patrons.notes.add(who.id, "Later", by="jan", at=NOW)
        assert [note.written for note in work.patrons.export(who.id).notes] == ["Later", "Reads Braille"]
        assert work.patrons.notes.remove(who.id, first)
        assert not work.patrons.notes.remove(who.id, first)
        work.patrons.erase(who.id)
        assert work.patrons.notes.of(who.id) == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_a_telephone_is_written_like_its_keys_are_digits_that_do_not_begin_with_a_zero(
    before: str, after: str
) -> None:
    keys = {key for kind, key in keys_of("x", None, None, f"{before}0171 23{after}") if kind == PHONE}
    assert keys
    assert all(key[0] != "0" for key in keys)
