"""The sample names buttons as the screens do, and every answer of it is asked for in ways enough."""

import pytest

from kiosk.model.article import Article
from kiosk.words import wording

_BUTTONS = {
    "account-and-pin": ("settings.pin", "account.settings"),
    "change-of-details": ("account.settings",),
    "complaints-and-praise": ("answer.staff",),
    "contact": ("answer.staff",),
    "join-library": ("home.join.short",),
    "noise-and-quiet": ("help.call",),
    "renewals": ("account.renew_all",),
    "self-checkout": ("help.call",),
    "suggest-a-purchase": ("home.request",),
}


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_buttons_are_named_as_the_screens_name_them(
    sample_articles: tuple[Article, ...], language: str
) -> None:
    words = wording(language)
    texts = {article.key: article.body for article in sample_articles if article.language == language}
    for key, buttons in _BUTTONS.items():
        for button in buttons:
            assert f"**{words(button)}**" in texts[key], (key, button)


def test_every_article_has_five_to_ten_other_wordings(sample_articles: tuple[Article, ...]) -> None:
    counts = {(one.key, one.language): len(one.questions) for one in sample_articles}
    assert {place: count for place, count in counts.items() if not 5 <= count <= 10} == {}
