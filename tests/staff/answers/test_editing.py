"""Articles in all languages: opened, kept as drafts or shown, restored, taken away, never lost unseen."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from kiosk.model.article import Article
from kiosk.model.errors import ArticleExists, ArticleInvalid, KioskError
from kiosk.model.staff_errors import ArticleChangedMeanwhile
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.staff.answers.pages import Seen
from kiosk.storage import ArticleState, Database
from tests.policies.conftest import NOW
from tests.staff.answers.writing import ANNA, BERT, WIFI, acts, write

GERMAN = replace(WIFI, language="de", title="Gibt es WLAN?", body="Wählen Sie das Netz.")


def live(database: Database, language: str = "en") -> Article | None:
    with database.read() as view:
        return view.articles.get("wifi", language)


def states(editing: ArticleEditing, language: str = "en") -> list[tuple[int, ArticleState]]:
    return [(one.article.version, one.state) for one in editing.history(ANNA, "wifi", language)]


def test_an_article_opens_with_a_page_for_every_language(editing: ArticleEditing) -> None:
    assert editing.open(ANNA, "wifi").is_new
    write(editing, WIFI)
    opened = editing.open(ANNA, "wifi")
    assert [(page.language, page.seen) for page in opened.pages] == [
        ("de", Seen()),
        ("en", Seen(live=1)),
        ("pl", Seen()),
    ]


def test_a_draft_is_kept_beside_what_patrons_read(database: Database, editing: ArticleEditing) -> None:
    write(editing, WIFI)
    newer = replace(WIFI, body="No password.")
    assert write(editing, newer, publish=False) == ("en",)
    shown = live(database)
    assert shown is not None
    assert shown.body == "Choose the network."
    opened = editing.open(ANNA, "wifi").page("en")
    assert opened.newest is not None
    assert (opened.newest.article.body, opened.seen) == ("No password.", Seen(1, 2))
    write(editing, newer)
    assert states(editing) == [(2, ArticleState.LIVE), (1, ArticleState.FORMER)]
    assert acts(database) == ["article_published", "article_drafted", "article_published"]


def test_what_was_not_changed_makes_no_version(
    database: Database, editing: ArticleEditing, sample_articles: tuple[Article, ...]
) -> None:
    some = [one for one in sample_articles if one.key in {"loan-periods", "wifi", "opening-hours"}]
    with database.act() as work:
        work.articles.replace(some, by="test", at=NOW)
        work.commit()
    for key in {one.key for one in some}:
        opened = editing.open(ANNA, key)
        pages = [page.live.article for page in opened.pages if page.live is not None]
        assert len(pages) == 3
        for publish in (True, False):
            assert write(editing, *pages, publish=publish) == ()
    assert acts(database) == []


def test_only_the_language_that_was_changed_gets_a_version(editing: ArticleEditing) -> None:
    write(editing, WIFI, GERMAN)
    assert write(editing, WIFI, replace(GERMAN, title="WLAN?")) == ("de",)
    assert states(editing) == [(1, ArticleState.LIVE)]


def test_all_languages_are_kept_or_none(database: Database, editing: ArticleEditing) -> None:
    for wrong in (
        replace(GERMAN, body=" "),
        replace(GERMAN, title=""),
        replace(GERMAN, topic="parrots"),
        replace(GERMAN, body="<b>x</b>"),
    ):
        with pytest.raises(ArticleInvalid):
            write(editing, WIFI, wrong)
    assert live(database) is None
    assert write(editing, replace(GERMAN, body=" "), publish=False) == ("de",)


def test_the_audit_tells_each_changed_part_before_and_after(
    database: Database, editing: ArticleEditing
) -> None:
    write(editing, WIFI)
    write(editing, replace(WIFI, title="Wi-Fi?", keywords=("wlan",)))
    with database.read() as view:
        (last, *_) = view.audit.latest(1)
    assert last.details["before"] == {"title": "Is there Wi-Fi?", "keywords": []}
    assert last.details["after"] == {"title": "Wi-Fi?", "keywords": ["wlan"]}
    assert (last.account, last.details["article"], last.details["language"]) == ("anna", "wifi", "en")


def test_what_a_colleague_wrote_meanwhile_is_never_overwritten(
    database: Database, editing: ArticleEditing
) -> None:
    write(editing, WIFI)
    seen = {"en": editing.open(ANNA, "wifi").page("en").seen}
    theirs = replace(WIFI, body="Theirs.")
    for publish in (False, True):
        editing.save(
            BERT, [theirs], {"en": editing.open(BERT, "wifi").page("en").seen}, publish=publish, at=NOW
        )
        with pytest.raises(ArticleChangedMeanwhile) as refused:
            editing.save(ANNA, [replace(WIFI, body="Mine.")], seen, publish=True, at=NOW)
        assert refused.value.values["by"] == "bert"
    for change in (
        lambda: editing.retire(ANNA, "wifi", seen, at=NOW),
        lambda: editing.restore(ANNA, "wifi", "en", 1, seen=seen["en"], at=NOW),
        lambda: editing.discard(ANNA, "wifi", "en", seen=seen["en"], at=NOW),
    ):
        with pytest.raises(ArticleChangedMeanwhile):
            change()
    shown = live(database)
    assert shown is not None
    assert shown.body == "Theirs."


def test_of_two_who_save_at_once_one_is_asked(database: Database, editing: ArticleEditing) -> None:
    write(editing, WIFI)
    seen, both = {"en": editing.open(ANNA, "wifi").page("en").seen}, Barrier(2)

    def save(body: str) -> str:
        both.wait()
        try:
            editing.save(ANNA, [replace(WIFI, body=body)], seen, publish=True, at=NOW)
        except KioskError as refused:
            return type(refused).__name__
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, ("one", "two"))) == ["ArticleChangedMeanwhile", "saved"]
    assert states(editing)[0] == (2, ArticleState.LIVE)


def test_an_earlier_version_comes_back_as_a_new_one(database: Database, editing: ArticleEditing) -> None:
    write(editing, WIFI)
    write(editing, replace(WIFI, body="No password."))
    seen = editing.open(ANNA, "wifi").page("en").seen
    assert editing.restore(ANNA, "wifi", "en", 1, seen=seen, at=NOW).version == 3
    shown = live(database)
    assert shown is not None
    assert shown.body == "Choose the network."
    with pytest.raises(ArticleInvalid):
        editing.restore(ANNA, "wifi", "en", 9, seen=Seen(live=3), at=NOW)
    assert acts(database)[-1] == "article_restored"


def test_what_is_taken_away_can_be_brought_back(database: Database, editing: ArticleEditing) -> None:
    write(editing, WIFI, GERMAN)
    write(editing, replace(GERMAN, title="WLAN?"), publish=False)
    seen = {page.language: page.seen for page in editing.open(ANNA, "wifi").pages}
    gone = editing.retire(ANNA, "wifi", seen, at=NOW)
    assert {page.language for page in gone} == {"en", "de"}
    assert editing.open(ANNA, "wifi").is_new
    for page in gone:
        editing.restore(ANNA, "wifi", page.language, page.version, seen=Seen(), at=NOW)
        assert live(database, page.language) is not None
    assert acts(database)[3:] == [
        "article_draft_discarded",
        "article_retired",
        "article_retired",
        "article_restored",
        "article_restored",
    ]


def test_an_article_is_begun_once_as_a_draft_with_what_was_asked(editing: ArticleEditing) -> None:
    begun = editing.begin(
        ANNA, "parrots", "en", "visiting", "May parrots come in?", wordings=("Birds?",), at=NOW
    )
    assert (begun.body, begun.questions) == ("", ("Birds?",))
    with pytest.raises(ArticleExists):
        editing.begin(ANNA, "parrots", "de", "visiting", "Dürfen Papageien mit?", at=NOW)
    for key, topic, title in (("No key", "visiting", "x"), ("x", "zoo", "x"), ("x", "visiting", " ")):
        with pytest.raises(ArticleInvalid):
            editing.begin(ANNA, key, "en", topic, title, at=NOW)
    assert editing.discard(ANNA, "parrots", "en", seen=Seen(draft=1), at=NOW)
    assert editing.open(ANNA, "parrots").is_new
