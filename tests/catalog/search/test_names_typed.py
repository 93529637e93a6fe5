"""Names are found however they are typed: initials, order, surname with a word of the title."""

import pytest

from kiosk.catalog.search import SearchField, SearchIndex, SearchRequest


def found(shelf: SearchIndex, text: str, field: SearchField = SearchField.ANY) -> list[str]:
    result = shelf.search(SearchRequest(text, field=field, relax=False))
    return [hit.row.title for hit in result.hits]


@pytest.mark.parametrize("field", [SearchField.ANY, SearchField.AUTHOR])
@pytest.mark.parametrize(
    "name",
    [
        "J. R. R. Tolkien",
        "J.R.R. Tolkien",
        "JRR Tolkien",
        "tolkien jrr",
        "Tolkien, J. R. R.",
        "tolkien, j.r.r.",
        "j r r tolkien",
        "J Tolkien",
        "Tolkien",
    ],
)
def test_initials_are_the_same_with_and_without_dots_and_gaps(
    shelf: SearchIndex, field: SearchField, name: str
) -> None:
    assert set(found(shelf, name, field)) == {"The Hobbit", "The Lord of the Rings"}


def test_initials_of_another_author_do_not_match(shelf: SearchIndex) -> None:
    assert found(shelf, "jk tolkien") == []
    assert set(found(shelf, "jk rowling stone")) == {"Harry Potter and the Philosopher's Stone"}


def test_a_short_word_that_the_catalogue_has_is_no_initials(shelf: SearchIndex) -> None:
    assert found(shelf, "it") == ["It"]
    assert found(shelf, "jr", SearchField.TITLE) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("tolkien hobbit", "The Hobbit"),
        ("hobbit tolkien", "The Hobbit"),
        ("kehlmann vermessung", "Die Vermessung der Welt"),
        ("lem solaris 1961", "Solaris"),
        ("orwell farm", "Animal Farm"),
        ("daniel kehlmann tyll", "Tyll"),
        ("kästner kinderbuch emil", "Emil und die Detektive"),
    ],
)
def test_a_name_and_a_word_of_the_title_are_typed_in_one_line(
    shelf: SearchIndex, text: str, title: str
) -> None:
    assert title in [hit.row.title for hit in shelf.search(SearchRequest(text)).hits][:1]
