"""The shelf: every article by topic, with what is shown, begun, missing, overdue or stale in a language."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.staff.answers.shelf import ArticleShelf, OnShelf
from kiosk.storage import Database
from tests.policies.conftest import NOW
from tests.staff.answers.writing import ANNA, WIFI, write


@pytest.fixture
def shelf(database: Database, decider: Decider) -> ArticleShelf:
    return ArticleShelf(database, decider)


def told(row: OnShelf) -> dict[str, str]:
    marks = {"drafted": "draft", "overdue": "review", "stale": "stale"}
    return {
        page.language: " ".join(
            [page.state.value, *(mark for name, mark in marks.items() if getattr(page, name))]
        )
        for page in row.pages
    }


def test_each_language_says_how_it_stands(shelf: ArticleShelf, editing: ArticleEditing) -> None:
    write(editing, replace(WIFI, body="It costs 3 euros.", review=date(2026, 1, 1)))
    write(editing, replace(WIFI, language="de", visible=False))
    write(editing, replace(WIFI, language="pl", valid_from=date(2027, 1, 1)))
    (row,) = shelf.all(ANNA, "en", at=NOW)
    assert told(row) == {"de": "hidden", "en": "shown review stale", "pl": "not_now"}
    assert (row.title, row.review) == ("Is there Wi-Fi?", date(2026, 1, 1))
    assert row.asks_for_work


def test_a_changed_page_and_a_changed_library_are_looked_at_anew(
    shelf: ArticleShelf, editing: ArticleEditing, database: Database, sample_library: Library
) -> None:
    write(editing, replace(WIFI, body="It costs {{service name=parrots}}."))
    for _ in range(2):
        assert told(shelf.all(ANNA, "en", at=NOW)[0])["en"] == "shown stale"
    named = replace(sample_library.services[0], name="parrots")
    with database.act() as work:
        work.library.replace(replace(sample_library, services=(*sample_library.services, named)))
        work.commit()
    assert told(shelf.all(ANNA, "en", at=NOW)[0])["en"] == "shown"
    write(editing, replace(WIFI, body="It costs 3 euros."))
    assert told(shelf.all(ANNA, "en", at=NOW)[0])["en"] == "shown stale"


def test_a_draft_is_told_beside_what_is_shown_or_alone(shelf: ArticleShelf, editing: ArticleEditing) -> None:
    write(editing, WIFI)
    write(editing, replace(WIFI, body="No password."), publish=False)
    write(editing, replace(WIFI, language="de", title="WLAN?"), publish=False)
    (row,) = shelf.all(ANNA, "pl", at=NOW)
    assert told(row) == {"de": "draft draft", "en": "shown draft", "pl": "missing"}
    assert row.title in {"WLAN?", "Is there Wi-Fi?"}


def test_topics_stand_in_the_order_of_the_kiosk(
    shelf: ArticleShelf, database: Database, sample_articles: tuple[Article, ...]
) -> None:
    with database.act() as work:
        work.articles.replace(sample_articles, by="test", at=NOW)
        work.commit()
    rows = shelf.all(ANNA, "de", at=NOW)
    assert len(rows) == len({one.key for one in sample_articles})
    topics = list(dict.fromkeys(row.topic for row in rows))
    assert topics[:3] == ["membership", "borrowing", "returning"]
    assert len(topics) == len({row.topic for row in rows})
    assert not [row.key for row in rows if row.asks_for_work]
    titles = shelf.all_titles(ANNA)
    assert set(titles) == {"de", "en", "pl"}
    assert len(titles["de"]) == len(rows)
