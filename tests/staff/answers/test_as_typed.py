"""What is said of an article while it is written: what is wrong with it, and how a kiosk would show it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.decisions import Decider
from kiosk.model.article import Article
from kiosk.model.clock import FixedClock
from kiosk.policies.asking import Asking
from kiosk.staff.answers.checking import ArticleChecking
from kiosk.staff.answers.editing import ArticleEditing
from kiosk.staff.answers.preview import ASKED, ArticlePreview
from kiosk.storage import Database
from kiosk.words import wording
from tests.policies.conftest import NOW
from tests.staff.answers.writing import ANNA, WIFI, write


@pytest.fixture
def checking(database: Database, decider: Decider) -> ArticleChecking:
    return ArticleChecking(database, decider)


@pytest.fixture
def preview(database: Database, decider: Decider) -> ArticlePreview:
    return ArticlePreview(database, decider)


@pytest.mark.parametrize(
    ("page", "said", "stops"),
    [
        (replace(WIFI, body="<script>x</script>"), "HTML", True),
        (replace(WIFI, body=""), "text", True),
        (replace(WIFI, title=" "), "title", True),
        (replace(WIFI, body="{{loan_period"), "}}", True),
        (replace(WIFI, body="You have 14 days."), "14 days", False),
        (replace(WIFI, body="{{loan_periods}}"), "{{loan_periods}}", False),
        (replace(WIFI, related=("parrots",)), "parrots", False),
        (replace(WIFI, review=(NOW - timedelta(days=2)).date()), "review", False),
        (
            replace(WIFI, questions=("Is there any printer?",)),
            "same wording as in Is there any printer?",
            False,
        ),
        (WIFI, "missing in", False),
    ],
)
def test_what_is_wrong_is_said_as_it_is_typed(
    checking: ArticleChecking, editing: ArticleEditing, page: Article, said: str, stops: bool
) -> None:
    other = replace(WIFI, key="printing", title="Is there any printer?", questions=())
    write(editing, other)
    found = checking.problems(ANNA, [page], at=NOW)
    sentences = {wording("en").show(one.problem): one.stops for one in found}
    assert [stop for sentence, stop in sentences.items() if said in sentence] == [stops], sentences


def test_the_preview_reads_as_the_kiosk_answers(
    database: Database,
    decider: Decider,
    preview: ArticlePreview,
    sample_articles: tuple[Article, ...],
) -> None:
    with database.act() as work:
        work.articles.replace(sample_articles, by="test", at=NOW)
        work.commit()
    asking = Asking(database, decider, FixedClock(NOW))
    choices = preview.choices(ANNA, "de", at=NOW)
    for article in sample_articles[::7]:
        for chosen in (
            {},
            {"patron_category": "child", "item_type": "dvd"},
            {"branch": choices.of("branch")[-1].value},
        ):
            shown = preview.show(ANNA, article, chosen, at=NOW)
            kiosk = asking.article(article.key, article.language, branch="MAIN", chosen=chosen, at=NOW)
            assert kiosk is not None
            assert (shown.figure, shown.text, shown.refine) == (kiosk.figure, kiosk.text, kiosk.refine)


def test_what_may_be_chosen_is_the_librarys(preview: ArticlePreview) -> None:
    choices = preview.choices(ANNA, "de", at=NOW)
    assert all(choices.of(name) for name in ASKED)
    assert choices.of("day")[0].label == wording("de")("answer.day.today")


def test_an_unfinished_text_is_previewed_as_far_as_it_goes(preview: ArticlePreview) -> None:
    shown = preview.show(ANNA, replace(WIFI, title="", body="**Half {{loan_per"), {"day": "x"}, at=NOW)
    assert "Half" in shown.text
