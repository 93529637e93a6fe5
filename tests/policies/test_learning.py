"""What was asked in vain is shown to staff, the commonest first, and becomes an answer in one step."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.clock import FixedClock
from kiosk.model.errors import ArticleExists, ArticleUnknown, QuestionUnknown
from kiosk.model.library import Library
from kiosk.policies.answer import Answered, Band
from kiosk.policies.asking import Asking
from kiosk.policies.folders import load_articles
from kiosk.policies.learning import Learning
from kiosk.policies.noting import How, Noting
from kiosk.policies.scrubbing import scrubbed
from kiosk.storage import Database

from .conftest import DATA, NOW, empty_database

WEEK = timedelta(days=7)
SINCE = NOW - WEEK


@pytest.fixture
def own(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    load_articles(database, DATA / "policies", by="test", at=NOW)
    yield database
    database.close()


def asked(database: Database, *texts: str, language: str = "en", after: int | None = None) -> int:
    noting = Noting(database, FixedClock(NOW))
    numbers = [noting.note(Answered(text, language, Band.NONE), branch="MAIN", after=after) for text in texts]
    return numbers[-1]


def test_questions_that_mean_much_the_same_stand_together_the_commonest_first(own: Database) -> None:
    asked(own, "Can I grow tomatoes here?")
    last = asked(own, "Do you lend telescopes?", "telescopes", "Can I borrow the TELESCOPE!", "telescopes")
    asked(own, "Do I get a chair?", after=last)
    first, *others = Learning(own).unanswered(SINCE)
    assert (first.text, first.times, first.number) == ("telescopes", 2, last)
    assert first.asked_next == (("Do I get a chair?", 1),)
    assert [one.times for one in others] == [1] * len(others)


def test_umlauts_capitals_and_signs_part_no_questions(own: Database) -> None:
    asked(own, "Gibt es Bälle?", "gibt es BAELLE", "Gibt es bälle", language="de")
    (group,) = Learning(own).unanswered(SINCE)
    assert (group.times, group.language) == (3, "de")


def test_what_helped_and_what_was_opened_of_several_is_not_in_vain(own: Database) -> None:
    noting = Noting(own, FixedClock(NOW))
    opened = noting.note(Answered("keep it", "en", Band.CHOOSE), How.SUGGESTED, branch="MAIN")
    noting.led_to(opened, "renewals")
    helped = noting.note(Answered("wifi", "en", Band.NONE), branch="MAIN")
    noting.helped(helped, True)
    poor = noting.note(Answered("chess", "en", Band.CHOOSE), branch="MAIN")
    noting.led_to(poor, "events")
    noting.helped(poor, False)
    (group,) = Learning(own).unanswered(SINCE)
    assert (group.text, group.unhelpful, group.shown) == ("chess", 1, (("events", 1),))


def test_a_question_made_a_wording_is_answered_to_whoever_asks_next(own: Database) -> None:
    asking = Asking(own, Decider(LibraryCache()), FixedClock(NOW))
    question = "is the zorbing hall free"
    assert asking.ask(question, "en", branch="MAIN").band is not Band.ANSWER
    number = asked(own, question)
    saved = Learning(own).add_wording(number, "meeting-rooms", since=SINCE, by="eva", at=NOW)
    answered = asking.ask(question, "en", branch="MAIN")
    assert (answered.band, answered.answers[0].key) == (Band.ANSWER, "meeting-rooms")
    assert Learning(own).unanswered(SINCE) == ()
    with own.read() as view:
        assert view.articles.history("meeting-rooms", "en")[0].written_by == "eva"
        assert saved.questions[-1] == question


def test_a_question_made_an_article_is_a_draft_that_nobody_is_shown(own: Database) -> None:
    number = asked(own, "Where do I park a llama?", "park my llama where?")
    begun = Learning(own).new_article(number, "llamas", "visiting", since=SINCE, by="eva", at=NOW)
    assert begun.title in ("Where do I park a llama?", "park my llama where?")
    with own.read() as view:
        assert view.articles.draft("llamas", "en") == begun
        assert view.articles.get("llamas", "en") is None
    again = asked(own, "llama?")
    with pytest.raises(ArticleExists):
        Learning(own).new_article(again, "llamas", "visiting", since=SINCE, by="eva", at=NOW)
    with pytest.raises(ArticleUnknown):
        Learning(own).add_wording(again, "nothing", since=SINCE, by="eva", at=NOW)
    assert len(Learning(own).unanswered(SINCE)) == 1, "what was refused changed nothing"


def test_what_wants_no_answer_is_forgotten_as_a_whole(own: Database) -> None:
    number = asked(own, "asdf", "ASDF!", "asdf?")
    assert Learning(own).dismiss(number, since=SINCE, by="eva", at=NOW) == 3
    assert Learning(own).unanswered(SINCE) == ()
    with pytest.raises(QuestionUnknown):
        Learning(own).dismiss(number, since=SINCE, by="eva", at=NOW)


def test_searches_in_vain_are_counted_by_what_they_mean(own: Database) -> None:
    noting = Noting(own, FixedClock(NOW))
    for text in ("tolkein", "Tolkein", "the tolkein", "zzz"):
        noting.found_nothing(text, "en")
    often, seldom = Learning(own).searched(SINCE)
    assert (often.times, seldom.text) == (3, "zzz")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("my card 20000017 is blocked", "my card … is blocked"),
        ("call me on +49 (171) 555-0199 please", "call me on … please"),
        ("anna.k@example.org wants a card", "… wants a card"),
        ("see https://example.org/anna?x=1", "see …"),
        ("My name is Anna Kowalska, am I a member", "My name is …, am I a member"),
        ("ich heiße Ben und suche ein Buch", "ich heiße … suche ein Buch"),
        ("nazywam się Jan Nowak", "nazywam się …"),
        ("born 17.05.1980", "born …"),
        ("can I take 20 books in 2026", "can I take 20 books in 2026"),
        ("it costs 12.50", "it costs 12.50"),
    ],
)
def test_nothing_is_kept_that_may_tell_who_asked(own: Database, typed: str, kept: str) -> None:
    number = asked(own, typed)
    (group,) = Learning(own).unanswered(SINCE)
    assert (group.number, group.text) == (number, kept)


@given(st.text(max_size=200), st.from_regex(r"[0-9]{5,16}", fullmatch=True), st.text(max_size=200))
def test_no_run_of_five_figures_is_ever_kept(before: str, number: str, after: str) -> None:
    assert number not in scrubbed(f"{before} {number} {after}")
