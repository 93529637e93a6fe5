"""An index made while records are being stored is the one that is made of them all afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tantivy

from kiosk.catalog.finding import Finder
from kiosk.catalog.importer import Importer
from kiosk.catalog.search import SearchRequest, Sort
from kiosk.catalog.search.schema import (
    HEADING_FIELDS,
    KEY_FIELDS,
    SUGGEST_FIELDS,
    WORD_FIELDS,
)
from kiosk.decisions import Decider, LibraryCache
from kiosk.storage import Database
from tests.catalog.small_records import book, iso2709, item

_TEXTS = (*WORD_FIELDS, *KEY_FIELDS, *HEADING_FIELDS, *SUGGEST_FIELDS, "all", "vocabulary", "compounds")
_PARTS, _OF_EACH = 4, 30


def _part(number: int, *, changed: bool) -> bytes:
    """Make some records, and where asked one of those before with another title and item."""
    first = number * _OF_EACH
    fresh = [
        book(
            f"n{n}",
            f"Die {n}. Straße der Häuser",
            f"100 1# $aMüller, Anna{n % 7}",
            f"500 ## $aNotes und Häuserreihen, {n % 11} mal",
            f"650 #0 $aBees {n % 5}",
            item(f"B{n}"),
        )
        for n in range(first, first + _OF_EACH)
    ]
    renamed = (
        [book(f"n{first // 2}", f"Umgetauft {number}", item(f"C{number}"))] if changed and number else []
    )
    return iso2709(*fresh, *renamed)


def _searched(finder: Finder) -> dict[str, object]:
    """Return all rows in the orders that know no ties, and what some searches find and count."""
    finder.index.reload()
    found: dict[str, object] = {}
    for sort in (Sort.TITLE, Sort.AUTHOR):
        found[sort] = [hit.row for hit in finder.index.search(SearchRequest("", sort=sort, limit=500)).hits]
    for text in ("", "häuser", "umgetauft", "muller anna3", "bees 2"):
        result = finder.index.search(SearchRequest(text, limit=500))
        found[text] = ({hit.record_id: hit.row for hit in result.hits}, result.total, result.facets)
    return found


def _terms(folder: Path) -> dict[str, object]:
    """Return the terms of every field of text with how many records have each."""
    (generation,) = folder.glob("generation-*")
    searcher = tantivy.Index.open(str(generation)).searcher()
    return {name: searcher.terms_with_prefix(name, "", limit=100_000) for name in _TEXTS}


@pytest.mark.parametrize("listed", [False, True], ids=["few", "many"])
@pytest.mark.parametrize("changed", [False, True])
def test_beside_an_import_and_anew_the_index_is_the_same(
    library: Database,
    importer: Importer,
    made: Callable[[str, bytes | str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: bool,
    listed: bool,
) -> None:
    """Also where the commonest headings can only be told when some of it has been made."""
    if listed:
        monkeypatch.setattr("kiosk.catalog.search.common_headings._WORTH", 1)
        monkeypatch.setattr("kiosk.catalog.search.common_headings._ENOUGH", 2 * _OF_EACH)

    def importing() -> Iterator[bool]:
        for number in range(_PARTS):
            importer.run([made(f"{number}.mrc", _part(number, changed=changed))])
            yield True

    steps = importing()
    beside = Finder(library, Decider(LibraryCache()), tmp_path / "beside")
    beside.follow(lambda: next(steps, False), _PARTS * _OF_EACH)
    anew = Finder(library, Decider(LibraryCache()), tmp_path / "anew")
    anew.rebuild()
    assert beside.index.status().records == _PARTS * _OF_EACH
    assert _searched(beside) == _searched(anew)
    if not changed:
        # Of records replaced since, the dictionary counts both.
        assert _terms(tmp_path / "beside") == _terms(tmp_path / "anew")
