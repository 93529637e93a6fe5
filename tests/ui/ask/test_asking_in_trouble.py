"""A question is answered as far as can be when the database is away or an article is gone."""

import pytest

from kiosk.model.errors import DatabaseUnavailable
from kiosk.policies.answer import Answered
from kiosk.policies.asking import Asking
from kiosk.services import Services
from tests.ui.ask.asked import FILM, rows
from tests.ui.ask.conftest import OpenKiosk


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
    assert len(rows(kiosk.answer.channels)) == 3


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
