"""Real records as they are stored: read, cleaned, kept whole, their item fields left in."""

from functools import cache
from pathlib import Path

from kiosk.catalog.marc.content import kept_form
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord
from kiosk.catalog.reading import read_marc

# Every kind of record there is: English and German rules, MARC-8, other scripts, films, music, scores.
_FILES = (
    ("koha-sample-952.xml", 180),
    ("evergreen-concerto-852.xml", 180),
    ("evergreen-jazz-949.mrc", 180),
    ("evergreen-hebrew-880.mrc", 20),
)


@cache
def stored_forms(folder: Path) -> tuple[str, ...]:
    """Return some 560 records as the database keeps them."""
    found: list[str] = []
    for name, count in _FILES:
        of_one: list[str] = []
        for read in read_marc(folder / "marc" / name):
            if read.record is not None and not read.rejected:
                of_one.append(kept_form(read.record)[0])
            if len(of_one) == count:
                break
        found += of_one
    return tuple(found)


def real_records(folder: Path) -> tuple[MarcRecord, ...]:
    return tuple(map(read_back, stored_forms(folder)))
