"""Examples of how patrons ask come with the program; the library's own wordings go before them."""

from dataclasses import replace

import pytest

from kiosk.model.article import Article
from kiosk.policies.answer import Band
from kiosk.policies.folders import read_folder
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.understanding.asked_before import ELSEWHERE, asked_before
from kiosk.policies.understanding.letters import words_of
from scripts import fit_bands
from tests.policies.conftest import DATA
from tests.policies.questions import DAY, LANGUAGES


def own_article(language: str, key: str, title: str, *questions: str) -> Article:
    return Article(key, language, "visiting", title, "Ask at the desk.", questions)


def only(language: str, articles: tuple[Article, ...]) -> tuple[Article, ...]:
    return tuple(article for article in articles if article.language == language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_common_key_has_examples_and_every_example_one_key(
    sample_articles: tuple[Article, ...], language: str
) -> None:
    examples = asked_before(language)
    keys = {article.key for article in sample_articles if article.language == language}
    assert examples.keys() - {ELSEWHERE} <= keys
    assert len(examples) >= 46 + 1
    assert all(len(texts) >= 20 for texts in examples.values())
    assert len(examples[ELSEWHERE]) >= 300
    said = [" ".join(words_of(text)) for texts in examples.values() for text in texts]
    assert all(said)
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "do you sell stamps"),
        ("de", "Verkaufen Sie Briefmarken?"),
        ("pl", "czy sprzedajecie znaczki pocztowe"),
    ],
)
def test_what_the_library_itself_says_goes_before_what_is_answered_elsewhere(
    sample_articles: tuple[Article, ...], language: str, question: str
) -> None:
    sample = only(language, sample_articles)
    assert Knowledge(1, sample).understand(question, language, DAY).band is not Band.ANSWER
    wordings = {
        "en": ("Do you sell stamps?", "Where can I buy stamps?", "Are there postage stamps here?"),
        "de": ("Verkaufen Sie Briefmarken?", "Wo kann ich Briefmarken kaufen?", "Gibt es hier Briefmarken?"),
        "pl": ("Czy sprzedają Państwo znaczki pocztowe?", "Gdzie kupić znaczki?", "Czy są tu znaczki?"),
    }[language]
    known = Knowledge(2, (*sample, own_article(language, "stamps", *wordings)))
    understood = known.understand(question, language, DAY)
    assert understood.found[0].key == "stamps"
    assert understood.band is Band.ANSWER


def test_a_librarys_own_key_is_found_by_its_wordings_alone(sample_articles: tuple[Article, ...]) -> None:
    seeds = own_article(
        "en",
        "seed-library",
        "How does the seed library work?",
        "Can I borrow seeds for my garden?",
        "When do I bring seeds back?",
        "tomato seeds",
    )
    known = Knowledge(1, (*only("en", sample_articles), seeds))
    for question in ("where is the seed library", "can i have some tomato seeds", "borrowing seeds"):
        assert known.understand(question, "en", DAY).found[0].key == "seed-library"


def test_the_own_wordings_of_a_common_key_mean_what_the_library_says(
    sample_articles: tuple[Article, ...],
) -> None:
    """This library has tool lending under the key that elsewhere is about board games."""
    told = tuple(
        replace(article, questions=(*article.questions, "Do you lend cordless drills?", "drill"))
        if (article.key, article.language) == ("meeting-rooms", "en")
        else article
        for article in only("en", sample_articles)
    )
    understood = Knowledge(1, told).understand("can i borrow a cordless drill", "en", DAY)
    assert understood.found[0].key == "meeting-rooms"


def test_examples_of_a_key_without_an_article_lead_nowhere(sample_articles: tuple[Article, ...]) -> None:
    known = Knowledge(1, tuple(one for one in only("en", sample_articles) if one.key != "meeting-rooms"))
    for question in ("can we book a meeting room", "is there a room for our group"):
        understood = known.understand(question, "en", DAY)
        assert understood.band is not Band.ANSWER
        assert "meeting-rooms" not in {one.key for one in understood.found}


def test_a_common_key_under_another_name_is_found_all_the_same(sample_articles: tuple[Article, ...]) -> None:
    renamed = tuple(
        replace(article, key="internet-for-all") if article.key == "wifi" else article
        for article in only("en", sample_articles)
    )
    known = Knowledge(1, renamed)
    for question in ("what is the wifi password", "how do i connect my laptop to the wlan"):
        assert known.understand(question, "en", DAY).found[0].key == "internet-for-all"


def test_a_language_without_examples_is_understood_by_its_wordings() -> None:
    article = own_article("cs", "hours", "Kdy máte otevřeno?", "Otevírací doba knihovny", "otevřeno v sobotu")
    other = own_article("cs", "card", "Jak získám průkaz?", "Ztratil jsem průkaz", "nový průkaz")
    known = Knowledge(1, (article, other))
    assert known.understand("kdy máte otevřeno v sobotu", "cs", DAY).found[0].key == "hours"


@pytest.mark.proof
def test_fitting_again_gives_the_bands_by_which_questions_are_answered() -> None:
    """A sentence of an article moves the numbers a little; much moved, they are to be fitted again."""
    all_asked = fit_bands.gathered(read_folder(DATA / "policies"))
    again = fit_bands.fit(all_asked)
    pairs = list(
        zip(fit_bands.bands(all_asked, again), fit_bands.bands(all_asked, fit_bands.written()), strict=True)
    )
    assert len(pairs) > 2_500
    assert sum(one == other for one, other in pairs) >= 0.95 * len(pairs)
    assert again.meets == pytest.approx(fit_bands.written().meets, abs=0.5)
    assert again.answer == pytest.approx(fit_bands.written().answer, abs=0.04)
