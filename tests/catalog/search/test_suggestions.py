"""Suggestions come from the first letter, with true counts."""

import pytest

from kiosk.catalog.search import SearchField, SearchIndex, Suggestion

from .shelf import Feed, all_works


@pytest.mark.parametrize(
    ("prefix", "text", "kind", "records"),
    [
        ("ke", "Kehlmann, Daniel", SearchField.AUTHOR, 3),
        ("daniel k", "Kehlmann, Daniel", SearchField.AUTHOR, 3),
        ("kä", "Kästner, Erich", SearchField.AUTHOR, 3),
        ("kae", "Kästner, Erich", SearchField.AUTHOR, 3),
        ("kas", "Kästner, Erich", SearchField.AUTHOR, 3),
        ("the hob", "The Hobbit", SearchField.TITLE, 1),
        ("hob", "The Hobbit", SearchField.TITLE, 1),
        ("fantasy f", "Fantasy fiction", SearchField.SUBJECT, 4),
    ],
)
def test_what_begins_as_typed_is_offered_with_its_records(
    shelf: SearchIndex, prefix: str, text: str, kind: SearchField, records: int
) -> None:
    assert Suggestion(text, kind, records) in shelf.suggest(prefix)


def test_one_letter_offers_every_kind(shelf: SearchIndex) -> None:
    kinds = {suggestion.kind for suggestion in shelf.suggest("h")}
    assert kinds == {SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT}


def test_one_field_offers_only_its_own(shelf: SearchIndex) -> None:
    offered = shelf.suggest("h", SearchField.AUTHOR)
    assert offered
    assert {suggestion.kind for suggestion in offered} == {SearchField.AUTHOR}
    assert shelf.suggest("978", SearchField.ISBN) == ()


@pytest.mark.parametrize("prefix", ["", " ", "\0", "😀", "zzzz", "x" * 10_000, "\ud800"])
def test_what_nothing_begins_with_offers_nothing(shelf: SearchIndex, prefix: str) -> None:
    assert shelf.suggest(prefix) == ()


def test_no_more_are_offered_than_wanted(shelf: SearchIndex) -> None:
    assert len(shelf.suggest("a", limit=2)) == 2
    assert shelf.suggest("a", limit=-1) == ()


def test_a_deleted_record_is_no_longer_counted(tmp_path: object) -> None:
    from pathlib import Path

    index, feed = SearchIndex.open(Path(str(tmp_path))), Feed(all_works())
    index.rebuild(feed)
    feed.drop(28)
    index.refresh(feed)
    assert Suggestion("Kehlmann, Daniel", SearchField.AUTHOR, 2) in index.suggest("kehl")
