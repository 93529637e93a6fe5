"""What the night does for the index: what changed is in it, and a worn one is built anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.catalog.finding import Finder
from kiosk.catalog.importer import Importer
from kiosk.catalog.search import SearchRequest
from kiosk.decisions import Decider, LibraryCache
from kiosk.storage import Database
from tests.catalog.small_records import book, iso2709


def test_an_index_built_while_records_came_in_is_built_once_more_at_night(
    library: Database,
    importer: Importer,
    made: Callable[[str, bytes | str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.catalog.search.common_headings._WORTH", 1)
    importer.run([made("some.mrc", iso2709(*(book(f"s{n}", f"S{n}", "650 #0 $aBees") for n in range(4))))])
    finder = Finder(library, Decider(LibraryCache()), tmp_path / "index")
    finder.follow(lambda: False, 4)
    assert finder.index.worn()
    importer.run([made("more.mrc", iso2709(book("late", "Latecomer", "650 #0 $aBees")))])
    assert finder.tend()
    assert finder.index.search(SearchRequest("latecomer")).facets["subject"] == {"Bees": 1}
    assert finder.index.search(SearchRequest("")).facets["subject"] == {"Bees": 5}
    assert not finder.tend()
