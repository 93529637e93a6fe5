"""Two people wrote one article: what differs part by part, and the form that goes on with the choice."""

from dataclasses import replace

from kiosk.model.article import Article
from kiosk.ui.staff.policies.article_form import ArticleForm, form_of, pages_of
from kiosk.ui.staff.policies.meeting import brought_together, differing
from tests.ui.staff.policies.test_article_form import ENGLISH, GERMAN, opened

WHOLE = opened(ENGLISH, GERMAN)


def typed(**changed: str) -> ArticleForm:
    form = form_of(WHOLE)
    return form.with_page("en", replace(form.page("en"), **changed))


def page(form: ArticleForm, now_pages: tuple[Article, ...], language: str = "en") -> Article:
    found = pages_of(form, opened(*now_pages))
    return next(one for one in found if one.language == language)


def test_what_only_one_changed_is_no_clash_and_both_changes_can_be_kept() -> None:
    theirs = (replace(ENGLISH, keywords=("lan",)), GERMAN)
    form = typed(title="Mine?")
    found = differing(WHOLE, opened(*theirs), form)
    assert [(language, one.field, one.clash) for language, one in found] == [("en", "keywords", False)]
    together = brought_together(WHOLE, opened(*theirs), form, {("en", "keywords")})
    kept = page(together, theirs)
    assert (kept.title, kept.keywords) == ("Mine?", ("lan",))


def test_where_both_wrote_the_choice_decides() -> None:
    theirs = (replace(ENGLISH, title="Theirs?"), GERMAN)
    form = typed(title="Mine?")
    (found,) = differing(WHOLE, opened(*theirs), form)
    assert found[1].clash
    for take, title in (((), "Mine?"), ((("en", "title"),), "Theirs?")):
        assert page(brought_together(WHOLE, opened(*theirs), form, take), theirs).title == title


def test_a_language_that_only_the_colleague_wrote_comes_whole() -> None:
    polish = replace(ENGLISH, language="pl", title="Czy jest Wi-Fi?")
    theirs = (ENGLISH, GERMAN, polish)
    together = brought_together(WHOLE, opened(*theirs), typed(title="Mine?"), ())
    assert page(together, theirs, "pl") == polish
    assert page(together, theirs).title == "Mine?"


def test_the_same_change_of_both_is_no_difference() -> None:
    theirs = (replace(ENGLISH, title="Same?"), GERMAN)
    assert differing(WHOLE, opened(*theirs), typed(title="Same?")) == ()
