"""What is typed another way than it is catalogued is found all the same, and stands first."""

from pathlib import Path

import pytest

from kiosk.catalog.search import Filters, SearchIndex, SearchRequest
from kiosk.catalog.search.numerals import number_of, number_runs

from .shelf import Feed, all_works, record

# title | author | year | language | form | subjects | call number
_OTHERS = """
Catch-22|Heller, Joseph|1961|eng|book|War stories|FIC HELL
The Two Towers|Tolkien, J. R. R.|1954|eng|book|Fantasy fiction|FIC TOLK
Goodnight Moon|Brown, Margaret Wise|1947|eng|book|Picture books|KIN BROW
A good moon in the night sky of spring|Nobody, Ann|1990|eng|book|Astronomy|520 NOBO
One Hundred Years of Solitude|García Márquez, Gabriel|1967|eng|book|Families|FIC GARC
22 Bahnen|Wahl, Caroline|2023|ger|book|Schwestern|ROM WAHL
Sense and Sensibility|Austen, Jane|1811|eng|book|Love stories|FIC AUST
A guide to sense and sensibility and to pride and prejudice|Nobody, Ann|2001|eng|book|Reading|820 NOBO
Krabat|Preußler, Otfried|1971|ger|book|Sagen|KIN PREU
Szósta klepka|Musierowicz, Małgorzata|1977|pol|book|Powieść polska|PRO MUSI
Mein Gemüsegarten|Nowak, Ute|2012|ger|book|Gartenbau|635 NOWA
Das Schmetterlingsbuch|Falter, Jo|2008|ger|book|Insekten|595 FALT
Winterkartoffelknödel|Falk, Rita|2010|ger|book|Kriminalroman|KRI FALK
Der Garten der Dinge|Ding, Eva|2001|ger|book|Roman|ROM DING
The Walking Bread, Book One (The Walking Bread, #1-12)|Baker, Bob|2010|eng|book|Comics|COM BAKE
The Walking Bread, Vol. 12: Among Loaves (The Walking Bread, #12)|Baker, Bob|2011|eng|book|Comics|COM BAKE
Cello concerto|Schumann, Robert|1850|zxx|music|Concertos|CD SCHU
Cello concerto in D minor|Lalo, Édouard|1877|zxx|music|Concertos|CD LALO
Die Karten der Welt|Atlas, Max|1999|ger|book|Kartographie|912 ATLA
""".strip().splitlines()


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    index = SearchIndex.open(Path(tmp_path_factory.mktemp("forgiving")))
    index.rebuild(Feed([*all_works(), *(record(number, line) for number, line in enumerate(_OTHERS, 101))]))
    return index


def first(shelves: SearchIndex, text: str) -> str | None:
    hits = shelves.search(SearchRequest(text, limit=1)).hits
    return hits[0].row.title if hits else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("sense & sensibility", "Sense and Sensibility"),
        ("the sense und sensibility", "Sense and Sensibility"),
        ("twotowers", "The Two Towers"),
        ("2 towers", "The Two Towers"),
        ("good night moon", "Goodnight Moon"),
        ("catch22", "Catch-22"),
        ("oldman and sea", "The Old Man and the Sea"),
        ("das unendlichegeschichte", "Die unendliche Geschichte"),
    ],
)
def test_a_title_is_the_same_without_its_gaps_articles_and_ands(
    shelves: SearchIndex, text: str, title: str
) -> None:
    assert first(shelves, text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("catch twenty-two", "Catch-22"),
        ("zweiundzwanzig bahnen", "22 Bahnen"),
        ("100 years solitude", "One Hundred Years of Solitude"),
        ("orwell 1984 nineteen", "Nineteen Eighty-Four"),
        ("20,000 leagues", "Twenty Thousand Leagues Under the Sea"),
        ("20000 leagues verne", "Twenty Thousand Leagues Under the Sea"),
        ("6 klepka", "Szósta klepka"),
    ],
)
def test_numbers_meet_whether_said_or_written_in_digits(shelves: SearchIndex, text: str, title: str) -> None:
    assert first(shelves, text) == title


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nineteen eighty four", "1984"),
        ("two thousand and one", "2001"),
        ("trzysta szescdziesiat piec", "365"),
        ("one hundred", "100"),
        ("20 000", "20000"),
        ("twenty first", None),
        ("one two", None),
        ("lord of the flies", None),
    ],
)
def test_several_words_say_one_number(text: str, number: str | None) -> None:
    words = text.split()
    assert list(number_runs(words)) == ([(0, len(words), number)] if number else [])


