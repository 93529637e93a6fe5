"""What a librarian saves is found by a search within a second."""

import time
from pathlib import Path

from kiosk.catalog.finding import Finder
from kiosk.catalog.search import SearchRequest
from kiosk.decisions import Decider, LibraryCache
from kiosk.staff.records.form_fields import FormField, with_form_value

from .shelf import ANNA, NOW, Shelf, wolf_hall


def test_a_saved_title_is_found_within_a_second(shelf: Shelf, tmp_path: Path) -> None:
    record_id = shelf.add(wolf_hall()).id
    finder = Finder(shelf.database, Decider(LibraryCache()), tmp_path / "index")
    finder.catch_up()
    opened = shelf.editing.open(ANNA, record_id)
    changed = with_form_value(opened.record, FormField.TITLE, "Falken")
    begun = time.perf_counter()
    shelf.editing.save(ANNA, opened, changed, opened.form, NOW)
    finder.catch_up()
    found = finder.index.search(SearchRequest("falken"))
    assert [hit.record_id for hit in found.hits] == [record_id]
    assert time.perf_counter() - begun < 1
