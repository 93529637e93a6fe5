"""What is wrong with an article is said in the words of its form: no key and no name of a file's field."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from kiosk.model.article import Article
from kiosk.services_of_staff import StaffServices
from kiosk.staff.answers.checking import ArticleChecking
from kiosk.staff.answers.pages import FIELDS
from kiosk.ui.staff.policies.differing_text import differing_text
from kiosk.ui.staff.policies.problem_telling import problem_told
from kiosk.words import available_languages, wording
from tests.staff.answers.writing import ANNA
from tests.ui.borrow.lending_library import NOW, lending_library

PAGE = Article("wi-fi", "en", "technology", "How do I get online?", "Choose the network.")
OTHER = Article("night-desk", "en", "visiting", "Is there a desk at night?", "Yes.")
POLISH = replace(OTHER, key="late-desk", language="pl", title="Czy jest dyżur?")
TODAY = date(2026, 11, 24)
CASES = {
    "Title": replace(PAGE, title=" "),
    "Text (Markdown)": replace(PAGE, body=""),
    "“Shown from” is after “Shown until”": replace(PAGE, valid_from=TODAY, valid_until=date(2026, 1, 1)),
    "Figure": replace(PAGE, figure=" "),
    "to “Is there a desk at night?”": replace(PAGE, questions=(OTHER.title,)),
    "“Czy jest dyżur?” is named as related": replace(PAGE, related=(POLISH.key,)),
    "Deutsch and Polski": PAGE,
    "review was due on": replace(PAGE, review=(NOW - timedelta(days=2)).date()),
    "{{loan_periods}} cannot be filled": replace(PAGE, body="{{loan_periods}}"),
    "“14 days” ought": replace(PAGE, body="You have 14 days."),
}


@pytest.fixture(scope="module")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleChecking]:
    services = lending_library(tmp_path_factory.mktemp("telling") / "library")
    with services.database.act() as work:
        work.articles.replace((OTHER, POLISH), by="test", at=NOW)
        work.commit()
    yield StaffServices(services).article_checking
    services.close()


@pytest.mark.parametrize(("said", "page"), CASES.items(), ids=CASES)
def test_a_problem_names_fields_titles_and_languages(
    checking: ArticleChecking, said: str, page: Article
) -> None:
    told = [problem_told(one, wording("en")) for one in checking.problems(ANNA, [page], at=NOW)]
    assert [one for one in told if said in one], told


def test_no_problem_shows_a_key_in_any_language(checking: ArticleChecking) -> None:
    keys = {PAGE.key, OTHER.key, POLISH.key, "valid_from", "valid_until", "not_text"}
    for language, page in product(available_languages(), CASES.values()):
        for one in checking.problems(ANNA, [page], at=NOW):
            told = problem_told(one, wording(language))
            assert not [key for key in keys if key in told], told


def test_every_field_that_may_differ_is_named_and_what_it_leads_to_too() -> None:
    after = replace(PAGE, related=(OTHER.key, "gone"), review=TODAY)
    told = differing_text(PAGE, after, wording("de"), {OTHER.key: OTHER.title})
    assert told == "Verwandt\n+ Is there a desk at night?\n+ gone\n\nPrüfen bis\n+ 24.11.2026"
    for language, name in product(available_languages(), FIELDS):
        assert f"staff.policies.field.{name}" in wording(language).catalogue
