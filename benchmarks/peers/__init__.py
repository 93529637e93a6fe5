"""The engines compared: the kiosk's search, and four others doing the least that could work.

Each finds the top 20, the number of hits and the same eight facets over all of them.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from queries import Asked

from kiosk.catalog.folding import fold
from kiosk.catalog.search.records import IndexedRecord

TOP = 20
TEXTS = ("title", "author", "subject", "notes")
FACETS = ("form", "language", "audience", "branch", "subject", "author", "available", "decade")
MOST_NEAR = 50


class Engine(Protocol):
    """Something that can be filled and asked."""

    name: str

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Make it searchable."""
        ...

    def open(self) -> None:
        """Open what was filled, in this process or another."""
        ...

    def answer(self, asked: Asked) -> int:
        """Search, fetch the top and the facets, and return the number of hits."""
        ...


def texts_of(record: IndexedRecord) -> dict[str, str]:
    """Return the texts that peers search, folded, so that none of them has to fold."""
    about = record.description
    return {
        "title": fold(f"{about.title} {about.subtitle or ''}"),
        "author": fold(" ".join(about.authors)),
        "subject": fold(" ".join(about.subjects)),
        "notes": fold(" ".join(about.notes)),
    }


def facets_of(record: IndexedRecord) -> dict[str, Sequence[str]]:
    """Return the values by which hits are counted."""
    about = record.description
    return {
        "form": (about.form.value,),
        "language": (about.language or "",),
        "audience": (about.audience.value,) if about.audience else (),
        "branch": sorted({item.branch for item in record.items}),
        "subject": about.subjects,
        "author": about.authors,
        "available": (str(any(item.available for item in record.items)).lower(),),
        "decade": (str((about.year or 0) // 10 * 10),),
    }


def facet_rows(record: IndexedRecord) -> list[tuple[int, int, str]]:
    """Return a row for each value by which hits are counted."""
    kinds = facets_of(record)
    return [(record.id, place, value) for place, name in enumerate(FACETS) for value in kinds[name]]
