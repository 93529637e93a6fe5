"""No two things of one page answer to one letter with Alt, in any language."""

import re
from collections import Counter

import pytest

from kiosk.words import wording

SECTIONS = ("articles", "unanswered", "guides")
PAGES = {
    "shelf": ("staff.policies.new", "staff.policies.only_work"),
    "unanswered": ("staff.unanswered.add", "staff.unanswered.make", "staff.unanswered.dismiss"),
    "guides": ("staff.guides.new", "staff.guides.save", "staff.guides.remove"),
}
ARTICLE = ("save", "save_draft", "history", "discard", "retire", "back", "visible")
ARTICLE_PARTS = ("text", "words", "shared")
MESSAGE = ("templates", "send", "take", "put_aside", "close", "as_article", "person", "way.email", "way.card")


def letters(keys: tuple[str, ...], language: str) -> Counter[str]:
    texts = [wording(language)(key) for key in (*keys, "staff.messages.call.go")]
    return Counter(letter.casefold() for text in texts for letter in re.findall(r"&(\w)", text))


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_letter_presses_one_thing(language: str) -> None:
    sections = tuple(f"staff.policies.{name}" for name in SECTIONS)
    pages = {name: (*sections, *keys) for name, keys in PAGES.items()}
    pages["article"] = (
        *(f"staff.policies.{name}" for name in ARTICLE),
        *(f"staff.policies.part.{name}" for name in ARTICLE_PARTS),
    )
    pages["message"] = tuple(f"staff.messages.{name}" for name in MESSAGE)
    twice = {
        name: [letter for letter, times in letters(keys, language).items() if times > 1]
        for name, keys in pages.items()
    }
    assert {name: found for name, found in twice.items() if found} == {}
