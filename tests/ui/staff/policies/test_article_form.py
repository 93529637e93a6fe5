"""The fields of an article: opened and kept untouched nothing changes, one field changes its part alone."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.article import Article
from kiosk.staff.answers.pages import FIELDS, OpenArticle, OpenPage
from kiosk.storage import ArticleState, ArticleVersion
from kiosk.ui.staff.policies.article_form import (
    ArticleForm,
    PageFields,
    apart,
    form_from_json,
    form_of,
    form_to_json,
    is_changed,
    pages_of,
)
from tests.policies.conftest import NOW, sample_articles

__all__ = ["sample_articles"]

ENGLISH = Article(
    "wifi",
    "en",
    "technology",
    "Is there Wi-Fi?",
    "Choose the network.",
    questions=("Internet?", "WLAN?"),
    keywords=("wi-fi", "hot, spot"),
    synonyms=(("net", ("network", "lan")), ("alone", ())),
    figure="{{open_state}}",
    refine=("branch",),
    related=("printing",),
    review=date(2027, 1, 31),
)
GERMAN = replace(ENGLISH, language="de", title="Gibt es WLAN?", refine=("branch", "day"))


def opened(*pages: Article, languages: tuple[str, ...] = ("de", "en", "pl")) -> OpenArticle:
    kept = {page.language: ArticleVersion(page, ArticleState.LIVE, "anna", NOW) for page in pages}
    return OpenArticle("wifi", tuple(OpenPage(language, kept.get(language)) for language in languages))


def test_what_is_opened_and_kept_untouched_is_as_it_was(sample_articles: tuple[Article, ...]) -> None:
    for article in (*sample_articles, ENGLISH):
        whole = OpenArticle(
            article.key, (OpenPage(article.language, ArticleVersion(article, ArticleState.LIVE, "", NOW)),)
        )
        form = form_of(whole)
        assert pages_of(form, whole) == (article,)
        assert not is_changed(form, whole)


CHANGES = {
    "title": ("title", "New?"),
    "figure": ("figure", None),
    "body": ("body", "New."),
    "wordings": ("questions", ("One?", "Two?")),
    "keywords": ("keywords", ("a", "b")),
    "synonyms": ("synonyms", (("a", ("b", "c")),)),
}
TYPED = {
    "title": " New? ",
    "figure": " ",
    "body": "New.\n",
    "wordings": "One?\n\n Two? \nOne?",
    "keywords": "a, b,,\na",
    "synonyms": "a: b\na: c, b",
}


@pytest.mark.parametrize("field", list(CHANGES))
def test_one_field_changes_its_part_in_its_language_alone(field: str) -> None:
    whole = opened(ENGLISH, GERMAN)
    form = form_of(whole)
    typed = form.with_page("en", replace(form.page("en"), **{field: TYPED[field]}))
    german, english = pages_of(typed, whole)
    assert german == GERMAN
    part, value = CHANGES[field]
    assert getattr(english, part) == value
    assert [name for name in FIELDS if getattr(english, name) != getattr(ENGLISH, name)] == [part]


def test_a_shared_field_changes_all_languages_and_what_is_apart_stays_so() -> None:
    whole = opened(ENGLISH, GERMAN)
    assert apart(whole) == ("refine",)
    form = form_of(whole)
    german, english = pages_of(replace(form, shared=replace(form.shared, topic="visiting")), whole)
    assert (german.topic, english.topic) == ("visiting", "visiting")
    assert (german.refine, english.refine) == (GERMAN.refine, ENGLISH.refine)
    both = pages_of(replace(form, shared=replace(form.shared, refine=("item_type",))), whole)
    assert [page.refine for page in both] == [("item_type",), ("item_type",)]


def test_a_new_language_begins_with_what_the_others_share() -> None:
    whole = opened(ENGLISH)
    form = form_of(whole).with_page("pl", PageFields(title="Czy jest Wi-Fi?", body="Tak."))
    _english, polish = pages_of(form, whole)
    assert (polish.language, polish.topic, polish.review) == ("pl", ENGLISH.topic, ENGLISH.review)
    assert len(pages_of(form_of(whole), whole)) == 1


texts = st.text(max_size=20)
forms = st.builds(PageFields, *(texts for _field in fields(PageFields)))


@given(forms, forms)
def test_typed_words_survive_being_kept_as_text(english: PageFields, german: PageFields) -> None:
    now = form_of(opened(ENGLISH, GERMAN))
    form = now.with_page("en", english).with_page("de", german)
    assert form_from_json(json.loads(json.dumps(form_to_json(form))), now) == form


@pytest.mark.parametrize("kept", [{}, {"shared": {}}, {"shared": {"review": "x"}, "pages": {}}, {"pages": 3}])
def test_what_cannot_be_read_again_leaves_the_form_as_it_is(kept: dict[str, object]) -> None:
    now: ArticleForm = form_of(opened(ENGLISH))
    assert form_from_json(kept, now) == now
