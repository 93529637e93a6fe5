"""Answers for another day: read from the question, chosen on a chip, and told with that day's values."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.model.library import Library
from kiosk.policies.answer import ArticleAnswer
from kiosk.policies.asking import Asking
from kiosk.policies.days import day_choices, day_named, day_of, value_of
from kiosk.policies.live.situation import Situation
from kiosk.policies.live.values import fill
from kiosk.policies.placeholders import parse
from kiosk.rules.resolution import RuleBook
from kiosk.words import wording
from tests.rules.builders import loan, on_card, patron

from .conftest import NOW

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("language", "question", "day"),
    [
        ("en", "Are you open on Saturday?", date(2026, 11, 28)),
        ("en", "are you open on saturdays", date(2026, 11, 28)),
        ("en", "what about the weekend", date(2026, 11, 28)),
        ("en", "open tomorrow?", date(2026, 11, 25)),
        ("en", "the day after tomorrow", date(2026, 11, 26)),
        ("en", "are you open at Easter", date(2027, 3, 26)),
        ("en", "open on New Year?", date(2027, 1, 1)),
        ("en", "Are you open on December 24th?", date(2026, 12, 24)),
        ("en", "if i borrow it on 3 January", date(2027, 1, 3)),
        ("en", "is it open on 2026-12-05", date(2026, 12, 5)),
        ("de", "Habt ihr am Samstag auf?", date(2026, 11, 28)),
        ("de", "habt ihr sonnabend offen", date(2026, 11, 28)),
        ("de", "Habt ihr morgen auf?", date(2026, 11, 25)),
        ("de", "Guten Morgen, wann habt ihr auf?", None),
        ("de", "an Ostern geöffnet?", date(2027, 3, 26)),
        ("de", "am 24.12. offen?", date(2026, 12, 24)),
        ("de", "am 24. Dezember offen?", date(2026, 12, 24)),
        ("de", "habt ihr an Weihnachten auf", date(2026, 12, 24)),
        ("pl", "Czy otwarte w sobotę?", date(2026, 11, 28)),
        ("pl", "czy jutro jest otwarte", date(2026, 11, 25)),
        ("pl", "czy w Wielkanoc jest czynne", date(2027, 3, 26)),
        ("pl", "czy 6 grudnia otwarte", date(2026, 12, 6)),
        ("en", "When are you open?", None),
        ("en", "open on 31 February", None),
        ("en", "how long is a year", None),
        ("en", "", None),
        ("tlh", "saturday", None),
    ],
)
def test_a_question_may_name_a_day_ahead(
    sample_library: Library, language: str, question: str, day: date | None
) -> None:
    calendar = sample_library.branches[0].calendar
    assert day_named(question, language, calendar, TODAY) == day


def test_a_chip_offers_seven_days_and_the_one_that_was_named() -> None:
    days = list(day_choices(TODAY, TODAY, wording("de")))
    assert [value for value, _name in days] == ["today", "tomorrow", "thu", "fri", "sat", "sun", "mon"]
    assert [name for _value, name in days][:3] == ["Heute", "Morgen", "Donnerstag"]
    far = list(day_choices(TODAY, date(2026, 12, 24), wording("en")))
    assert far[-1] == ("2026-12-24", "Thursday 24 December")
    assert len(far) == 8


def test_every_value_names_the_day_that_it_stands_for() -> None:
    for ahead in (0, 1, 2, 6, 7, 40, 366):
        day = TODAY + timedelta(days=ahead)
        assert day_of(value_of(day, TODAY), TODAY) == day
    for wrong in ("yesterday", "2026-11-23", "2028-01-01", "", "2026-02-31"):
        assert day_of(wrong, TODAY) is None


def answer_of(asking: Asking, question: str, language: str, key: str, **chosen: str) -> ArticleAnswer:
    answered = asking.ask(question, language, branch="MAIN", chosen=chosen, at=NOW)
    return next(answer for answer in answered.answers if answer.key == key)


def chip(answer: ArticleAnswer) -> str | None:
    return next(one.chosen for one in answer.refine if one.key == "day")


def test_opening_hours_are_those_of_the_day_asked_for_and_a_tap_has_the_last_word(asking: Asking) -> None:
    question = "Habt ihr am Samstag geöffnet?"
    told = answer_of(asking, question, "de", "opening-hours")
    assert (told.figure, chip(told)) == ("10:00–16:00", "sat")
    assert "Samstag, 28. November, 10:00–16:00" in told.text
    tapped = answer_of(asking, question, "de", "opening-hours", day="tomorrow")
    assert (tapped.figure, chip(tapped)) == ("10:00–13:00, 14:00–19:00", "tomorrow")
    easter = answer_of(asking, "are you open at Easter", "en", "opening-hours")
    assert easter.figure == "closed on 26 Mar: Easter"
    assert "Main Library: closed on 26 Mar: Easter." in easter.text
    today = answer_of(asking, "When are you open?", "en", "opening-hours", day="nonsense")
    assert chip(today) == "today"
    assert "open today until 19:00" in today.text


def test_a_loan_of_another_day_is_due_from_that_day(asking: Asking) -> None:
    told = answer_of(asking, "How long may I keep a book?", "en", "loan-periods", day="thu")
    assert "If you borrow it on Thursday 26 November, it is due back on" in told.text
    # 24 December is closed up to New Year's Day: the next open day is Saturday, the second.
    assert "Saturday 2 January" in told.text


def test_what_a_card_owes_is_that_of_now_whatever_day_was_asked_for(sample_library: Library) -> None:
    at = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
    who = patron(on_card(loan(due="2026-03-05 23:59:59")))
    words = wording("en", "Europe/Berlin")
    about = Situation(RuleBook(sample_library), words, at, "MAIN", "adult", "book", who)
    later = about.on(date(2026, 3, 20))
    assert later.today == date(2026, 3, 20)
    assert later.asked_on == date(2026, 3, 3)
    for name in ("owes", "overdue_now"):
        assert fill(parse(name), later) == fill(parse(name), about)
