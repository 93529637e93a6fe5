"""Deleting and merging titles and taking that back, with all rows of the library to be compared."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord, data_field
from kiosk.model.record import BibRecord
from kiosk.model.staff_errors import TitleNotPutBack
from kiosk.staff.copies.deleting import DeletedTitle
from kiosk.staff.copies.merging import Merged
from kiosk.staff.copies.taking_over import FieldGroup
from kiosk.storage.tables import metadata
from tests.circulation.desk import NOON
from tests.staff.copies.workroom import ANNA, Workroom

# What tells of acts, not of the library: each of the two acts stands there.
_TOLD = {"audit", "changes"}


def library_of(room: Workroom) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but those that tell of acts."""
    with room.desk.database.read() as view:
        return {
            table.name: sorted((tuple(row) for row in view.link.all(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in _TOLD
        }


def deleted(room: Workroom, record: int) -> DeletedTitle:
    return room.services.deleting.delete_record(ANNA, record, forget_loans=True)


def merged(room: Workroom, kept: int, *gone: int, take: tuple[FieldGroup, ...] = ()) -> Merged:
    return room.services.merging.merge(ANNA, room.services.merging.preview(ANNA, kept, gone), take)


def why_not(act: Callable[[], None]) -> str:
    """Return the reason for which an undo is refused."""
    with pytest.raises(TitleNotPutBack) as refused:
        act()
    return str(getattr(refused.value.values["why"], "key", ""))


def edit(room: Workroom, number: int, title: str) -> BibRecord:
    """Change a record's title as its editor does, with a version kept."""
    with room.desk.database.act() as work:
        before = work.records.locked(number)
        assert before is not None
        old = read_back(before.marc)
        named = data_field("245", "10", ("a", title))
        fields = tuple(named if one.tag == "245" else one for one in old.fields)
        made = replace(
            new_record(MarcRecord(old.leader, fields)),
            control_number=before.control_number,
            agency=before.agency,
        )
        after = work.records.update(number, made, NOON, edited_here=True)
        work.record_versions.keep(before, after, account="anna", act="record.edit")
        work.commit()
    return after
