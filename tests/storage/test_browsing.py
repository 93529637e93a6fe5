"""Headings stand in the order of the library's language and can be walked both ways from anywhere."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.model.item import Condition, Item
from kiosk.model.record import BibRecord
from kiosk.storage import Database
from kiosk.storage.catalogue.keys import heading_key, sorting_key

from .builders import Town, description

_POLISH = ("Cyprian", "Czapski", "Ćwik", "Dębski", "Lem", "Lutosławski", "Łabędź", "Łysiak", "Mazur")
_MORE_POLISH = ("Zapolska", "Zzz", "Źródło", "Żak", "Żeromski")


@pytest.mark.parametrize("language", ["en", "de", "pl", "xx", ""])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Art", "Art -- History"),
        ("Art -- History", "Art, French"),
        ("Art -- History -- 20th century", "Art -- Italy"),
        ("Art, French", "Art deco"),
        ("Art deco", "Artists"),
        ("Müller, Zoe", "Müller-Schmidt, Anna"),
        ("MÜLLER, Anna", "Muller, Zoe"),
        ("Straße", "Strassen"),
        ("Zebra", "Война"),
    ],
)
def test_one_heading_stands_before_the_other(language: str, first: str, second: str) -> None:
    assert sorting_key(first, language) < sorting_key(second, language)


def test_polish_letters_have_places_of_their_own_in_polish_alone() -> None:
    names = [*_POLISH, *_MORE_POLISH]
    assert sorted(names, key=lambda name: sorting_key(name, "pl")) == names
    assert sorted(("Łysiak", "Lutosławski", "Lzz"), key=lambda name: sorting_key(name, "de")) == [
        "Lutosławski",
        "Łysiak",
        "Lzz",
    ]
    assert sorting_key("Łódź", "pl-PL") == sorting_key("ŁÓDŹ", "pl") != sorting_key("Lodz", "pl")
    assert sorting_key("Łódź", "en") == sorting_key("Lodz", "en")


def test_signs_that_make_another_word_tell_headings_apart() -> None:
    names = (
        "C (Computer program language)",
        "C# (Computer program language)",
        "C++ (Computer program language)",
    )
    assert len({heading_key(name) for name in names}) == 3
    assert heading_key("Rock + Pop #1") == heading_key("rock pop 1")
    assert heading_key(heading_key(names[2])) == heading_key(names[2])


@given(st.text(), st.text(), st.sampled_from(["en", "de", "pl"]))
def test_headings_that_are_told_apart_have_places_of_their_own(one: str, other: str, language: str) -> None:
    if heading_key(one) != heading_key(other):
        assert sorting_key(one, language) != sorting_key(other, language)


def browsed(database: Database, kind: str, start: str = "", limit: int = 50) -> list[str]:
    with database.read() as view:
        return [entry.text for entry in view.headings.browse(kind, start, limit).headings]


def test_another_first_language_puts_the_headings_into_its_order(town: Town) -> None:
    town.record(description(authors=("Lzz", "Łysiak", "Lem")))
    with town.database.read() as view:
        settings_now = view.library.load()
    assert browsed(town.database, "author") == ["Lem", "Łysiak", "Lzz"]
    for languages, order in (
        (("pl", "en"), ["Lem", "Lzz", "Łysiak"]),
        (("de", "pl"), ["Lem", "Łysiak", "Lzz"]),
    ):
        with town.database.act() as act:
            act.library.replace(replace(settings_now, languages=languages))
            act.commit()
        assert browsed(town.database, "author") == order
        # What comes later is sorted alike.
        town.record(description(authors=("Ładna",)))
        assert browsed(town.database, "author").index("Ładna") == (2 if languages[0] == "pl" else 0)
        _forget(town, "Ładna")


def _forget(town: Town, author: str) -> None:
    with town.database.act() as act:
        for number in act.headings.records_of("author", author):
            act.records.delete(number)
        act.commit()


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("", "Art"),
        ("art", "Art"),
        ("art history", "Art -- History"),
        ("Art -- History", "Art -- History"),
        ("art d", "Art deco"),
        ("muller zoe", "Müller, Zoe"),
        ("müller", "Müller, Anna"),
        ("n", "Zebra"),
        ("!", "Art"),
    ],
)
def test_what_is_typed_plainly_leads_to_the_heading_meant(town: Town, start: str, found: str) -> None:
    town.record(
        description(
            subjects=(
                "Art",
                "Art deco",
                "Art -- History",
                "Müller, Zoe",
                "Müller, Anna",
                "Müller-Schmidt",
                "Zebra",
            )
        )
    )
    assert browsed(town.database, "subject", start)[0] == found


_headings = st.lists(
    st.sampled_from([*_POLISH, *_MORE_POLISH, "Art", "Art -- History", "Art, French", "art deco", "C++"]),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("kind", ["author", "subject", "call_number"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(names=_headings, limit=st.integers(1, 4), start=st.sampled_from(["", "l", "Ł", "art", "z", "zzzzz"]))
def test_pages_lead_to_the_end_and_back_to_the_beginning(
    sqlite_town: Town, kind: str, names: list[str], limit: int, start: str
) -> None:
    town = sqlite_town
    for name in names:
        record = town.record(description(name, authors=(name,), subjects=(name,)))
        _shelve(town, record, name)
    with town.database.read() as view:

        def page(begin: str, **way: Any) -> Any:
            if kind == "call_number":
                return view.headings.browse_call_numbers(heading_key(begin), limit, **way)
            return view.headings.browse(kind, begin, limit, **way)

        whole, here = [], page("")
        while True:
            whole += here.headings
            if here.next is None:
                break
            here = page(here.next)
        keys = [one.key for one in whole]
        assert keys == sorted(set(keys))
        assert all(one.records > 0 for one in whole)
        ahead, behind = page(start), page(start, back=True)
        backwards = list(reversed(behind.headings))
        while behind.previous is not None:
            behind = page(behind.previous, back=True)
            backwards += reversed(behind.headings)
        forwards = list(ahead.headings)
        while ahead.next is not None:
            ahead = page(ahead.next)
            forwards += ahead.headings
        assert [*reversed(backwards), *forwards] == whole


def _shelve(town: Town, record: BibRecord, name: str, **changed: Any) -> None:
    item = Item(0, record.id, f"S{next(town.numbers)}", "MAIN", "book", call_number=name, **changed)
    with town.database.act() as act:
        act.items.add(item, shelf_key=heading_key(name))
        act.commit()


def test_a_call_number_names_titles_and_leaves_out_what_is_withdrawn(town: Town) -> None:
    for number in range(5):
        record = town.record(description(f"Title {number}"))
        for _ in range(2):
            _shelve(town, record, "ROM KEHL")
    _shelve(town, town.record(description("Gone")), "ROM KEHL", condition=Condition.WITHDRAWN)
    _shelve(town, town.record(description("Gone too")), "ROM KAFK", condition=Condition.WITHDRAWN)
    with town.database.read() as view:
        (one,) = view.headings.browse_call_numbers("").headings
    assert (one.text, one.records, one.titles) == ("ROM KEHL", 5, ("Title 0", "Title 1", "Title 2"))


def test_the_commonest_headings_of_a_kind_come_first(town: Town) -> None:
    for subjects in (("Art", "Bees"), ("Bees", "Cats"), ("bees", "Cats")):
        town.record(description(subjects=subjects, authors=("Bees",)))
    with town.database.read() as view:
        assert view.headings.commonest("subject", 2) == ["Bees", "Cats"]
        assert view.headings.commonest("author", 5) == ["Bees"]
        assert view.headings.commonest("subject", 0) == []
