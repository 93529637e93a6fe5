"""What patrons type finds what they mean, exact hits before forgiving ones."""

import pytest

from kiosk.catalog.search import Filters, Loosening, SearchField, SearchIndex, SearchRequest


def titles(shelf: SearchIndex, text: str, *, typing: bool = False, limit: int = 10) -> list[str]:
    result = shelf.search(SearchRequest(text, typing=typing, limit=limit))
    return [hit.row.title for hit in result.hits]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("hobbit", "The Hobbit"),
        ("tolkien hobbit", "The Hobbit"),
        ("emma", "Emma"),
        ("it", "It"),
        ("1984", "1984"),
        ("war & peace", "War and Peace"),
        ("rock and roll", "Rock & Roll: a history"),
        ("henry 4 part 2", "Henry IV, Part II"),
        ("c++", "The C++ Programming Language"),
        ("kaestner emil", "Emil und die Detektive"),
        ("KÄSTNER lottchen", "Das doppelte Lottchen"),
        ("strassenbahn", "Straßenbahnen in Leipzig"),
        ("punktchen", "Pünktchen und Anton"),
        ("gothe faust", "Goethes Faust"),
        ("haus stadt", "Die Häuser der Stadt"),
        ("buch bibliothek", "Bücher und Bibliotheken"),
        ("zeromski", "Dzieła wybrane Żeromskiego"),
        ("książek historia", "Historia książki"),
        ("kot psy", "Koty i psy w domu"),
        ("run walk", "Running and walking for women"),
        ("ksiegi jakubowe", "Księgi Jakubowe"),
        ("война и мир", "Война и мир"),
        ("harrypotter chamber", "Harry Potter and the Chamber of Secrets"),
        ("book case design", "Bookcase design"),
        ("silent sprnig", "Silent Spring"),
        ("vermesung der welt", "Die Vermessung der Welt"),
        ("shakespear henry", "Henry IV, Part II"),
        ("“chamber of secrets”", "Harry Potter and the Chamber of Secrets"),
        ("978 0 261 10221 7", "The Hobbit"),
        ("ISBN 0-261-10221-4", "The Hobbit"),
        ("l00005", "Harry Potter und der Stein der Weisen"),
        ("LN0027", "Die Vermessung der Welt"),
        ("632.95 CARS", "Silent Spring"),
        ("the dark side of moon", "The Dark Side of the Moon"),
    ],
)
def test_the_title_a_patron_means_comes_first(shelf: SearchIndex, text: str, title: str) -> None:
    assert titles(shelf, text)[:1] == [title]


@pytest.mark.parametrize("text", ["müller", "mueller", "muller", "MÜLLER"])
def test_a_name_is_found_with_without_and_around_its_umlaut(shelf: SearchIndex, text: str) -> None:
    assert set(titles(shelf, text)) == {"Herztier", "Atemschaukel", "Handbuch der Gärtnerei"}


def test_the_spelling_as_typed_stands_before_its_other_spellings(shelf: SearchIndex) -> None:
    assert titles(shelf, "mueller")[0] == "Handbuch der Gärtnerei"
    assert titles(shelf, "müller")[-1] == "Handbuch der Gärtnerei"


def test_hits_of_words_as_typed_stand_before_hits_of_near_words(shelf: SearchIndex) -> None:
    assert titles(shelf, "emma") == ["Emma", "Emma: a life of Jane Austen's heroine"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ho", "The Hobbit"),
        ("kaes", "Emil und die Detektive"),
        ("käs", "Emil und die Detektive"),
        ("harry potter and the ph", "Harry Potter and the Philosopher's Stone"),
        ("stein der w", "Harry Potter und der Stein der Weisen"),
        ("kehlm verm", "Die Vermessung der Welt"),
    ],
)
def test_a_word_just_begun_already_finds(shelf: SearchIndex, text: str, title: str) -> None:
    assert title in titles(shelf, text, typing=True)


@pytest.mark.parametrize(
    ("field", "text", "title"),
    [
        (SearchField.TITLE, "emma", "Emma"),
        (SearchField.AUTHOR, "verne jules", "Twenty Thousand Leagues Under the Sea"),
        (SearchField.SUBJECT, "pesticides", "Silent Spring"),
        (SearchField.ISBN, "3791530127", "Emil und die Detektive"),
        (SearchField.ISBN, "9783791530123", "Emil und die Detektive"),
        (SearchField.CALL_NUMBER, "632", "Silent Spring"),
        (SearchField.CALL_NUMBER, "hör käst", "Pünktchen und Anton"),
        (SearchField.BARCODE, " L00001 ", "The Hobbit"),
    ],
)
def test_each_field_finds_its_own(shelf: SearchIndex, field: SearchField, text: str, title: str) -> None:
    result = shelf.search(SearchRequest(text, field=field))
    assert [hit.row.title for hit in result.hits][:1] == [title]
    assert result.relaxed == ()


@pytest.mark.parametrize(
    ("request_", "loosened"),
    [
        (SearchRequest("orwell", field=SearchField.TITLE), Loosening.FIELD),
        (SearchRequest('"secrets of chamber"'), Loosening.PHRASE),
        (SearchRequest("pott chamber"), Loosening.PARTS),
        (SearchRequest("harry poter"), Loosening.SPELLING),
        (SearchRequest("history brief time potter"), Loosening.FEWER_WORDS),
        (SearchRequest("kehlmann", filters=Filters(languages=("eng",))), Loosening.FILTERS),
    ],
)
def test_no_hits_as_asked_are_loosened_and_it_is_said_how(
    shelf: SearchIndex, request_: SearchRequest, loosened: Loosening
) -> None:
    result = shelf.search(request_)
    assert result.total > 0
    assert result.relaxed == (loosened,)


def test_nothing_is_loosened_where_that_is_not_wanted(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("harry poter", relax=False))
    assert (result.total, result.relaxed, result.did_you_mean) == (0, (), None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("harry poter", "harry potter"),
        ("the hobit", "the hobbit"),
        ("silnet spring", "silent spring"),
        ("bibliotek", "bibliothek"),
        ("gartnerie", "gärtnerei"),
        ("hobbit", None),
        ("haus", None),
        ("kaestner", None),
        ("zzzzz", None),
    ],
)
def test_what_was_meant_is_said_in_the_catalogues_own_words(
    shelf: SearchIndex, text: str, meant: str | None
) -> None:
    assert shelf.search(SearchRequest(text)).did_you_mean == meant


def test_an_explanation_names_what_moved_a_record_up(shelf: SearchIndex) -> None:
    result = shelf.search(SearchRequest("kehlmann tyll", explain=True))
    reasons = {reason.what: reason.points for reason in result.hits[0].reasons}
    assert reasons["word:tyll"] > reasons["word:kehlmann"] > 0


def test_a_stored_row_shows_a_result_without_the_database(shelf: SearchIndex) -> None:
    row = shelf.search(SearchRequest("vermessung der welt")).hits[0].row
    assert (row.title, row.authors, row.year, row.form, row.language) == (
        "Die Vermessung der Welt",
        ("Kehlmann, Daniel",),
        2005,
        "book",
        "ger",
    )
    assert (row.items, row.available, row.control_number) == (2, 1, "LN0027")
    assert row.standings[0].branch == "WEST"
