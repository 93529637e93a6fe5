"""Looking around without typing: lists, letters, both ways."""

from dataclasses import replace

import pytest

from kiosk.storage.catalogue.keys import sorting_key
from kiosk.ui.patron.browse_loading import Heading, Headings
from kiosk.ui.patron.browse_state import BrowseInputs, browse_state
from kiosk.words import wording
from tests.ui.find.test_find_state import LIBRARY
from tests.ui.finding import OpenFinding


def test_headings_of_both_ways_join_without_twins() -> None:
    a, b, c = (Heading(key, key.upper(), 1) for key in "abc")
    middle = Headings((b,), "c", "b")
    after = middle.and_then(Headings((b, c), None, "b"))
    assert after == Headings((b, c), None, "b")
    assert after.after(Headings((a,), "b", None)) == Headings((a, b, c), None, None)


def test_a_name_in_a_list_begins_as_the_list_is_sorted() -> None:
    rows = (Heading("kafka franz", "Kafka, Franz, 1883-1924", 31), Heading("pink floyd", "Pink Floyd", 1))
    state = browse_state(
        BrowseInputs("authors", headings=Headings(rows)), "MAIN", LIBRARY, wording("en", "UTC")
    )
    assert [(row.text, row.note, row.count) for row in state.headings] == [
        ("Kafka, Franz", "1883–1924", "31 titles"),
        ("Pink Floyd", "", "1 title"),
    ]


def test_the_shelf_is_jumped_in_by_the_parts_of_this_branch() -> None:
    state = browse_state(BrowseInputs("shelf"), "MAIN", LIBRARY, wording("en", "UTC"))
    assert [(jump.label, jump.start) for jump in state.jumps] == [("Fiction", "FIC A")]
    assert browse_state(BrowseInputs("shelf"), "WEST", LIBRARY, wording("en", "UTC")).jumps == ()


def test_on_the_shelf_each_call_number_names_its_titles() -> None:
    rows = (
        Heading("rom kehl", "ROM KEHL", 5, ("F", "Ruhm", "Tyll")),
        Heading("rom lem", "ROM LEM", 1, ("Eden",)),
    )
    state = browse_state(
        BrowseInputs("shelf", headings=Headings(rows)), "MAIN", LIBRARY, wording("en", "UTC")
    )
    assert [(row.call_number, row.text, row.count) for row in state.headings] == [
        ("ROM KEHL", "F · Ruhm · Tyll", "5 titles"),
        ("ROM LEM", "Eden", "1 title"),
    ]


@pytest.mark.parametrize(
    ("languages", "letters"),
    [
        (("en", "pl"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        (("pl", "en"), "ABCĆDEFGHIJKLŁMNOÓPQRSŚTUVWXYZŹŻ"),
        ((), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ],
)
def test_the_letters_are_those_of_the_librarys_language(languages: tuple[str, ...], letters: str) -> None:
    library = replace(LIBRARY, languages=languages)
    state = browse_state(BrowseInputs("authors"), "MAIN", library, wording("en", "UTC"))
    assert "".join(jump.label for jump in state.jumps) == letters
    places = [sorting_key(letter, next(iter(languages), "")) for letter in letters]
    assert places == sorted(places)


def test_a_letter_leads_on_and_scrolling_back_reads_what_is_before(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.pages.browse.open("subjects")
    kiosk.wait(lambda: len(kiosk.rows("browse", "headings")) > 0)
    kiosk.touch("browse.jump.S")
    kiosk.wait(lambda: kiosk.rows("browse", "headings")[0].target.upper().startswith("S"))
    kiosk.settle()
    first = kiosk.rows("browse", "headings")[0].key
    assert kiosk.shown("browse", "before")
    middle = kiosk.place("browse.headings")
    for _ in range(6):
        if kiosk.rows("browse", "headings")[0].key != first:
            break
        kiosk.stroke(middle, middle.__class__(middle.x(), middle.y() + 300))
        kiosk.settle()
    keys = [row.key for row in kiosk.rows("browse", "headings")]
    assert keys[0] < first
    assert keys == sorted(set(keys))


def test_a_subject_leads_to_its_titles(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.pages.browse.open("subjects")
    kiosk.wait(lambda: len(kiosk.rows("browse", "headings")) > 0)
    heading = kiosk.rows("browse", "headings")[0]
    kiosk.touch(f"browse.heading.{heading.target}")
    kiosk.wait(lambda: kiosk.page == "find" and kiosk.shown("find", "headline") != "")
    assert kiosk.shown("find", "headline") == heading.count
    assert kiosk.shown("find", "remark") == heading.target.replace(" -- ", ": ")


def test_a_call_number_leads_to_what_stands_there(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.pages.browse.open("shelf")
    kiosk.wait(lambda: len(kiosk.rows("browse", "headings")) > 0)
    heading = kiosk.rows("browse", "headings")[0]
    assert heading.text
    kiosk.touch(f"browse.heading.{heading.target}")
    kiosk.wait(lambda: kiosk.page == "find" and kiosk.shown("find", "headline") != "")
    assert heading.text.split(" · ")[0] in {row.title for row in kiosk.rows("find")}


@pytest.mark.parametrize("what", ["new", "popular", "subjects", "authors", "shelf", "nonsense"])
def test_every_list_opens_without_a_warning(open_finding: OpenFinding, what: str) -> None:
    kiosk = open_finding("pl", 1280, 800)
    kiosk.pages.browse.open(what)
    kiosk.settle()
    listed = kiosk.rows("browse", "headings") or kiosk.rows("browse") or kiosk.shown("browse", "nothing")
    assert listed


def test_a_new_title_is_opened_by_touch(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.touch("dock.home")
    kiosk.pages.browse.open("new")
    kiosk.wait(lambda: len(kiosk.rows("browse")) > 0)
    row = kiosk.rows("browse")[0]
    kiosk.touch(f"browse.title.{row.record}")
    kiosk.wait(lambda: kiosk.shown("record", "title") == row.title)
    assert kiosk.page == "record"
