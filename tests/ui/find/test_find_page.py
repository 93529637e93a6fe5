"""Find in use: real keys and touches on the real page over a real library."""

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.ui.patron.shell_state import Comfort
from tests.ui.finding import Finding, OpenFinding


def titles(kiosk: Finding) -> list[str]:
    return [row.title for row in kiosk.rows("find")]


def total(kiosk: Finding) -> int:
    return int(kiosk.shown("find", "headline").split()[0])


def test_suggestions_come_from_the_first_letter_and_titles_from_the_second(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.type("k")
    kiosk.wait(lambda: len(kiosk.rows("find", "suggestions")) > 0)
    assert not any(row.record for row in kiosk.rows("find", "suggestions"))
    assert kiosk.shown("find", "showAll") == ""
    kiosk.type("a")
    kiosk.wait(lambda: kiosk.shown("find", "showAll").startswith("Show all"))
    assert any(row.record for row in kiosk.rows("find", "suggestions"))


def test_each_suggestion_says_what_it_is(open_finding: OpenFinding) -> None:
    kiosk = open_finding("de")
    kiosk.begin()
    kiosk.type("kafk")
    kiosk.wait(lambda: "kafk" in kiosk.shown("find", "showAll"))
    author = kiosk.rows("find", "suggestions")[0]
    assert (author.text, author.kind_name) == ("Franz <b>Kafk</b>a", "Autor")
    kinds = [row.kind_name for row in kiosk.rows("find", "suggestions")]
    assert kinds == sorted(kinds, key=["Autor", "Titel", "Thema"].index)


def test_typing_by_touch_on_the_screen_keyboard_searches(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    for letter in "moon":
        kiosk.touch(f"key.{letter}")
    assert kiosk.shown("find", "text") == "moon"
    kiosk.touch("key.go")
    kiosk.wait(lambda: kiosk.shown("find", "headline") != "")
    assert "Moon Palace" in titles(kiosk)
    assert not kiosk.seen("key.go")


def test_the_newest_keystroke_wins(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.type("kafka")
    kiosk.touch("find.field.clear")
    kiosk.type("moon")
    kiosk.settle()
    assert "“moon”" in kiosk.shown("find", "showAll")
    suggested = [row.plain for row in kiosk.rows("find", "suggestions")]
    assert suggested
    assert not [text for text in suggested if "Kafka" in text]


def test_a_row_says_whether_it_is_there_and_where(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    rows = {row.title: row for row in kiosk.rows("find")}
    out = rows["Moon Palace"]
    assert (out.state, out.tone, out.call_number, out.place) == ("Back on 3 Dec", 1, "", "nobody waiting")
    there = next(row for row in rows.values() if row.state == "Available" and row.call_number)
    assert there.place
    assert there.author
    assert there.meta.count(" · ") == 2


def test_filters_combine_say_what_they_did_and_come_off(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    all_titles = total(kiosk)
    kiosk.touch("find.filter.form.book")
    kiosk.settle()
    assert 0 < total(kiosk) < all_titles
    assert kiosk.shown("find", "remark") == f"Book, of {all_titles} for “moon”"
    kiosk.touch("find.filter.available.true")
    kiosk.settle()
    assert "Moon Palace" not in titles(kiosk)
    assert kiosk.shown("find", "remark") == f"Book, Available now, of {all_titles} for “moon”"
    kiosk.touch("find.filter.form.book")
    kiosk.touch("find.filter.available.true")
    kiosk.settle()
    assert total(kiosk) == all_titles


def test_counts_of_a_kind_stay_while_one_of_it_is_chosen(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    before = {chip.value: chip.count for chip in kiosk.rows("find", "forms")}
    kiosk.touch("find.filter.form.book")
    kiosk.settle()
    after = {chip.value: chip.count for chip in kiosk.rows("find", "forms")}
    assert after == before
    assert len(after) > 1


def test_a_stroke_across_the_years_chooses_them(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("science fiction")
    everything = kiosk.shown("find", "headline")
    bars = kiosk.rows("find", "bars")
    left, right = kiosk.place("find.years", 0.02), kiosk.place("find.years", 0.4)
    kiosk.stroke(left, right)
    kiosk.settle()
    chosen = [bar for bar in kiosk.rows("find", "bars") if bar.inside]
    assert 1 < len(chosen) < len(bars)
    assert kiosk.shown("find", "headline") != everything
    kiosk.stroke(kiosk.place("find.years", 0.02), kiosk.place("find.years", 0.4))
    kiosk.settle()
    assert kiosk.shown("find", "headline") == everything


def test_the_list_grows_as_one_scrolls(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1280, 800)
    kiosk.search("science fiction")
    hits = total(kiosk)
    assert len(titles(kiosk)) < hits
    middle = kiosk.place("find.results")
    for _ in range(40):
        if len(titles(kiosk)) == hits:
            break
        kiosk.stroke(middle, middle - QPoint(0, 250))
        kiosk.settle()
    assert len(titles(kiosk)) == hits
    assert len({row.record for row in kiosk.rows("find")}) == hits


def test_sorting_by_title_puts_them_in_order(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.search("moon")
    kiosk.touch("find.sorts.2")
    kiosk.settle()
    assert kiosk.shown("find", "sort") == 2
    assert titles(kiosk)[0] != "Moon Palace"


def test_the_order_is_chosen_in_a_dialog_where_there_is_no_room(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    kiosk.touch("find.sort")
    kiosk.touch("find.order.1")
    kiosk.settle()
    assert kiosk.shown("find", "sort") == 1
    years = [int(row.meta.split(" · ")[1]) for row in kiosk.rows("find")]
    assert years == sorted(years, reverse=True)


def test_all_filters_are_on_a_sheet(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    kiosk.touch("find.allFilters")
    kiosk.wait(lambda: kiosk.seen("find.sheet.show"))
    assert not kiosk.seen("find.sheet.off")
    kiosk.touch("find.filter.audience.children")
    kiosk.settle()
    assert kiosk.seen("find.sheet.off")
    kiosk.touch("find.sheet.show")
    kiosk.wait(lambda: not kiosk.seen("find.sheet.show"))
    assert [chip.value for chip in kiosk.rows("find", "extras")] == ["children"]
    kiosk.touch("find.filter.audience.children")
    kiosk.settle()
    assert kiosk.rows("find", "extras") == ()


def test_a_misspelt_word_is_asked_about_and_named(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("kehlman")
    assert kiosk.shown("find", "relaxed") != "" or kiosk.shown("find", "didYouMean") != ""
    assert any("Kehlmann" in row.author for row in kiosk.rows("find"))


def test_nothing_found_says_what_to_try(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("qqxzvw")
    assert kiosk.shown("find", "nothing") == "Nothing found for “qqxzvw”."
    kiosk.touch("find.nothing.ask")
    assert kiosk.page == "ask"


def test_a_search_in_one_field_that_finds_nothing_offers_all_fields(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.touch("find.scope.4")
    kiosk.item("find.field.input").forceActiveFocus()
    kiosk.type("9783161484100\n")
    kiosk.wait(lambda: kiosk.shown("find", "nothing") != "" and kiosk.jobs.running == 0)
    assert kiosk.shown("find", "nothing").endswith("under ISBN.")
    kiosk.touch("find.nothing.everywhere")
    kiosk.settle()
    assert kiosk.shown("find", "field") == 0


def test_everything_is_reached_by_keys_alone(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    kiosk.reach("find.filter.form.book", Qt.Key.Key_Up)
    kiosk.type("\n")
    kiosk.settle()
    assert kiosk.shown("find", "filtered")
    row = kiosk.rows("find")[0]
    kiosk.reach(f"find.title.{row.record}")
    kiosk.type("\n")
    assert kiosk.page == "record"


def test_a_suggested_author_shows_all_by_that_author(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.type("kehl")
    kiosk.touch("find.suggestion.author.Kehlmann, Daniel")
    kiosk.wait(lambda: kiosk.shown("find", "headline") != "")
    assert kiosk.shown("find", "remark") == "Daniel Kehlmann"
    authors = [row.author for row in kiosk.rows("find")]
    assert authors
    assert not [author for author in authors if "Kehlmann" not in author]


def test_back_from_a_record_shows_the_results_as_they_were(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title("Moon Palace")
    before = titles(kiosk)
    kiosk.touch("dock.back")
    kiosk.wait(lambda: kiosk.page == "find")
    assert titles(kiosk) == before
    assert not kiosk.seen("key.go")


def test_another_language_says_all_rows_anew(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en")
    kiosk.search("moon")
    kiosk.visit.speak("pl")
    kiosk.settle()
    out = next(row for row in kiosk.rows("find") if row.title == "Moon Palace")
    assert out.state == "Wraca 3 gru"
    assert kiosk.shown("find", "headline").split()[1].startswith("tytu")


def test_nothing_is_left_for_the_next_patron(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("moon")
    kiosk.visit.end()
    assert (kiosk.shown("find", "text"), kiosk.rows("find")) == ("", ())
    assert kiosk.item("find.field.input").property("text") == ""


def test_an_answer_for_a_patron_who_left_goes_nowhere(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.begin()
    kiosk.type("moon\n")
    kiosk.visit.end()
    kiosk.settle()
    assert (kiosk.shown("find", "mode"), kiosk.rows("find")) == ("start", ())


def test_without_an_index_one_is_told_so(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    (kiosk.services.folder.index / "CURRENT").unlink()
    kiosk.search("moon")
    assert kiosk.shown("find", "trouble").startswith("The catalogue is being prepared")
    assert kiosk.rows("find") == ()


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_size_and_language_shows_results_without_a_warning(
    open_finding: OpenFinding, width: int, height: int, language: str
) -> None:
    kiosk = open_finding(language, width, height)
    kiosk.search("moon")
    assert kiosk.seen(f"find.title.{kiosk.rows('find')[0].record}")


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080), (1280, 800)])
def test_a_long_word_is_seen_whole_in_the_field(open_finding: OpenFinding, width: int, height: int) -> None:
    kiosk = open_finding("de", width, height)
    kiosk.search("vermessung")
    line = kiosk.item("find.field.input")
    assert line.property("contentWidth") <= line.width()


def test_going_home_from_every_state_and_back_again_does_no_harm(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    for typed in ("", "moon", "moon\n") * 2:
        kiosk.begin()
        kiosk.type(typed)
        kiosk.touch("dock.home")
        kiosk.wait(lambda: kiosk.page == "home")
        kiosk.pages.browse.open("new")
        kiosk.wait(lambda: len(kiosk.rows("browse")) > 0)
        kiosk.touch(f"browse.title.{kiosk.rows('browse')[0].record}")
        kiosk.settle()
        kiosk.touch("dock.home")
    assert kiosk.page == "home"


def test_in_low_reach_suggestions_still_have_room_above_the_keyboard(open_finding: OpenFinding) -> None:
    kiosk = open_finding("de", comfort=Comfort(reduced_motion=True, low_reach=True))
    kiosk.begin()
    kiosk.type("kafk")
    kiosk.wait(lambda: "kafk" in kiosk.shown("find", "showAll"))
    first = kiosk.rows("find", "suggestions")[0]
    kiosk.touch(f"find.suggestion.{first.kind}.{first.target}")
    kiosk.wait(lambda: kiosk.shown("find", "mode") == "results")
