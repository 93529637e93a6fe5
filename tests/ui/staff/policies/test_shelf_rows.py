"""What the lists of articles and versions say."""

from dataclasses import replace

import pytest

from kiosk.staff.answers.pages import OpenPage
from kiosk.staff.answers.shelf import OnShelf, PageOnShelf, PageState
from kiosk.storage import ArticleState, ArticleVersion
from kiosk.ui.staff.policies.differing_text import differing_text
from kiosk.ui.staff.policies.shelf_rows import open_chip, page_chip, page_of, wanted
from kiosk.words import wording
from tests.policies.conftest import NOW
from tests.ui.staff.policies.test_article_form import ENGLISH

WORDS = wording("en")
SHOWN = PageOnShelf("en", PageState.SHOWN)


@pytest.mark.parametrize(
    ("page", "said", "tone"),
    [
        (SHOWN, "Visible", "good"),
        (replace(SHOWN, drafted=True), "Visible, draft", "wait"),
        (replace(SHOWN, drafted=True, stale=2), "2 hints", "warn"),
        (replace(SHOWN, overdue=True, stale=2), "Review due", "warn"),
        (PageOnShelf("en", PageState.HIDDEN, overdue=True), "Hidden", "plain"),
        (PageOnShelf("en", PageState.NOT_NOW), "Not now", "plain"),
        (PageOnShelf("en", PageState.DRAFT, drafted=True), "Draft", "wait"),
        (PageOnShelf("en", PageState.MISSING), "Missing", "stop"),
    ],
)
def test_of_several_things_a_page_says_which_wants_doing_first(
    page: PageOnShelf, said: str, tone: str
) -> None:
    chip = page_chip(page, WORDS)
    assert (chip.text, chip.tone) == (said, tone)


def test_an_article_is_found_by_topic_and_by_whether_it_wants_work() -> None:
    row = OnShelf("wifi", "technology", "Wi-Fi?", (SHOWN,), None, None)
    work = replace(row, pages=(replace(SHOWN, stale=1),))
    assert wanted(row, "", False)
    assert wanted(row, "technology", False)
    assert not wanted(row, "holds", False)
    assert not wanted(row, "", True)
    assert wanted(work, "technology", True)
    assert page_of(row, "pl").state is PageState.MISSING


def test_an_open_page_says_whether_patrons_see_it() -> None:
    live = ArticleVersion(ENGLISH, ArticleState.LIVE, "anna", NOW)
    hidden = replace(live, article=replace(ENGLISH, visible=False))
    draft = replace(live, state=ArticleState.DRAFT)
    pages = (OpenPage("en"), OpenPage("en", live), OpenPage("en", hidden), OpenPage("en", live, draft))
    said = [open_chip(page, WORDS).text for page in (*pages, OpenPage("en", None, draft))]
    assert said == ["Missing", "Visible", "Hidden", "Visible, draft", "Draft"]


def test_what_differs_is_told_line_by_line_under_the_name_of_its_part() -> None:
    after = replace(ENGLISH, body="Choose the network.\nNo password.", refine=(), visible=False)
    assert differing_text(ENGLISH, after, WORDS) == (
        "Text (Markdown)\n+ No password.\n\nDepends on\n− branch\n\nVisible\n− yes\n+ no"
    )
    assert differing_text(ENGLISH, replace(ENGLISH, version=7), WORDS) == ""
