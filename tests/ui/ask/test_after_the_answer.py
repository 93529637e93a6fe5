"""What follows an answer: whether it helped, other ways, the catalogue, a slip on paper."""

from pathlib import Path

from pypdf import PdfReader

from tests.ui.ask.asked import FILM, articles, asked, rows
from tests.ui.ask.asking_library import NIGHT
from tests.ui.ask.conftest import OpenKiosk


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
    assert [row.open for row in rows(kiosk.answer.channels)] == [True, True, True]
    other = articles(kiosk.answer.others)[0]
    kiosk.touch(f"answer.other.{other}")
    kiosk.touch("answer.yes")
    assert [helped for *_rest, helped in kiosk.aside(asked)] == [True]


def test_by_night_it_is_said_when_somebody_is_there_again(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk("en", now=NIGHT)
    kiosk.begin()
    kiosk.question("xyzzy")
    states = {row.kind: row.state for row in rows(kiosk.answer.channels)}
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
