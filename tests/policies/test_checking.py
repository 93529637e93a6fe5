"""Stale articles are found: numbers, dead placeholders and links, missing languages, old reviews."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.policies.checking import CHECKS, check_articles
from kiosk.policies.touched import answers_touched, articles_of_values
from kiosk.staff.library_file import library_file_text, load_library_file
from kiosk.staff.library_file.loading import LibraryLoaded
from kiosk.words import wording

from .conftest import NOW, empty_database

DAY = date(2026, 11, 24)
PLAIN = Article(
    key="one",
    language="en",
    topic="borrowing",
    title="How long?",
    body="For {{loan_period}}.",
    questions=("?",),
)


def found(library: Library, *articles: Article) -> list[str]:
    one_language = replace(library, languages=("en",))
    return [finding.check for finding in check_articles(articles, one_language, DAY)]


def test_a_sound_article_has_nothing_to_find(sample_library: Library) -> None:
    assert found(sample_library, PLAIN) == []


@pytest.mark.parametrize(
    "body",
    [
        "You may keep it 28 days.",
        "Sie haben 4 Wochen Zeit.",
        "Masz 28 dni.",
        "It costs €1.50 a day.",
        "Das kostet 0,20 € am Tag.",
        "Kara to 2 zł.",
        "We open at 10:00.",
        "Closed on 24.12.2026.",
        "We close at 7 pm.",
        "Up to 20 books.",
        "Besser als 50 %.",
        "It costs EUR 5.",
        "Das kostet 5,- €.",
        "Das kostet 5,– bei uns.",
        "Kara to 50 groszy.",
        "You may renew 2x.",
        "There are 3 renewals.",
        "Bis zu 20 Exemplare.",
        "Weź 3 sztuki.",
    ],
)
def test_a_number_that_rules_or_calendars_know_is_found(sample_library: Library, body: str) -> None:
    assert found(sample_library, replace(PLAIN, body=body)) == ["numbers"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "It costs ten cents a page."),
        ("en", "You have it for an hour."),
        ("en", "Keep it for a week."),
        ("en", "Within three working days."),
        ("en", "You may renew twice."),
        ("en", "Up to twenty-five books."),
        ("de", "Sie haben drei Wochen Zeit."),
        ("de", "Das kostet fünfzig Cent."),
        ("de", "Eine Stunde am Tag."),
        ("de", "Zweimal verlängern."),
        ("de", "Mit zweiwöchiger Frist."),
        ("pl", "To kosztuje trzy euro."),
        ("pl", "W ciągu dwóch tygodni."),
        ("pl", "Przez pół godziny."),
        ("pl", "Masz na to dwutygodniowy termin."),
        ("pl", "Najwyżej pięć książek."),
    ],
)
def test_a_number_in_words_is_found_in_every_language(
    sample_library: Library, language: str, body: str
) -> None:
    article = replace(PLAIN, language=language, body=body)
    assert "numbers" in found(replace(sample_library, languages=(language,)), article)


def test_titles_and_wordings_are_looked_at_too(sample_library: Library) -> None:
    assert found(sample_library, replace(PLAIN, title="Why only three weeks?")) == ["numbers"]
    assert found(sample_library, replace(PLAIN, questions=("Is four weeks the limit?",))) == ["numbers"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "One of our two branches, for everyone."),
        ("en", "Can my ten-year-old come?"),
        ("en", "A day pass, once a week."),
        ("de", "In beiden Häusern, ein Kind, zwei Eltern."),
        ("de", "Ein Buch, eine Frage."),
        ("pl", "Jeden z naszych pracowników, w dwie osoby."),
    ],
)
def test_words_that_only_count_people_or_houses_are_let_be(
    sample_library: Library, language: str, body: str
) -> None:
    article = replace(PLAIN, language=language, body=body)
    assert "numbers" not in found(sample_library, article)


@pytest.mark.parametrize(
    "body",
    ["In 1904 the house was built.", "Press F1.", "Room 2 on floor 1.", "Formats: MP3, A4.", "Call 112."],
)
def test_a_number_that_is_only_a_name_is_let_be(sample_library: Library, body: str) -> None:
    assert found(sample_library, replace(PLAIN, body=body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "{{nonsense}}",
        "{{loan_period item_type=parrot}}",
        "{{loan_period colour=red}}",
        "{{table nonsense}}",
        "{{service name=parrots}}",
    ],
)
def test_a_placeholder_that_nothing_fills_is_found(sample_library: Library, body: str) -> None:
    assert found(sample_library, replace(PLAIN, body=body)) == ["placeholders"]


def test_missing_languages_dead_links_old_reviews_and_shared_wordings_are_found(
    sample_library: Library,
) -> None:
    old = replace(PLAIN, key="two", related=("three",), review=date(2026, 11, 23), questions=("other",))
    findings = check_articles([PLAIN, old], sample_library, DAY)
    assert {finding.check for finding in findings} == {"languages", "related", "reviews", "wordings"}
    words = wording("de")
    assert all(not words.show(finding.problem).startswith("policies.") for finding in findings)
    assert {finding.check for finding in findings} <= set(CHECKS)


def test_an_edited_rule_names_the_answers_it_touches() -> None:
    table = replace(PLAIN, key="two", body="{{table fees}}")
    due = replace(PLAIN, key="three", body="Back on {{due_today}}.")
    other = replace(PLAIN, key="four", body="{{open_state}}")
    every = (PLAIN, table, due, other)
    assert [a.key for a in articles_of_values(every, frozenset({"loan_period"}))] == ["one", "three"]
    assert [a.key for a in articles_of_values(every, frozenset({"fine_max"}))] == ["two"]
    assert articles_of_values(every, frozenset({"max_holds"})) == ()


def test_the_sample_librarys_articles_link_and_fill_without_a_gap(
    sample_library: Library, sample_articles: tuple[Article, ...]
) -> None:
    findings = check_articles(sample_articles, sample_library, DAY)
    assert findings == ()


def _with_another_number(library: Library) -> dict[str, Any]:
    first, *others = library.branches
    return {"branches": (replace(first, phone="5550 199"), *others)}


@pytest.mark.parametrize(
    ("change", "body"),
    [
        (lambda library: {"rules": library.rules[:-1]}, "{{table loans}}"),
        (lambda library: {"channels": ()}, "{{table channels}}"),
        (_with_another_number, "{{table channels}}"),
        (lambda library: {"services": library.services[1:]}, "{{service name=card_replacement}}"),
        (lambda library: {"patron_categories": library.patron_categories[1:]}, "{{membership_fee}}"),
        (lambda library: {"item_types": library.item_types[1:]}, "{{table fees}}"),
        (lambda library: {"branches": library.branches[1:]}, "{{open_state}} {{table closures}}"),
        (lambda library: {"branches": library.branches[1:]}, "{{table branches}}"),
    ],
)
def test_whatever_is_changed_names_the_answers_it_touches_and_no_others(
    sample_library: Library, change: Callable[[Library], dict[str, Any]], body: str
) -> None:
    after = replace(sample_library, **change(sample_library))
    other = replace(PLAIN, key="two", body="{{fine_grace_days}} {{service name=room_time}}")
    articles = (replace(PLAIN, body=body), other)
    assert answers_touched(sample_library, after, articles) == ("one",)
    assert answers_touched(sample_library, sample_library, articles) == ()
    assert answers_touched(None, after, articles) == ("one", "two")


def test_a_channel_s_number_touches_what_names_it_only_where_a_branch_has_none(
    sample_library: Library,
) -> None:
    phone, *others = sample_library.channels
    changed = (replace(phone, value="5550 199"), *others)
    named = (replace(PLAIN, body="Call {{phone}}."),)
    assert answers_touched(sample_library, replace(sample_library, channels=changed), named) == ()
    bare = replace(
        sample_library, branches=tuple(replace(one, phone=None) for one in sample_library.branches)
    )
    assert answers_touched(bare, replace(bare, channels=changed), named) == ("one",)


def test_loading_a_library_file_tells_the_answers_that_it_touches(
    tmp_path: Path, sample_library: Library, sample_articles: tuple[Article, ...]
) -> None:
    database = empty_database(tmp_path, sample_library)
    with database.act() as work:
        work.articles.replace(sample_articles, by="test", at=NOW)
        work.commit()
    file = tmp_path / "library.toml"
    text = library_file_text(sample_library)
    file.write_text(text, encoding="utf-8")
    assert load_library_file(database, file) == LibraryLoaded(False, ())
    file.write_text(text.replace('lost_property = "4 weeks"', 'lost_property = "6 weeks"'), encoding="utf-8")
    assert load_library_file(database, file) == LibraryLoaded(True, ("lost-property",))
    database.close()
