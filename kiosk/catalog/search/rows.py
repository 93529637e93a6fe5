"""What the index keeps of a record to show it: packed into bytes, and back."""

import msgspec

from kiosk.catalog.search.records import IndexedItem, IndexedRecord
from kiosk.catalog.search.requests import Row, Standing

_MOST_STANDINGS = 12
_MOST_NAMED = 5
_ROW = msgspec.msgpack.Decoder(Row)


def stored_row(record: IndexedRecord) -> bytes:
    """Return a record's row as it is stored."""
    about = record.description
    row = Row(
        record_id=record.id,
        title=about.title,
        form=about.form.value,
        control_number=record.control_number,
        subtitle=about.subtitle,
        authors=about.authors[:_MOST_NAMED],
        year=about.year,
        language=about.language,
        isbns=about.isbns[:_MOST_NAMED],
        publisher=about.publisher,
        audience=about.audience.value if about.audience else None,
        call_number=_call_number(record),
        online=about.online,
        items=len(record.items),
        available=sum(item.available for item in record.items),
        standings=tuple(map(_standing, _available_first(record.items))),
    )
    return msgspec.msgpack.encode(row)


def read_row(stored: bytes) -> Row:
    """Return a stored row as a value."""
    return _ROW.decode(stored)


def _call_number(record: IndexedRecord) -> str | None:
    own = (item.call_number for item in record.items if item.call_number)
    return next(own, None) or record.description.call_number


def _available_first(items: tuple[IndexedItem, ...]) -> list[IndexedItem]:
    return sorted(items, key=lambda item: not item.available)[:_MOST_STANDINGS]


def _standing(item: IndexedItem) -> Standing:
    return Standing(item.branch, item.location, item.call_number, item.available)
