"""Forms of one word meet in the tokens of the index, whichever of them is typed."""

import pytest

from kiosk.catalog.search.analysis import Analyzer

_WORDS = {
    "eng": (
        "midwife midwives",
        "mouse mice",
        "policeman policemen",
        "child children",
        "shelf shelves",
        "story stories",
    ),
    "ger": (
        "Haus Häuser",
        "Museum Museen",
        "Freundin Freundinnen",
        "Thema Themen",
        "Prozess Prozeß",
        "Gans Gänse",
    ),
    "pol": (
        "książka książki książek książce",
        "biblioteka bibliotece bibliotek",
        "miasto mieście miast",
        "wojna wojen wojnie",
        "pies psy psów",
        "chłopiec chłopca chłopcy",
        "góra górze gór",
        "ręka ręce rąk",
        "Praga Pradze",
        "kobieta kobiecie kobiet",
        "historia historii historie",
        "ogród ogrodzie ogrodów",
        "człowiek ludzie",
    ),
}


@pytest.mark.parametrize(
    ("language", "forms"), [(lang, one) for lang, all_ in _WORDS.items() for one in all_]
)
def test_every_form_of_a_word_finds_every_other(language: str, forms: str) -> None:
    analyzer = Analyzer()
    for catalogued in analyzer.words(forms):
        held = {catalogued.text, *catalogued.indexed(language)}
        for typed in analyzer.words(forms):
            assert held & {typed.text, *typed.marks()}, (catalogued.text, typed.text)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("eng", "live", "wolves"), ("ger", "Themse", "Thema"), ("pol", "morze", "mrok"), ("pol", "kot", "kat")],
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    analyzer = Analyzer()
    (catalogued,), (typed,) = analyzer.words(one), analyzer.words(other)
    assert not {catalogued.text, *catalogued.indexed(language)} & {typed.text, *typed.marks()}
