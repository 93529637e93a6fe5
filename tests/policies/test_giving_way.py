"""What is made searchable behind the questions lets them go first."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.folders import load_articles
from kiosk.policies.giving_way import Turns
from kiosk.policies.keeping_up import KeepingUp
from kiosk.policies.knowledge import Knowledge
from kiosk.storage import Database

from .conftest import DATA, NOW, empty_database

LONG = 3600.0
IN_VAIN_S = 0.05  # so long a thread is given to do what it must not


@pytest.fixture
def stocked(tmp_path: Path, sample_library: Library) -> Iterator[Database]:
    database = empty_database(tmp_path, sample_library)
    load_articles(database, DATA / "policies", by="test", at=NOW)
    yield database
    database.close()


def test_who_gives_way_goes_on_when_the_last_question_is_answered() -> None:
    turns = Turns(patience_s=LONG)
    worker = threading.Thread(target=turns.give_way, daemon=True)
    with turns.first():
        with turns.first():
            worker.start()
            worker.join(IN_VAIN_S)
            assert worker.is_alive()
        worker.join(IN_VAIN_S)
        assert worker.is_alive()
    worker.join(LONG)
    assert not worker.is_alive()


def test_a_question_that_fails_leaves_nobody_waiting() -> None:
    turns = Turns(patience_s=LONG)
    with pytest.raises(ValueError, match="no such"), turns.first():
        raise ValueError("no such card")
    turns.give_way()


def test_a_question_that_lasts_is_not_waited_for() -> None:
    turns = Turns(patience_s=0.0)
    with turns.first():
        turns.give_way()


def test_with_nobody_asking_there_is_nothing_to_wait_for() -> None:
    Turns(patience_s=LONG).give_way()


def test_articles_made_searchable_give_way_between_any_two(sample_articles: tuple[Article, ...]) -> None:
    turns = []
    known = Knowledge(1, sample_articles, give_way=lambda: turns.append("read"))
    assert len(turns) >= len(sample_articles)
    turns.clear()
    known.prepare(known.languages, lambda: turns.append("indexed"))
    # Each is analysed, heard and written down, and the terms of all are written after that.
    assert len(turns) > 3 * len(sample_articles)


def test_a_question_goes_before_the_articles_that_are_made_searchable_behind_it(stocked: Database) -> None:
    keeping_up = KeepingUp(stocked)
    keeping_up.turns = Turns(patience_s=LONG)
    keeping_up.prepare()
    with stocked.act() as work:
        for article in work.articles.all():
            work.articles.save(replace(article, keywords=("changed",)), by="test", at=NOW)
        work.commit()
    with keeping_up.turns.first():
        before = keeping_up.current()
        assert keeping_up.behind
        assert keeping_up.current() is before
    keeping_up.wait()
    after = keeping_up.current()
    assert after is not before
    assert after.prepared == after.languages


def test_the_first_question_prepares_its_own_language_alone(stocked: Database) -> None:
    known = KeepingUp(stocked).current()
    assert not known.prepared
    known.understand("how do i renew my books", "en", NOW.date())
    assert known.prepared == {"en"}
    known.understand("Wie verlängere ich meine Bücher?", "en", NOW.date())
    assert known.prepared == {"en", "de"}


def test_preparing_makes_every_language_searchable_before_somebody_asks(stocked: Database) -> None:
    keeping_up = KeepingUp(stocked)
    keeping_up.prepare()
    assert keeping_up.current().prepared == {"en", "de", "pl"}
