"""Checks the sample library's files against each other: numbers, names, shelves, maps and the past."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from stdnum import isbn, luhn

from kiosk.catalog.call_numbers import call_number_key, shelf_of
from kiosk.membership.patron_rows import COLUMNS as PATRON_COLUMNS
from kiosk.model.library import Library
from kiosk.model.record import Form
from kiosk.staff.library_file import read_library_file
from kiosk.staff.sample_acts import SampleAct, read_sample_acts

DATA = Path(__file__).parents[2] / "data"
SVG = "{http://www.w3.org/2000/svg}"
ITEM_TYPES = {"film": "dvd", "serial": "magazine"}
ACTS = {"checkout", "return", "renew", "lost", "hold", "pay"}

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


@cache
def works() -> tuple[Row, ...]:
    return tuple(row for path in sorted(DATA.glob("catalogue/works-*.csv")) for row in rows_of(path))


@cache
def copies() -> tuple[Row, ...]:
    return tuple(rows_of(DATA / "catalogue" / "copies.csv"))


@cache
def patrons() -> tuple[Row, ...]:
    return tuple(rows_of(DATA / "patrons.csv"))


@cache
def acts() -> tuple[SampleAct, ...]:
    return tuple(read_sample_acts(DATA / "acts.csv"))


@cache
def library() -> Library:
    return read_library_file(DATA / "library.toml")


def twice(values: Iterator[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


def drawing(branch: str) -> ElementTree.Element:
    return ElementTree.parse(DATA / "maps" / f"{branch}.svg").getroot()


BRANCHES = ("MAIN", "WEST")


# --- works


def test_the_catalogue_is_large_and_varied_enough_to_search_in() -> None:
    forms = Counter(row["form"] for row in works())
    languages = Counter(row["language"] for row in works())
    assert len(works()) >= 600
    assert set(forms) <= {str(form) for form in Form}
    assert len([form for form, count in forms.items() if count >= 15]) >= 8
    assert all(languages[language] >= 100 for language in ("ger", "eng", "pol"))


def test_control_numbers_are_unique_and_tell_their_file() -> None:
    assert twice(row["control_number"] for row in works()) == []
    for prefix, name in (("LND", "ger"), ("LNE", "eng"), ("LNP", "pol"), ("LNX", "other")):
        numbers = [row["control_number"] for row in rows_of(DATA / "catalogue" / f"works-{name}.csv")]
        assert [n for n in numbers if not re.fullmatch(rf"{prefix}\d{{4}}", n)] == []


def test_no_work_stands_there_twice() -> None:
    keys = ("title", "author", "year", "form", "language")
    assert twice(tuple(row[key].casefold() for key in keys) for row in works()) == []


def test_isbns_have_right_check_digits() -> None:
    assert [row["control_number"] for row in works() if row["isbn"] and not isbn.is_valid(row["isbn"])] == []


def test_every_work_has_a_title_and_what_its_form_needs() -> None:
    for row in works():
        assert row["title"].strip() == row["title"] != "", row
        assert re.fullmatch(r"[12]\d{3}|", row["year"]), row
        assert re.fullmatch(r"[a-z]{3}", row["language"]), row
        assert row["audience"] in {"adult", "youth", "children"}, row
        assert bool(row["call_number"]) == (row["form"] != "ebook"), row


# --- copies


def test_the_copies_are_as_many_as_a_town_library_shows() -> None:
    branches = Counter(row["branch"] for row in copies())
    assert 2000 <= len(copies()) <= 3000
    assert set(branches) == {branch.code for branch in library().branches} == set(BRANCHES)
    assert 0.6 <= branches["MAIN"] / len(copies()) <= 0.8
    assert 30 <= len([row for row in copies() if row["item_type"] == "reference"]) <= 60


def test_every_copy_belongs_to_a_work_and_stands_under_its_call_number() -> None:
    known = {row["control_number"]: row["call_number"] for row in works()}
    assert [
        row["barcode"] for row in copies() if known.get(row["control_number"]) != row["call_number"]
    ] == []


def test_copies_name_their_work_by_number_alone() -> None:
    # A title beside the number must agree with the record's to the letter, subtitle and all.
    assert "title" not in copies()[0]
    assert "year" not in copies()[0]


def test_every_work_has_a_copy_except_electronic_ones() -> None:
    held = {row["control_number"] for row in copies()}
    assert held == {row["control_number"] for row in works() if row["form"] != "ebook"}


def test_item_types_follow_from_the_form() -> None:
    forms = {row["control_number"]: row["form"] for row in works()}
    lent_elsewhere = {"ebook"}
    kinds = {kind.code for kind in library().item_types}
    assert {row["item_type"] for row in copies()} == kinds - lent_elsewhere
    for copy in copies():
        form = forms[copy["control_number"]]
        allowed = {ITEM_TYPES.get(form, form)} | ({"reference"} if form == "book" else set())
        assert copy["item_type"] in allowed, copy
        assert (copy["item_type"] == "reference") == (copy["location"] == "Präsenzbestand"), copy


def test_barcodes_are_unique_and_checked_and_never_look_like_cards() -> None:
    barcodes = [row["barcode"] for row in copies()]
    assert twice(iter(barcodes)) == []
    assert [code for code in barcodes if not re.fullmatch(r"3\d{10}", code) or not luhn.is_valid(code)] == []
    assert set(barcodes).isdisjoint(row["card"] for row in patrons())


# --- shelves and maps


def test_every_copy_stands_on_a_shelf_of_its_branch() -> None:
    shelves = library().shelves
    lost = [
        copy["barcode"]
        for copy in copies()
        if shelf_of(copy["call_number"], shelves, copy["branch"], copy["location"]) is None
    ]
    assert lost == []


def test_every_shelf_holds_something() -> None:
    shelves = library().shelves
    found = {shelf_of(copy["call_number"], shelves, copy["branch"], copy["location"]) for copy in copies()}
    assert [f"{shelf.branch} {shelf.id}" for shelf in shelves if shelf not in found] == []


def test_the_shelves_of_a_location_do_not_overlap() -> None:
    for place in {(shelf.branch, shelf.location) for shelf in library().shelves}:
        ranges = sorted(
            (call_number_key(shelf.first), call_number_key(shelf.last))
            for shelf in library().shelves
            if (shelf.branch, shelf.location) == place
        )
        assert all(first <= last for first, last in ranges), place
        for (_, last), (following, _) in pairwise(ranges):
            assert last < following, place
            assert not following.startswith(last), place


def test_shelves_are_named_in_every_language_of_the_library() -> None:
    for shelf in library().shelves:
        number = shelf.id.removeprefix("shelf-")
        assert {language for language, _ in shelf.name.by_language} == set(library().languages)
        assert all(text.endswith(f" {number}") for text in shelf.name.all_texts())


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_map_draws_the_shelves_of_its_branch_and_numbers_them(branch: str) -> None:
    root = drawing(branch)
    shelves = {shelf.id for shelf in library().shelves if shelf.branch == branch}
    drawn = {element.get("id") for element in root.iter() if element.get("class") == "shelf"}
    numbers = [element.text for element in root.iter(f"{SVG}text") if element.get("class") == "label"]
    assert drawn == shelves
    assert sorted(f"shelf-{number}" for number in numbers) == sorted(shelves)


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_map_leads_from_the_kiosk_to_every_shelf(branch: str) -> None:
    root = drawing(branch)
    (here,) = [element for element in root.iter() if element.get("id") == "here"]
    start = f"M{here.get('cx')},{here.get('cy')} "
    ways = {element.get("id"): element for element in root.iter() if element.get("class") == "way"}
    assert set(ways) == {f"way-{shelf.id}" for shelf in library().shelves if shelf.branch == branch}
    for way in ways.values():
        assert (way.get("d") or "").startswith(start)
        assert int(way.get("data-steps") or 0) > 0


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_map_has_floors_that_hold_its_shelves_and_ids_only_once(branch: str) -> None:
    root = drawing(branch)
    floors = [group for group in root.iter(f"{SVG}g") if re.fullmatch(r"floor-\d", group.get("id") or "")]
    on_floors = sum(element.get("class") == "shelf" for floor in floors for element in floor.iter())
    assert len(floors) == (2 if branch == "MAIN" else 1)
    assert on_floors == sum(shelf.branch == branch for shelf in library().shelves)
    assert twice(element.get("id") for element in root.iter() if element.get("id")) == []


@pytest.mark.parametrize("branch", BRANCHES)
def test_the_map_is_a_plain_drawing_with_words_left_to_the_app(branch: str) -> None:
    root = drawing(branch)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert root.get("viewBox")
    assert tags <= {"svg", "style", "g", "rect", "circle", "path", "text"}
    texts = [element.text for element in root.iter(f"{SVG}text") if element.text]
    assert all(text.isdecimal() for text in texts)


# --- patrons


def test_there_are_forty_patrons_of_all_categories() -> None:
    assert len(patrons()) == 40
    assert tuple(patrons()[0]) == PATRON_COLUMNS
    assert {row["category"] for row in patrons()} == {c.code for c in library().patron_categories}
    assert {row["branch"] for row in patrons()} == set(BRANCHES)


def test_cards_are_unique_and_never_look_like_barcodes() -> None:
    cards = [row["card"] for row in patrons()]
    assert twice(iter(cards)) == []
    assert [card for card in cards if not re.fullmatch(r"20\d{6}", card)] == []


def test_patrons_are_invented_and_can_be_told_apart() -> None:
    addresses = [row["email"] for row in patrons() if row["email"]]
    assert [a for a in addresses if not re.fullmatch(r"[a-z.-]+@example\.org", a)] == []
    assert twice(iter(addresses)) == []
    assert {row["language"] for row in patrons()} == set(library().languages)


def test_pins_and_dates_of_patrons_can_be_read() -> None:
    pins = [row["pin"] for row in patrons() if row["pin"]]
    assert 15 <= len(pins) <= 25
    assert all(re.fullmatch(r"\d{4}", pin) for pin in pins)
    for row in patrons():
        for key in ("birth_date", "expires_on"):
            assert not row[key] or date.fromisoformat(row[key])


def test_patrons_show_the_states_a_card_can_be_in() -> None:
    births = [date.fromisoformat(row["birth_date"]) for row in patrons() if row["birth_date"]]
    assert any(row["expires_on"] and row["expires_on"] < "2026-11-01" for row in patrons())
    assert any(not row["expires_on"] for row in patrons())
    assert any(row["restriction"] for row in patrons())
    assert any(not row["birth_date"] and row["category"] == "adult" for row in patrons())
    assert any((born.month, born.day) == (2, 29) for born in births)


# --- the past


def test_the_past_names_known_cards_barcodes_and_branches() -> None:
    cards = {row["card"] for row in patrons()}
    barcodes = {row["barcode"] for row in copies()}
    for act in acts():
        assert act.act in ACTS, act
        assert act.card in cards, act
        assert act.branch in BRANCHES, act
        if act.act == "pay":
            assert Decimal(act.subject) > 0, act
        else:
            assert act.subject in barcodes, act


def test_the_past_is_told_in_order() -> None:
    moments = [(-act.days_ago, act.time) for act in acts()]
    assert moments == sorted(moments)
    assert all(re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", act.time) and act.days_ago >= 0 for act in acts())


def test_the_past_is_long_enough_for_statistics() -> None:
    counts = Counter(act.act for act in acts())
    assert 350 <= len(acts()) <= 500
    assert set(counts) == ACTS
    assert counts["checkout"] >= 200
    assert counts["hold"] >= 20


def test_nothing_in_the_past_is_lent_twice_at_once_or_returned_unlent() -> None:
    lent: dict[str, str] = {}
    arrived = 0
    for act in acts():
        if act.act == "checkout":
            assert act.subject not in lent, act
            lent[act.subject] = act.card
        elif act.act in {"return", "lost"} and lent.pop(act.subject, None) is None:
            arrived += 1  # unpacked from the transit bin
        elif act.act == "renew":
            assert lent.get(act.subject) == act.card, act
    assert arrived <= 5


def test_nobody_in_the_past_borrows_more_at_once_than_rules_allow() -> None:
    kinds = {row["barcode"]: row["item_type"] for row in copies()}
    categories = {row["card"]: row["category"] for row in patrons()}
    limits = {"dvd": 6, "game": 3, "kit": 2, "map": 5, "reference": 0}
    child = {"dvd": 2}
    lent: dict[str, str] = {}
    for act in acts():
        if act.act == "checkout":
            lent[act.subject] = act.card
            kind = kinds[act.subject]
            held = sum(card == act.card and kinds[code] == kind for code, card in lent.items())
            category = categories[act.card]
            allowed = child.get(kind, limits.get(kind, 12)) if category == "child" else limits.get(kind, 20)
            assert held <= allowed, act
        elif act.act in {"return", "lost"}:
            lent.pop(act.subject, None)


def test_cards_of_the_past_stay_valid_so_that_no_act_is_refused() -> None:
    dates = {row["card"]: row["expires_on"] for row in patrons()}
    barred = {row["card"] for row in patrons() if row["restriction"]}
    for act in acts():
        assert act.card not in barred, act
        assert not dates[act.card] or dates[act.card] >= "2028-01-01", act
