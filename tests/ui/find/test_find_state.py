"""The Find page as a table: what is derived from what was typed, filtered and found."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.catalog.search import Filters, Loosening, SearchField, Suggestion, YearRange
from kiosk.model.calendar import Calendar
from kiosk.model.decision import Reason, ReasonCode, Say, SayCode
from kiosk.model.library import Branch, Library, Shelf
from kiosk.model.money import Money
from kiosk.model.texts import LocalText
from kiosk.ui.patron.find_facets import Labels, told, year_bars, year_ends
from kiosk.ui.patron.find_loading import Found, Suggested
from kiosk.ui.patron.find_question import FilterKind, Question
from kiosk.ui.patron.find_state import FindInputs, FindMode, find_state
from kiosk.ui.patron.find_suggestions import marked, suggestion_rows
from kiosk.ui.patron.found_rows import FoundRows
from kiosk.ui.patron.title_rows import (
    GOOD,
    STOP,
    WAIT,
    SeenTitle,
    TitleRow,
    state_chip,
    title_row,
    title_rows,
)
from kiosk.ui.patron.title_words import floor_and_shelf, life_dates, spoken_name
from kiosk.words import wording

EN, DE = wording("en", "Europe/Berlin"), wording("de", "Europe/Berlin")
SHELF = Shelf("MAIN", "shelf-26", "Fiction", "FIC A", "FIC Z", LocalText("Floor 1, shelf 26"))
LIBRARY = Library(
    LocalText("Town Library"),
    "Europe/Berlin",
    "EUR",
    ("en",),
    branches=(
        Branch("MAIN", LocalText("Main Library"), Calendar("Europe/Berlin")),
        Branch("WEST", LocalText("West Branch"), Calendar("Europe/Berlin")),
    ),
    shelves=(SHELF,),
)
OWES = Reason(ReasonCode.PATRON_OWES, (("owes", Money(1250, "EUR")), ("allowed", Money(1000, "EUR"))))
BACK = datetime(2026, 12, 3, 22, 59, 59, tzinfo=UTC)
MOON = SeenTitle(1, "Moon Palace", "book", ("Auster, Paul",), 1989, "eng", "FIC AUS")


def found(**changes: object) -> Found:
    facets = {"form": {"book": 43, "film": 5}, "language": {"eng": 58, "ger": 20}, "available": {"true": 36}}
    base = Found(Question("climate"), 84, (MOON,), 84, facets, read=20)
    return replace(base, **changes)  # type: ignore[arg-type]


def shown(inputs: FindInputs):  # type: ignore[no-untyped-def]
    return find_state(inputs, LIBRARY, EN, 2026)


@pytest.mark.parametrize(
    ("heading", "spoken", "dates"),
    [
        ("Kafka, Franz", "Franz Kafka", ""),
        ("Kafka, Franz, 1883-1924", "Franz Kafka", "1883–1924"),
        ("King, Stephen (Stephen Edwin), 1947-", "Stephen King", "1947–"),
        ("Pink Floyd", "Pink Floyd", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_told_as_it_is_spoken(heading: str, spoken: str, dates: str) -> None:
    assert (spoken_name(heading), life_dates(heading)) == (spoken, dates)


def test_a_shelf_is_split_into_its_floor_and_itself() -> None:
    assert floor_and_shelf("Floor 1, shelf 26") == ("Floor 1", "Shelf 26")
    assert floor_and_shelf("Regal 3") == ("", "Regal 3")


@pytest.mark.parametrize(
    ("text", "typed", "styled"),
    [
        ("Franz Kafka", "kafk", "Franz <b>Kafk</b>a"),
        ("Die Vermessung der Welt", "der verm", "Die <b>Verm</b>essung <b>der</b> Welt"),
        ("Größe", "gros", "<b>Größ</b>e"),
        ("„Äpfel“ & <Birnen>", "apf", "„<b>Äpf</b>el“ &amp; &lt;Birnen&gt;"),
        ("Mond", "sonne", "Mond"),
        ("", "x", ""),
    ],
)
def test_what_was_typed_stands_out_and_markup_does_not_work(text: str, typed: str, styled: str) -> None:
    assert marked(text, typed) == styled


@pytest.mark.parametrize(
    ("say", "chip", "tone"),
    [
        (Say(SayCode.TAKE_NOW), "Available", GOOD),
        (Say(SayCode.TAKE_NOW, reasons=(OWES,)), "Here, but first:", WAIT),
        (Say(SayCode.ONLY_HERE), "Only to use here", GOOD),
        (Say(SayCode.ONLINE), "Read at home", GOOD),
        (Say(SayCode.BACK_ON, back_at=BACK), "Back on 3 Dec", WAIT),
        (Say(SayCode.HOLD, back_at=BACK, position=3), "Back on 3 Dec", WAIT),
        (Say(SayCode.HOLD, position=3), "Out", WAIT),
        (Say(SayCode.NONE), "Not here", STOP),
        (None, "State not known", WAIT),
    ],
)
def test_a_chip_says_whether_it_is_there(say: Say | None, chip: str, tone: int) -> None:
    told_by = state_chip(say, "book", EN)
    assert (told_by.text, told_by.tone) == (chip, tone)
    assert told_by.icon


@pytest.mark.parametrize(
    ("say", "shelf", "call_number", "place"),
    [
        (Say(SayCode.TAKE_NOW, branch="MAIN", call_number="FIC AUS"), SHELF, "FIC AUS", "Floor 1, shelf 26"),
        (Say(SayCode.TAKE_NOW, branch="WEST", call_number="FIC AUS"), None, "FIC AUS", "West Branch"),
        (Say(SayCode.TAKE_NOW, branch="MAIN", location="Fiction"), None, "", "Fiction"),
        (Say(SayCode.BACK_ON, back_at=BACK), None, "", "nobody waiting"),
        (Say(SayCode.HOLD, back_at=BACK, position=2), None, "", "place a hold: you would be number 2"),
        (Say(SayCode.HOLD, position=3), None, "", "place a hold: you would be number 3"),
        (Say(SayCode.HOLD, position=3, own=True), None, "", "on hold for you: you are number 3"),
        (
            Say(SayCode.TAKE_NOW, branch="MAIN", reasons=(OWES,)),
            SHELF,
            "",
            "Pay at the desk, then you can go on.",
        ),
        (Say(SayCode.ONLINE), None, "", "on your own device"),
        (Say(SayCode.NONE), None, "", "please ask the staff"),
        (None, None, "FIC AUS", ""),
    ],
)
def test_a_row_names_the_place_or_what_one_may_do_instead(
    say: Say | None, shelf: Shelf | None, call_number: str, place: str
) -> None:
    row = title_row(replace(MOON, say=say, shelf=shelf), "MAIN", LIBRARY, EN, {})
    assert (row.call_number, row.place) == (call_number, place)
    assert (row.author, row.meta) == ("Paul Auster", "Book · 1989 · English")


@pytest.mark.parametrize(
    ("language", "whole_day", "by_the_hour"),
    [
        ("en", "Yours until 3 Dec", "Yours until 3 Dec, 16:30"),
        ("de", "Ihres bis 3. Dez.", "Ihres bis 3. Dez., 16:30"),
        ("pl", "Twoje do 3 gru", "Twoje do 3 gru, 16:30"),
    ],
)
def test_a_row_says_until_when_one_may_have_what_is_there(
    language: str, whole_day: str, by_the_hour: str
) -> None:
    words = wording(language, "Europe/Berlin")
    for due_at, until in ((BACK, whole_day), (BACK.replace(hour=15, minute=30), by_the_hour)):
        say = Say(SayCode.TAKE_NOW, due_at=due_at, branch="MAIN", call_number="FIC AUS")
        row = title_row(replace(MOON, say=say, shelf=SHELF), "MAIN", LIBRARY, words, {})
        assert (row.until, row.call_number, row.place) == (until, "FIC AUS", "Floor 1, shelf 26")


@pytest.mark.parametrize(
    "say",
    [
        Say(SayCode.TAKE_NOW, reasons=(OWES,)),
        Say(SayCode.BACK_ON, back_at=BACK),
        Say(SayCode.HOLD, position=3),
        Say(SayCode.ONLY_HERE),
        None,
    ],
)
def test_no_day_is_promised_of_what_cannot_be_taken_along_now(say: Say | None) -> None:
    assert title_row(replace(MOON, say=say), "MAIN", LIBRARY, EN, {}).until == ""


def test_a_setting_is_told_with_what_it_left_of_how_many() -> None:
    question = Question("climate", filters=Filters(languages=("eng",)))
    state = shown(FindInputs(FindMode.RESULTS, question, found=found(question=question, total=58)))
    assert (state.headline, state.remark) == ("58 titles", "in English, of 84 for “climate”")
    assert [chip.label for chip in state.languages if chip.selected] == ["English"]


@pytest.mark.parametrize(
    ("filters", "text"),
    [
        (Filters(), ""),
        (Filters(forms=("book", "film")), "Book or Film"),
        (Filters(languages=("ger",), available=True), "in German, Available now"),
        (Filters(years=(YearRange(1990, 2019),), branches=("WEST",)), "1990–2019, West Branch"),
        (
            Filters(authors=("Kafka, Franz",), subjects=("Prag -- Geschichte",)),
            "Franz Kafka, Prag: Geschichte",
        ),
    ],
)
def test_filters_are_told_in_words(filters: Filters, text: str) -> None:
    assert told(filters, Labels(LIBRARY, EN)) == text


def test_a_filter_that_is_set_is_offered_though_nothing_counts_it() -> None:
    question = Question("climate", filters=Filters(forms=("map",), authors=("Kafka, Franz",)))
    state = shown(FindInputs(FindMode.RESULTS, question, found=found(question=question)))
    assert (state.forms[0].value, state.forms[0].selected, state.forms[0].count) == ("map", True, "")
    assert [chip.label for chip in state.extras] == ["Franz Kafka"]


def test_years_are_bars_without_gaps_and_the_old_ones_are_one() -> None:
    counts = {"1600-1609": 1, "1990-1999": 4, "2010-2019": 8, "2020-2029": 2}
    bars = year_bars(found(facets={"year": counts}))
    assert len(bars) == 14
    assert (bars[0].first, bars[0].last, bars[-1].last) == (1600, 1899, 2029)
    assert [bar.share for bar in bars if bar.share] == [1 / 8, 0.5, 1, 0.25]
    assert year_ends(bars, 2026) == ("1600", "2026")
    assert year_bars(found(facets={"year": {"1990-1999": 4}})) == ()


def test_years_within_the_span_chosen_are_marked() -> None:
    question = Question("x", filters=Filters(years=(YearRange(1990, 2009),)))
    counts = {"1980-1989": 1, "1990-1999": 4, "2000-2009": 8, "2010-2019": 2}
    bars = year_bars(found(question=question, facets={"year": counts}))
    assert [bar.first for bar in bars if bar.inside] == [1990, 2000]


@pytest.mark.parametrize(
    ("question", "nothing"),
    [
        (Question("xyz"), "Nothing found for “xyz”."),
        (Question("xyz", SearchField.AUTHOR), "Nothing found for “xyz” under Author."),
        (Question("", filters=Filters(forms=("map",))), "Nothing fits all these filters."),
    ],
)
def test_nothing_is_said_where_nothing_is(question: Question, nothing: str) -> None:
    state = shown(FindInputs(FindMode.RESULTS, question, found=found(question=question, total=0, titles=())))
    assert (state.nothing, state.headline) == (nothing, "")


def test_steps_that_loosened_the_search_are_named() -> None:
    state = shown(
        FindInputs(
            FindMode.RESULTS, Question("x"), found=found(relaxed=(Loosening.SPELLING,), did_you_mean="y")
        )
    )
    assert state.relaxed
    assert not state.relaxed.startswith("search.")
    assert state.did_you_mean == "y"


def test_titles_found_without_the_database_say_so() -> None:
    state = shown(FindInputs(FindMode.RESULTS, Question("x"), found=found(database_away=True)))
    assert state.notice
    assert title_row(MOON, "MAIN", LIBRARY, EN, {}).state == "State not known"


def test_suggestions_are_people_then_titles_then_subjects() -> None:
    suggested = Suggested(
        "kafk",
        SearchField.ANY,
        (
            Suggestion("Kafka, Franz -- Leben", SearchField.SUBJECT, 9),
            Suggestion("Kafka am Strand", SearchField.TITLE, 1),
            Suggestion("Kafka, Franz, 1883-1924", SearchField.AUTHOR, 31),
        ),
        (MOON,),
        74,
    )
    rows = suggestion_rows(suggested, DE, {})
    assert [row.kind_name for row in rows] == ["Autor", "Titel", "Thema"]
    assert (rows[0].note, rows[0].count) == ("1883–1924", "31 Titel")
    assert (rows[1].target, rows[1].record) == ("r1", True)
    assert rows[2].text == "<b>Kafk</b>a, Franz: Leben"


def test_with_one_letter_titles_are_words_to_search_for() -> None:
    suggested = Suggested("k", SearchField.ANY, (Suggestion("Krabat", SearchField.TITLE, 2),))
    (row,) = suggestion_rows(suggested, EN, {})
    assert (row.target, row.record, row.count) == ("Krabat", False, "2 titles")


def test_other_words_take_filters_and_order_off() -> None:
    question = Question("moon", SearchField.TITLE, Filters(forms=("book",)))
    assert question.typed("sun") == Question("sun", SearchField.TITLE)
    assert len(question.typed("x" * 999).text) == 200


@pytest.mark.parametrize("kind", list(FilterKind))
def test_a_filter_set_twice_is_off_again(kind: FilterKind) -> None:
    value = {FilterKind.YEAR: "1990-1999", FilterKind.AVAILABLE: "true"}.get(kind, "x")
    once = Question().toggled(kind, value)
    assert once.filters
    assert once.toggled(kind, value) == Question()


def rows_of(*titles: SeenTitle) -> tuple[TitleRow, ...]:
    return title_rows(titles, "MAIN", LIBRARY, EN, {})


def test_a_following_page_adds_each_title_once_and_ends() -> None:
    rows = FoundRows()
    rows.show(rows_of(MOON), 1)
    assert rows.more(3)
    rows.add(rows_of(MOON, replace(MOON, record_id=2)), 3)
    assert [row.record for row in rows.rows] == ["r1", "r2"]
    assert not rows.more(3)


def test_a_page_that_adds_nothing_was_the_last() -> None:
    rows = FoundRows()
    rows.show(rows_of(MOON), 1)
    rows.add((), 1)
    assert not rows.more(3)


def test_a_row_told_anew_keeps_its_place_and_its_cover() -> None:
    rows = FoundRows()
    rows.show(rows_of(MOON, replace(MOON, record_id=2)), 2)
    rows.picture({"r2": "file:///cover.png", "r3": "file:///other.png"})
    rows.renew(rows_of(replace(MOON, record_id=2, title="The Sun"), replace(MOON, record_id=9)))
    assert [(row.title, row.cover) for row in rows.rows] == [
        ("Moon Palace", ""),
        ("The Sun", "file:///cover.png"),
    ]


def test_rows_that_do_not_change_are_the_same_rows() -> None:
    rows = FoundRows()
    rows.show(rows_of(MOON, replace(MOON, record_id=2)), 2)
    before = rows.rows
    rows.renew(rows_of(MOON))
    rows.picture({})
    assert rows.rows is before
