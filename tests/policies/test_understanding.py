"""Questions as people type them lead to the right articles, and those out of scope lead to none.

Weights and thresholds are fitted on the part "tune" alone. The misses of the part "report" were looked
at when the word lists of the languages were last widened: its scores are therefore no forecast.
"""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.model.library import Library
from kiosk.policies.answer import Band
from kiosk.policies.knowledge import Knowledge
from kiosk.policies.understanding.polish import polish_stems
from kiosk.policies.understanding.stems import stems

FOLDER = Path(__file__).parent
DAY = date(2026, 11, 24)
LANGUAGES = ("en", "de", "pl")


@dataclass
class Score:
    asked: int = 0
    first: int = 0
    among_three: int = 0
    confidently_wrong: int = 0
    out_of_scope: int = 0
    answered_out_of_scope: int = 0

    def __str__(self) -> str:
        return (
            f"first {self.first / self.asked:.0%}, among three {self.among_three / self.asked:.0%}, "
            f"confidently wrong {self.confidently_wrong / self.asked:.0%} of {self.asked}; "
            f"out of scope answered {self.answered_out_of_scope} of {self.out_of_scope}"
        )


def score(knowledge: Knowledge, language: str, part: str) -> Score:
    total = Score()
    with (FOLDER / f"questions-{language}.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["part"] != part:
                continue
            understood = knowledge.understand(row["question"], language, DAY)
            keys = [ranked.key for ranked in understood.found]
            right = row["articles"].split()
            if not right:
                total.out_of_scope += 1
                total.answered_out_of_scope += understood.band is Band.ANSWER
                continue
            total.asked += 1
            total.first += keys[:1] != [] and keys[0] in right
            total.among_three += any(key in right for key in keys)
            total.confidently_wrong += understood.band is Band.ANSWER and keys[0] not in right
    return total


@pytest.mark.parametrize("part", ["tune", "report"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_as_people_type_them_find_their_article(
    knowledge: Knowledge, language: str, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    total = score(knowledge, language, part)
    with capsys.disabled():
        print(f"\n  {language} {part}: {total}")  # noqa: T201
    assert total.asked >= 20
    assert total.first >= 0.80 * total.asked
    assert total.among_three >= 0.93 * total.asked
    assert total.confidently_wrong <= 0.05 * total.asked
    assert total.answered_out_of_scope <= max(1, 0.08 * total.out_of_scope)


@pytest.mark.parametrize(
    ("question", "screen", "told"),
    [
        ("Wie lange darf ich das behalten?", "en", "de"),
        ("ile mogę trzymać film", "de", "pl"),
        ("how long can I keep this book", "pl", "en"),
        ("gdzie moge zaparkowac samochod", "en", "pl"),
        ("wlan", "pl", "pl"),
        ("wifi", "en", "en"),
        ("DVD", "pl", "pl"),
    ],
)
def test_the_language_of_the_question_is_found_whatever_the_screens_language(
    knowledge: Knowledge, question: str, screen: str, told: str
) -> None:
    assert knowledge.understand(question, screen, DAY).language == told


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        ("do you have that book by Rushdie?", "en", "Rushdie"),
        ("Haben Sie Bücher über Bienen?", "de", "Bienen"),
        ("Czy macie książki o pszczołach?", "pl", "pszczołach"),
        ("I'm looking for novels by Ursula K. Le Guin", "en", "Ursula K Le Guin"),
        ("hallo, gibt es was von Juli Zeh?", "de", "Juli Zeh"),
        ("books about bees", "en", "bees"),
        ("szukam kryminałów Mroza", "pl", "kryminałów Mroza"),
        ("do you have Harry Potter", "en", "Harry Potter"),
    ],
)
def test_a_question_that_is_really_a_search_gives_the_words_that_matter(
    knowledge: Knowledge, question: str, language: str, words: str
) -> None:
    understood = knowledge.understand(question, language, DAY)
    assert understood.search == words
    assert understood.band is not Band.ANSWER


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Do you have wifi?", "en"),
        ("Haben Sie einen Drucker?", "de"),
        ("Czy macie ksero?", "pl"),
        ("Is there parking?", "en"),
        ("Gibt es einen Aufzug?", "de"),
    ],
)
def test_a_question_about_the_library_is_no_search(
    knowledge: Knowledge, question: str, language: str
) -> None:
    assert knowledge.understand(question, language, DAY).search is None


@pytest.mark.parametrize(
    ("question", "language", "article"),
    [
        ("how do i renw my boks", "en", "renewals"),
        ("Büchereiausweis verlohren", "de", "lost-card"),
        ("Oeffnungszeiten", "de", "opening-hours"),
        ("offnungszeiten", "de", "opening-hours"),
        ("godziny otwrcia", "pl", "opening-hours"),
        ("zgubilam karte biblioteczna", "pl", "lost-card"),
        ("LOST MY CARD!!!", "en", "lost-card"),
    ],
)
def test_typos_missing_marks_and_capitals_do_not_matter(
    knowledge: Knowledge, question: str, language: str, article: str
) -> None:
    assert knowledge.understand(question, language, DAY).found[0].key == article


@pytest.mark.parametrize(
    "forms",
    [
        ("książka", "książki", "książkę", "książek", "książkami"),
        ("karta", "karty", "kartę", "kartą"),
        ("zgubiłem", "zgubiłam", "zgubić", "zgubiony"),
        ("przedłużyć", "przedłużenie", "przedłużam", "przedłużyłem"),
        ("biblioteka", "biblioteki", "biblioteką", "bibliotek"),
    ],
)
def test_the_forms_of_a_polish_word_share_a_stem(forms: tuple[str, ...]) -> None:
    found = [set(stems(form, "pl")) for form in forms]
    assert set.intersection(*found), found


def test_a_polish_locative_keeps_the_stem_of_its_word() -> None:
    assert set(polish_stems("bibliotece")) & set(polish_stems("biblioteka"))
    assert set(polish_stems("karcie")) & set(polish_stems("karta"))


@pytest.mark.parametrize(
    ("question", "language", "key", "named"),
    [
        ("how long can I keep an e-book", "en", "loan-periods", {"item_type": "ebook"}),
        ("how long can I keep ebooks", "en", "loan-periods", {"item_type": "ebook"}),
        ("how long can I keep a book", "en", "loan-periods", {"item_type": "book"}),
        ("Wie lange darf ich ein E-Book behalten?", "de", "loan-periods", {"item_type": "ebook"}),
        ("Jahresbeitrag Studenten", "de", "membership-cost", {"patron_category": "student"}),
        ("na ile e-book", "pl", "loan-periods", {"item_type": "ebook"}),
    ],
)
def test_a_question_names_a_kind_by_the_word_that_means_it_most(
    knowledge: Knowledge,
    sample_library: Library,
    question: str,
    language: str,
    key: str,
    named: dict[str, str],
) -> None:
    article = knowledge.article(key, language, DAY)
    assert article is not None
    assert knowledge.named_in(question, language, article, sample_library) == named
