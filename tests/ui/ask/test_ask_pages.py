"""A patron asks, on the real pages over a real library, by touch and by keys."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.model.errors import DatabaseUnavailable
from kiosk.policies.answer import Answered
from kiosk.policies.asking import Asking
from kiosk.services import Services
from kiosk.ui.patron.shell_state import Comfort
from tests.ui.ask.asking_library import ADULT, CHILD, DATA, NIGHT
from tests.ui.ask.conftest import Kiosk, OpenKiosk

FILM = "wie lange darf ich eine dvd behalten"
KEYS = tuple(path.stem for path in sorted((DATA / "policies" / "de").glob("*.md")))
LONG_AGO = NIGHT - timedelta(days=1)
SIZES = [(1080, 1920), (1920, 1080), (1280, 800), (540, 960)]


def chosen(kiosk: Kiosk, key: str) -> list[str]:
    """Return the values chosen on the chips."""
    return [chip.value for chip in kiosk.answer.chipsOf(key).rows if chip.selected]  # type: ignore[attr-defined]


def articles(rows: object) -> list[str]:
    """Return the articles of listed questions."""
    return [row.article for row in rows.rows]  # type: ignore[attr-defined]


def asked(services: Services) -> list[tuple[str, str, str | None, bool | None]]:
    """Return what the library knows of the questions asked: text, band, article, helped."""
    with services.database.read() as view:
        answered = {one.id: one for key in KEYS for one in view.questions.of_article(key)}
        vain = [(one.text, "none", None, None) for one in view.questions.unanswered(LONG_AGO)]
    kept = [(one.text, one.band, one.article_key, one.helpful) for _id, one in sorted(answered.items())]
    return [*kept, *(one for one in vain if one[0] not in {text for text, *_rest in kept})]


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_kind_of_page_opens_in_every_size_and_language(
    open_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    kiosk = open_kiosk(language, *size)
    kiosk.begin()
    modes = []
    for text in (FILM, "xyzzy", "do you have books by Rushdie"):
        kiosk.question(text)
        kiosk.window.grabWindow()
        modes.append(kiosk.answer.mode)
    kiosk.asking.open("ver", typing=True)
    kiosk.settle()
    assert kiosk.window.grabWindow().width() == size[0]
    assert modes == ["answer", "none", "choose"]


@pytest.mark.parametrize("scheme", [0, 1, 2])
@pytest.mark.parametrize("large", [False, True])
def test_an_answer_opens_in_every_theme_and_text_size(
    open_kiosk: OpenKiosk, scheme: int, large: bool
) -> None:
    kiosk = open_kiosk("de", comfort=Comfort(scheme, large, True, large))
    kiosk.begin()
    kiosk.question(FILM)
    assert kiosk.item("answer.figure").property("text") == "7 Tage"


def test_nothing_is_asked_before_enter(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("wie verl")
    assert kiosk.page == "ask"
    assert articles(kiosk.ask.suggestions) == ["renewals"]
    assert kiosk.aside(asked) == []
    kiosk.type("\n")
    assert kiosk.page == "answer"
    assert kiosk.answer.question == "wie verl"
    assert [text for text, *_rest in kiosk.aside(asked)] == ["wie verl"]


def test_the_keys_on_the_screen_type_and_ask(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("pl")
    kiosk.begin()
    kiosk.touch("ask.field")
    for letter in "wifi":
        kiosk.touch(f"key.{letter}")
    assert kiosk.ask.text == "wifi"
    kiosk.touch("key.go")
    assert (kiosk.page, kiosk.answer.mode) == ("answer", "answer")


def test_enter_on_an_empty_field_asks_nothing(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("  \n")
    assert (kiosk.page, kiosk.aside(asked)) == ("ask", [])


def test_a_suggested_question_opens_its_answer_at_a_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("verl")
    kiosk.touch("ask.suggestion.renewals")
    assert (kiosk.page, kiosk.answer.title) == ("answer", "Wie verlängere ich, und wie oft?")


def test_a_topic_lists_its_questions_and_comes_off_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    common = articles(kiosk.ask.questions)
    kiosk.touch("ask.topic.money")
    assert articles(kiosk.ask.questions) == ["lost-or-damaged", "overdue-fines", "paying-fees"]
    kiosk.touch("ask.topic.money")
    assert articles(kiosk.ask.questions) == common
    assert common[0] == "opening-hours"


def test_a_question_touched_at_home_opens_its_article(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.home.askQuestion("opening-hours")
    kiosk.settle()
    assert (kiosk.page, kiosk.answer.figure) == ("answer", "10:00–19:00")
    kiosk.shell.back()
    assert kiosk.page == "home"


def test_a_chip_asks_again_and_comes_off_at_the_second_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    assert chosen(kiosk, "item_type") == ["dvd"]
    kiosk.touch("answer.refine.item_type.book")
    assert (kiosk.answer.figure, chosen(kiosk, "item_type")) == ("28 Tage", ["book"])
    kiosk.touch("answer.refine.item_type.book")
    assert chosen(kiosk, "item_type") == []
    assert kiosk.answer.question == FILM


def test_back_undoes_the_chips_one_by_one_where_they_stand_before_it_leaves(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de", 1280, 800)
    kiosk.begin()
    kiosk.question(FILM)
    seen = kiosk.item("answer.content")
    seen.setProperty("contentY", 150)
    for chip in ("item_type.book", "patron_category.child"):
        kiosk.touch(f"answer.refine.{chip}")
    top = seen.property("contentY")
    assert top > 0
    kiosk.speak("pl")
    kiosk.sign_in(CHILD)
    kiosk.touch("answer.refine.patron_category.adult")
    ways = []
    for _ in range(3):
        kiosk.touch("dock.back")
        ways.append((kiosk.page, chosen(kiosk, "item_type"), chosen(kiosk, "patron_category")))
        assert seen.property("contentY") == top
    assert ways == [("answer", [kind], ["child"]) for kind in ("book", "book", "dvd")]
    assert kiosk.answer.figure.endswith("dni")
    QTest.keyClick(kiosk.window, Qt.Key.Key_Escape)
    assert kiosk.page == "ask"


def test_another_day_is_a_touch_away_all_the_week_and_back_leads_to_today(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.home.askQuestion("opening-hours")
    kiosk.settle()
    today = kiosk.answer.figure
    days = ("today", "tomorrow", "thu", "fri", "sat", "sun", "mon")
    assert all(kiosk.seen(f"answer.refine.day.{day}") for day in days)
    assert not kiosk.seen("answer.refine.day.more")
    kiosk.touch("answer.refine.day.sun")
    assert (chosen(kiosk, "day"), kiosk.answer.figure != today) == (["sun"], True)
    kiosk.touch("dock.back")
    assert (kiosk.page, chosen(kiosk, "day"), kiosk.answer.figure) == ("answer", ["today"], today)
    kiosk.touch("dock.back")
    assert kiosk.page == "home"
    kiosk.home.askQuestion("loan-periods")
    kiosk.settle()
    kiosk.touch("answer.refine.day.more")  # among two other things to choose
    kiosk.touch("answer.refine.day.mon")
    assert chosen(kiosk, "day") == ["mon"]


def test_the_chips_that_do_not_fit_are_a_touch_away(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    assert not kiosk.seen("answer.refine.item_type.kit")
    kiosk.touch("answer.refine.item_type.more")
    kiosk.touch("answer.refine.item_type.kit")
    assert chosen(kiosk, "item_type") == ["kit"]


def test_a_long_table_shows_the_row_asked_for_first_and_the_rest_on_demand(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    (table,) = (block for block in kiosk.answer.blocks.rows if block.kind == "table")  # type: ignore[attr-defined]
    assert (table.rows[0][0], table.marked, table.icons[0]) == ("Film (DVD, Blu-ray)", 0, "film")
    kiosk.touch("answer.table.all")
    assert not kiosk.seen("answer.table.all")


def test_a_card_makes_the_answer_its_owners(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question("Was kostet ein Ausweis?")
    assert (kiosk.answer.figure, chosen(kiosk, "patron_category")) == ("18,00\xa0€", ["adult"])
    kiosk.sign_in(CHILD)
    assert (kiosk.answer.figure, chosen(kiosk, "patron_category")) == ("kostenlos", ["child"])


def test_what_is_asked_about_oneself_is_answered_from_the_account_once_a_card_is_there(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("what do i owe you")
    assert kiosk.answer.cardHint
    kiosk.sign_in(ADULT)
    assert (kiosk.answer.mode, kiosk.answer.title) == ("answer", "What you owe")
    assert not kiosk.answer.cardHint
    kiosk.speak("de")
    assert kiosk.answer.title == "Was Sie schulden"


def test_a_card_that_is_gone_meanwhile_asks_as_nobody(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.sign_in("99999999")
    kiosk.question(FILM)
    assert (kiosk.answer.mode, kiosk.answer.figure) == ("answer", "7 Tage")


def test_another_language_tells_the_same_answer(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.asking.ask(FILM)
    kiosk.speak("pl")  # while it is still looked for
    assert kiosk.answer.mode == "answer"
    kiosk.speak("de")
    kiosk.speak("pl")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"
    assert (kiosk.answer.figure, chosen(kiosk, "item_type")) == ("7 dni", ["dvd"])
    assert kiosk.answer.asOf.startswith("Wprost z regulaminu")
    assert kiosk.answer.question == FILM


def test_an_answer_in_the_questions_language_stays_in_it_when_a_chip_is_touched(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question("ile mogę trzymać film")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"
    kiosk.touch("answer.refine.patron_category.child")
    assert kiosk.answer.title == "Jak długo mogę to trzymać?"


def test_back_leads_to_the_answer_before_then_to_the_question(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type(FILM + "\n")
    first = kiosk.answer.title
    kiosk.touch("answer.related.renewals")
    assert kiosk.answer.title == "Wie verlängere ich, und wie oft?"
    assert chosen(kiosk, "item_type") == ["dvd"]
    kiosk.touch("dock.back")
    assert (kiosk.page, kiosk.answer.title) == ("answer", first)
    kiosk.touch("dock.back")
    assert (kiosk.page, kiosk.ask.text) == ("ask", FILM)


def test_the_answer_before_is_told_in_the_language_spoken_by_then(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.related.renewals")
    kiosk.speak("en")
    kiosk.shell.back()
    kiosk.settle()
    assert kiosk.answer.title == "How long may I keep things?"


def test_a_touch_on_the_field_goes_back_to_typing_one_on_the_cross_begins_anew(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.field")
    assert (kiosk.page, kiosk.ask.text) == ("ask", FILM)
    kiosk.type(" noch\n")
    assert kiosk.answer.question == FILM + " noch"
    kiosk.touch("answer.clear")
    assert (kiosk.page, kiosk.ask.text) == ("ask", "")


def test_a_yes_is_thanked_for_and_kept(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.yes")
    assert kiosk.item("answer.helped").property("text") == "Danke, gut zu wissen."
    assert not kiosk.seen("answer.no")
    assert kiosk.aside(asked) == [(FILM, "answer", "loan-periods", True)]


def test_a_no_is_kept_and_offers_other_ways(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("how long may I keep a film")
    kiosk.touch("answer.no")
    assert articles(kiosk.answer.others)
    assert [row.open for row in kiosk.answer.channels.rows] == [True, True, True]  # type: ignore[attr-defined]
    other = articles(kiosk.answer.others)[0]
    kiosk.touch(f"answer.other.{other}")
    kiosk.touch("answer.yes")
    assert [helped for *_rest, helped in kiosk.aside(asked)] == [True]


def test_by_night_it_is_said_when_somebody_is_there_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", now=NIGHT)
    kiosk.begin()
    kiosk.question("xyzzy")
    states = {row.kind: row.state for row in kiosk.answer.channels.rows}  # type: ignore[attr-defined]
    assert states["phone"] == "closed now, open again from Wednesday 10:00"


def test_nothing_found_leads_to_topics(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question("xyzzy")
    assert kiosk.aside(asked) == [("xyzzy", "none", None, None)]
    kiosk.touch("ask.topic.money")
    assert (kiosk.page, kiosk.ask.text) == ("ask", "")
    assert articles(kiosk.ask.questions) == ["lost-or-damaged", "overdue-fines", "paying-fees"]


def test_what_is_really_a_search_leads_to_the_catalogue(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("do you have books by Rushdie")
    kiosk.touch("answer.search")
    assert kiosk.found == ["Rushdie"]


def test_one_of_the_questions_meant_opens_at_a_touch(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en")
    kiosk.begin()
    kiosk.question("do you have books by Rushdie")
    assert articles(kiosk.answer.others)[0] == "find-a-book"
    kiosk.touch("answer.choice.find-a-book")
    assert (kiosk.answer.mode, kiosk.answer.question) == ("answer", "do you have books by Rushdie")
    kiosk.shell.back()
    kiosk.settle()
    assert kiosk.answer.mode == "choose"


def test_the_slip_says_what_the_screen_says(open_kiosk: OpenKiosk, tmp_path: Path) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.print")
    assert kiosk.answer.paperNote == "Ihr Zettel ist fertig."
    (slip,) = (tmp_path / "library" / "receipts").glob("*.pdf")
    said = " ".join(PdfReader(slip).pages[0].extract_text().split())
    assert "7 Tage" in said
    assert "Wofür? Film (DVD, Blu-ray)" in said


def test_a_printer_that_does_not_answer_is_told_of_and_tried_again(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    kiosk = open_kiosk("de")
    receipts = tmp_path / "library" / "receipts"
    if receipts.exists():
        receipts.rmdir()
    receipts.write_text("in the way")
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.print")
    assert kiosk.answer.paper == "failed"
    receipts.unlink()
    kiosk.touch("answer.print")
    assert kiosk.answer.paper == "printed"


def test_the_next_patron_finds_nothing_of_the_one_before(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.sign_in(ADULT)
    kiosk.touch("ask.field")
    kiosk.type(FILM + "\n")
    kiosk.visit.end()
    kiosk.shell.home()
    kiosk.settle()
    assert (kiosk.answer.mode, kiosk.answer.question, kiosk.answer.title) == ("waiting", "", "")
    assert (kiosk.ask.text, articles(kiosk.ask.suggestions)) == ("", [])


def test_an_answer_that_comes_after_the_visit_is_not_shown(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.asking.ask(FILM)
    kiosk.visit.end()
    kiosk.settle()
    assert (kiosk.answer.mode, kiosk.answer.title) == ("waiting", "")


def test_what_was_typed_is_gone_with_the_section(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.touch("ask.field")
    kiosk.type("verl")
    kiosk.touch("tab.find")
    kiosk.touch("tab.ask")
    assert kiosk.ask.text == ""


def test_home_while_typing_shuts_the_keyboard_and_nothing_breaks(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("pl", 1920, 1080)
    for _ in range(3):
        kiosk.begin()
        kiosk.touch("ask.field")
        kiosk.type("a")
        kiosk.shell.home()
        kiosk.settle()
    assert not kiosk.seen("key.a")


def test_every_control_of_an_answer_is_reached_by_keys(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    reached = set()
    for _ in range(60):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
        focused = kiosk.window.activeFocusItem()
        reached.add(focused.objectName() if focused is not None else "")
    assert {
        "answer.field",
        "answer.clear",
        "answer.refine.item_type.dvd",
        "answer.print",
        "answer.yes",
        "answer.no",
        "answer.related.renewals",
    } <= reached


def test_an_article_taken_down_meanwhile_is_told_of(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("de")
    kiosk.asking.open_question("no-such-article")
    kiosk.settle()
    assert (kiosk.answer.mode, kiosk.answer.title.split(".")[0]) == (
        "trouble",
        "Diese Antwort gibt es nicht mehr",
    )


def test_with_the_database_away_known_answers_go_on(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    _take_the_database_away(kiosk.services, monkeypatch)
    kiosk.question("Wann ist geöffnet?")
    assert (kiosk.answer.mode, kiosk.answer.figure) == ("answer", "10:00–19:00")


def test_back_from_a_chip_whose_answer_cannot_be_read_shows_the_one_before(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("de")
    kiosk.begin()
    kiosk.question(FILM)
    before = kiosk.answer.figure

    def away(*_given: object, **_more: object) -> None:
        raise DatabaseUnavailable

    monkeypatch.setattr(Asking, "article", away)
    kiosk.answer.refine("item_type", "book")
    kiosk.answer.refine("patron_category", "child")
    kiosk.settle()
    assert kiosk.answer.mode == "trouble"
    kiosk.touch("dock.back")
    assert (kiosk.page, kiosk.answer.mode, kiosk.answer.figure) == ("answer", "answer", before)
    kiosk.touch("dock.back")
    assert kiosk.page == "ask"


def test_with_nothing_known_the_page_says_why_and_whom_to_ask(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("de")
    _take_the_database_away(kiosk.services, monkeypatch)
    kiosk.begin()
    assert kiosk.ask.trouble.startswith("Unsere Daten sind gerade nicht erreichbar")
    kiosk.question(FILM)
    assert kiosk.answer.mode == "trouble"
    assert len(kiosk.answer.channels.rows) == 3  # type: ignore[attr-defined]


def test_a_question_that_cannot_be_kept_is_answered_all_the_same(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = open_kiosk("de")

    def away(_answered: Answered, **_where: object) -> int:
        raise DatabaseUnavailable

    monkeypatch.setattr(kiosk.services.noting, "note", away)
    kiosk.begin()
    kiosk.question(FILM)
    kiosk.touch("answer.yes")
    assert kiosk.answer.verdict == "yes"


def _take_the_database_away(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_args: object, **_values: object) -> object:
        raise DatabaseUnavailable

    monkeypatch.setattr(services.database, "read", away)
    monkeypatch.setattr(services.database, "act", away)
