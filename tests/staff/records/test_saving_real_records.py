"""Real records, imported and stored: saved unchanged they stay as they were, with one change all but it."""

from pathlib import Path

import pytest

from kiosk.catalog.importer import Importer
from kiosk.catalog.marc.json_records import read_back
from kiosk.model.clock import FixedClock
from kiosk.staff.records.comparing import changes
from kiosk.staff.records.form_fields import FormField, form_value, with_form_value
from kiosk.storage import Database

from .shelf import ANNA, NOW, Shelf

_FILES = ("koha-sample-952.xml", "evergreen-concerto-852.xml")
_CHANGED = 60


@pytest.fixture
def imported(real: Path, sqlite_library: str) -> Shelf:
    """A catalogue of 778 records that nobody here wrote."""
    shelf = Shelf.of(Database.open(sqlite_library))
    Importer(shelf.database, FixedClock(NOW)).run([real / "marc" / name for name in _FILES])
    return shelf


def all_stored(shelf: Shelf) -> dict[int, str]:
    with shelf.database.read() as view:
        titles = [title for batch in view.records.iterate() for title in batch]
    return {title.record.id: title.record.marc for title in titles}


def test_editing_through_the_form_leaves_what_is_not_changed(imported: Shelf) -> None:
    before = all_stored(imported)
    assert len(before) >= 500
    for number in before:
        opened = imported.editing.open(ANNA, number)
        record = opened.record
        for field in FormField:
            record = with_form_value(record, field, form_value(record, field))
        assert imported.editing.save(ANNA, opened, record, opened.form, NOW) is opened
    assert all_stored(imported) == before
    for number in list(before)[:: len(before) // _CHANGED]:
        opened = imported.editing.open(ANNA, number)
        title = form_value(opened.record, FormField.TITLE)
        record = with_form_value(opened.record, FormField.TITLE, f"{title} neu")
        imported.editing.save(ANNA, opened, record, opened.form, NOW)
    after = all_stored(imported)
    changed = {number for number in before if before[number] != after[number]}
    assert len(changed) >= _CHANGED
    for number in changed:
        told = changes(read_back(before[number]), read_back(after[number]))
        assert [one.tag for one in told] == ["245"]
    imported.database.close()