def test_one_word_says_a_number_in_three_languages() -> None:
    words = ("seven", "sieben", "siedem", "vii", "7", "007", "7th")
    assert {number_of(word) for word in words} == {"7"}
    assert [number_of(word) for word in ("mix", "v", "einheit", "")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("xobbit", "The Hobbit"),
        ("obbit", "The Hobbit"),
        ("rabat", "Krabat"),
        ("qrabat preussler", "Krabat"),
        ("ойна и мир", "Война и мир"),
    ],
)
def test_a_first_letter_that_is_wrong_or_missing_is_forgiven(
    shelves: SearchIndex, text: str, title: str
) -> None:
    assert first(shelves, text) == title


@pytest.mark.parametrize(("text", "title"), [("the hobitt", "The Hobbit"), ("krrabta", "Krabat")])
def test_a_second_typo_in_a_short_word_is_forgiven_where_nothing_nearer_is(
    shelves: SearchIndex, text: str, title: str
) -> None:
    assert first(shelves, text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("silent spring book", "Silent Spring"),
        ("goodnight moon dvd", "Goodnight Moon"),
        ("tolkien the two towers film", "The Two Towers"),
    ],
)
def test_a_title_that_stands_whole_within_a_longer_query_is_found(
    shelves: SearchIndex, text: str, title: str
) -> None:
    assert first(shelves, text) == title


def test_a_corrected_query_puts_the_title_that_it_names_first(shelves: SearchIndex) -> None:
    assert first(shelves, "sense and sensibilty") == "Sense and Sensibility"
    assert first(shelves, "pride and predjudice") == "Pride and Prejudice"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("gemüse nowak", "Mein Gemüsegarten"),
        ("gärten nowak", "Mein Gemüsegarten"),
        ("schmetterling buch", "Das Schmetterlingsbuch"),
        ("kartoffel knödel", "Winterkartoffelknödel"),
        ("winter knoedel", "Winterkartoffelknödel"),
    ],
)
def test_parts_of_a_german_compound_find_it(shelves: SearchIndex, text: str, title: str) -> None:
    assert first(shelves, text) == title


def test_compounds_come_after_the_word_itself(shelves: SearchIndex) -> None:
    result = shelves.search(SearchRequest("garten"))
    assert result.relaxed == ()
    titles = [hit.row.title for hit in result.hits]
    assert titles.index("Mein Gemüsegarten") > titles.index("Der Garten der Dinge")


def test_an_ending_is_no_part_where_what_is_left_is_no_word(shelves: SearchIndex) -> None:
    titles = [hit.row.title for hit in shelves.search(SearchRequest("arten", relax=True)).hits]
    assert "Mein Gemüsegarten" not in titles[:1]
    assert [hit.row.title for hit in shelves.search(SearchRequest("dinge")).hits] == ["Der Garten der Dinge"]


def test_counts_stay_true_where_compounds_were_added(shelves: SearchIndex) -> None:
    result = shelves.search(SearchRequest("garten"))
    assert sum(result.facets["language"].values()) == result.total > 1
    for language, count in result.facets["language"].items():
        narrowed = shelves.search(SearchRequest("garten", filters=Filters(languages=(language,))))
        assert (language, narrowed.total) == (language, count)


def test_a_number_beside_its_word_is_the_volume_meant(shelves: SearchIndex) -> None:
    found = first(shelves, "walking bread 12")
    assert found is not None
    assert "Vol. 12" in found


def test_twenty_unknown_words_are_no_slower_than_a_keystroke(shelves: SearchIndex) -> None:
    text = " ".join(f"qwx{letter}zzyk" for letter in "abcdefghijklmnoprstu")
    shelves.search(SearchRequest(text))
    assert shelves.search(SearchRequest(text)).milliseconds < 100


def test_a_title_within_the_query_is_not_taken_for_another_authors(shelves: SearchIndex) -> None:
    assert first(shelves, "lalo cello concerto") == "Cello concerto in D minor"
    assert first(shelves, "schumann cello concerto") == "Cello concerto"
