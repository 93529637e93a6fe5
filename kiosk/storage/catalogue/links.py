"""Identifiers and headings of records, kept beside them for finding and browsing."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import exists, select

from kiosk.model.record import Description
from kiosk.storage.catalogue.heading_order import sorting_language
from kiosk.storage.catalogue.keys import heading_key, isbn_key, issn_key, sorting_key
from kiosk.storage.link import Link
from kiosk.storage.tables import headings, identifiers, record_headings

# SQLite allows 32766 parameters in one statement; two stand for each heading.
_PER_STATEMENT = 500


def identifier_rows(record_id: int, description: Description) -> list[dict[str, Any]]:
    """Return the identifiers of a record as rows, each once."""
    isbns = {key for key in map(isbn_key, description.isbns) if key}
    issns = {key for key in map(issn_key, description.issns) if key}
    found = [("isbn", value) for value in sorted(isbns)] + [("issn", value) for value in sorted(issns)]
    return [{"record_id": record_id, "kind": kind, "value": value} for kind, value in found]


def heading_keys(description: Description) -> dict[tuple[str, str], str]:
    """Return the headings of a record: kind and key, and the text as shown."""
    found: dict[tuple[str, str], str] = {}
    for kind, texts in (("author", description.authors), ("subject", description.subjects)):
        for text in texts:
            if key := heading_key(text):
                found.setdefault((kind, key), text)
    return found


def write_links(link: Link, described: Mapping[int, Description], *, fresh: bool = False) -> None:
    """Make identifiers and headings equal to the descriptions; ``fresh``: the records have none yet."""
    if not fresh:
        ids = list(described)
        link.write(identifiers.delete().where(identifiers.c.record_id.in_(ids)))
        link.write(record_headings.delete().where(record_headings.c.record_id.in_(ids)))
    rows = [row for number, description in described.items() for row in identifier_rows(number, description)]
    if rows:
        link.write(identifiers.insert(), rows)
    _write_headings(link, {number: heading_keys(description) for number, description in described.items()})


def _write_headings(link: Link, wanted: Mapping[int, Mapping[tuple[str, str], str]]) -> None:
    texts = {pair: text for of_one in wanted.values() for pair, text in of_one.items()}
    if not texts:
        return
    # Sorted, so that two writers on PostgreSQL lock common headings in one order.
    language = sorting_language(link)
    rows = [
        {"kind": kind, "heading_key": key, "text": text, "sort_key": sorting_key(text, language)}
        for (kind, key), text in sorted(texts.items())
    ]
    link.write(link.insert(headings).on_conflict_do_nothing(), rows)
    numbers = heading_numbers(link, sorted(texts))
    linked = [
        {"record_id": record_id, "heading_id": numbers[pair]}
        for record_id, of_one in wanted.items()
        for pair in of_one
    ]
    link.write(record_headings.insert(), linked)


def heading_numbers(link: Link, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return the number of each heading that is there, by kind and key."""
    found: dict[tuple[str, str], int] = {}
    for start in range(0, len(pairs), _PER_STATEMENT):
        some = pairs[start : start + _PER_STATEMENT]
        # Kind by kind: asked for pairs, SQLite would read all headings there are.
        for kind in sorted({kind for kind, _ in some}):
            keys = [key for of, key in some if of == kind]
            query = select(headings).where(headings.c.kind == kind, headings.c.heading_key.in_(keys))
            found.update({(kind, row.heading_key): row.id for row in link.all(query)})
    return found


def drop_unused_headings(link: Link, ids: Iterable[int] | None = None) -> int:
    """Delete headings that no record has any more; return how many."""
    unused = headings.delete().where(~exists().where(record_headings.c.heading_id == headings.c.id))
    if ids is not None:
        unused = unused.where(headings.c.id.in_(list(ids)))
    return link.write(unused).rowcount
