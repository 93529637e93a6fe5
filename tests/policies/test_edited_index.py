"""An index brought up to date by an edit understands what one made anew understands."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.model.article import Article
from kiosk.policies.understanding.language_index import LanguageIndex, Likeness
from kiosk.policies.understanding.language_words import LanguageWords
from kiosk.policies.understanding.letters import folded_words

QUESTIONS = {
    "en": ("how long may I keep a film", "lost my card", "wifi", "the scooter shed", "when may I return"),
    "de": (
        "Wie lange darf ich Filme behalten?",
        "Büchereiausweis weg",
        "Rollerschuppen",
        "Wann zurückgeben?",
    ),
    "pl": ("ile mogę trzymać film", "zgubiłam kartę", "wiata na hulajnogi", "kiedy muszę oddać"),
}
SHED = {"en": "Where is the scooter shed?", "de": "Wo ist der Rollerschuppen?", "pl": "Gdzie jest wiata?"}
OTHER = {"en": "shed, hut", "de": "Schuppen, Roller", "pl": "wiata, hulajnoga"}


def worded_anew(article: Article) -> Article:
    return replace(article, questions=(*article.questions[1:], SHED[article.language]))


def meaning_alike(article: Article) -> Article:
    first, *others = OTHER[article.language].split(", ")
    return replace(article, synonyms=((first, (*others, "when … shed")),))


def written_anew(article: Article) -> Article:
    return replace(article, body=f"{SHED[article.language]} Roller, Schuppen.")


def exact(one: Likeness) -> tuple[float, ...]:
    return one.wording, one.next_wording, one.covered, one.literally, one.in_text


@pytest.mark.parametrize("language", ["en", "de", "pl"])
@pytest.mark.parametrize("edit", [worded_anew, meaning_alike, written_anew])
def test_after_an_edit_every_article_meets_a_question_as_if_the_index_were_new(
    sample_articles: tuple[Article, ...], language: str, edit: Callable[[Article], Article]
) -> None:
    chance = random.Random(f"{language} {edit.__name__}")
    articles = [article for article in sample_articles if article.language == language]
    index = LanguageIndex(LanguageWords(language, articles))
    for place in chance.sample(range(len(articles)), 3):
        articles[place] = edit(articles[place])
        index = LanguageIndex(LanguageWords(language, articles, index.words), index)
    del articles[chance.randrange(len(articles))]
    index = LanguageIndex(LanguageWords(language, articles, index.words), index)
    anew = LanguageIndex(LanguageWords(language, articles))
    for question in QUESTIONS[language]:
        words = folded_words(question, language)
        units = index.analyser.typed(words)
        assert units == anew.analyser.typed(words)
        # Whoosh counts what it has deleted until it merges: its rank alone may differ, and a little.
        sounds, sounds_anew = index.sounds(words), anew.sounds(words)
        assert sounds.terms == pytest.approx(dict(sounds_anew.terms))
        assert sounds.spellings == pytest.approx(dict(sounds_anew.spellings))
        found = {one.key: one for one in index.likenesses(units, sounds)}
        wanted = {one.key: one for one in anew.likenesses(units, sounds)}
        for key in found.keys() & wanted.keys():
            assert exact(found[key]) == pytest.approx(exact(wanted[key]))
            if found[key].ranked and wanted[key].ranked:  # one of the best twelve either way
                assert found[key].ranked == pytest.approx(wanted[key].ranked, abs=0.2)
        assert len(found.keys() ^ wanted.keys()) <= 4
