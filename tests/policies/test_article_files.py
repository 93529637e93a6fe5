"""Articles on disk: what is read is written back, and what is wrong is said by file and problem."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.article import Article
from kiosk.model.errors import ArticleInvalid, FileUnreadable
from kiosk.model.library import Library
from kiosk.policies.article_text import read_article, write_article
from kiosk.policies.folders import dump_articles, load_articles, read_folder
from kiosk.storage import Database
from kiosk.words import wording

from .conftest import NOW, empty_database

GOOD = """---
topic: borrowing
title: "How long?"
questions: ["How many days?"]
review: 2027-06-30
---
You may keep it for **{{loan_period}}**.
"""


def problem_of(text: str, key: str = "loan-periods") -> str:
    with pytest.raises(ArticleInvalid) as caught:
        read_article(text, key, "en", "en/loan-periods.md")
    assert caught.value.values["file"] == "en/loan-periods.md"
    said = wording("en").show(caught.value.values["problem"])
    assert not said.startswith("article."), said
    return said


def test_an_article_is_read_with_its_front_matter() -> None:
    article = read_article(GOOD, "loan-periods", "en", "x")
    assert article.title == "How long?"
    assert article.questions == ("How many days?",)
    assert article.review == date(2027, 6, 30)
    assert article.body == "You may keep it for **{{loan_period}}**."


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert read_article("\ufeff" + GOOD.replace("\n", "\r\n"), "a", "en", "x") == read_article(
        GOOD, "a", "en", "x"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "front matter"),
        ("no front matter", "front matter"),
        ("---\ntopic: borrowing\n", "ends the front matter"),
        (GOOD.replace("borrowing", "gardening"), "gardening"),
        (GOOD.replace("topic", "subject"), "subject"),
        (GOOD.replace('title: "How long?"', ""), "title"),
        (GOOD.replace('title: "How long?"', "title: [a, b]"), "text"),
        (GOOD.replace('title: "How long?"', "title: a\ntitle: b"), "twice"),
        (GOOD.replace('["How many days?"]', '"How many days?"'), "list"),
        (GOOD.replace("2027-06-30", "soon"), "date"),
        (GOOD.replace("review: 2027-06-30", "visible: maybe"), "true or false"),
        (GOOD.replace("review: 2027-06-30", "valid_from: 2027-02-01\nvalid_until: 2027-01-01"), "after"),
        (GOOD.replace("review: 2027-06-30", "refine: [weather]"), "weather"),
        (GOOD.replace("review: 2027-06-30", "related: [No Key]"), "No Key"),
        (GOOD.replace("review: 2027-06-30", "synonyms: [a]"), "table"),
        (GOOD.replace("review: 2027-06-30", "a: &a [x]\nb: *a"), "aliases"),
        (GOOD.replace("topic:", "topic: ]"), "YAML, line 2"),
        (GOOD.replace("topic: borrowing", "topic: !!python/object/apply:os.system ['ls']"), "YAML"),
        (GOOD.split("You may")[0], "no text"),
        (GOOD + "<script>alert(1)</script>\n", "HTML"),
        (GOOD + "\n[here](http://example.org)\n", "links"),
        (GOOD + "\n![x](x.png)\n", "pictures"),
        (GOOD + "\n```\ncode\n```\n", "code"),
        (GOOD + "\nNot closed {{loan_period\n", "placeholder"),
        (GOOD + "x" * 200_000, "longer"),
    ],
)
def test_what_is_wrong_with_an_article_is_said(text: str, said: str) -> None:
    assert said in problem_of(text)


def test_a_file_name_that_is_no_key_is_refused() -> None:
    assert "Loan_Periods" in problem_of(GOOD, "Loan_Periods")


def test_every_article_of_the_sample_library_is_written_back_as_it_was_read(
    sample_articles: tuple[Article, ...],
) -> None:
    assert len(sample_articles) >= 30
    for article in sample_articles:
        assert read_article(write_article(article), article.key, article.language, "x") == article


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: " ".join(f"a{text}".split())
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.lists(WORDS, max_size=3), st.dictionaries(WORDS, st.lists(WORDS, max_size=2), max_size=2))
def test_any_words_survive_writing_and_reading(
    title: str, texts: list[str], synonyms: dict[str, list[str]]
) -> None:
    article = Article(
        key="any",
        language="en",
        topic="contact",
        title=title,
        body="Text.",
        questions=tuple(texts),
        keywords=tuple(texts),
        synonyms=tuple((word, tuple(others)) for word, others in synonyms.items()),
        valid_from=date(2026, 1, 1),
        visible=False,
    )
    assert read_article(write_article(article), "any", "en", "x") == article


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ArticleInvalid):
        read_article("---\n" + text, "any", "en", "x")


def test_a_dump_loads_back_the_same_and_a_second_load_changes_nothing(
    database: Database, tmp_path: Path, sample_library: Library
) -> None:
    count = dump_articles(database, tmp_path / "out")
    with database.read() as view:
        before = view.articles.all()
    assert count == len(before)
    assert not load_articles(database, tmp_path / "out", by="test", at=NOW).changed
    other = empty_database(tmp_path, sample_library)
    assert load_articles(other, tmp_path / "out", by="test", at=NOW).count == count
    with other.read() as view:
        assert view.articles.all() == before
    other.close()


def test_a_folder_with_one_bad_file_changes_nothing(tmp_path: Path, sample_library: Library) -> None:
    (tmp_path / "f" / "en").mkdir(parents=True)
    (tmp_path / "f" / "en" / "good.md").write_text(GOOD)
    (tmp_path / "f" / "en" / "bad.md").write_bytes(b"\xff\xfe")
    database = empty_database(tmp_path, sample_library)
    with pytest.raises(ArticleInvalid, match=r"bad\.md"):
        load_articles(database, tmp_path / "f", by="test", at=NOW)
    with database.read() as view:
        assert view.articles.all() == ()
    database.close()


def test_a_folder_of_an_unknown_language_none_at_all_or_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleInvalid):
        read_folder(tmp_path)
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "good.md").write_text(GOOD)
    with pytest.raises(ArticleInvalid):
        read_folder(tmp_path)
    with pytest.raises(FileUnreadable):
        read_folder(tmp_path / "nowhere")
