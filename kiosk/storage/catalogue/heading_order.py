"""In which language's order headings stand, and putting them into another one's."""

from sqlalchemy import select, update
from sqlalchemy.sql import bindparam

from kiosk.storage.catalogue.keys import sorting_key
from kiosk.storage.link import Link
from kiosk.storage.tables import headings
from kiosk.storage.tables import library as library_table

_BATCH = 5000
_LANGUAGES = select(library_table.c.languages)


def sorting_language(link: Link) -> str:
    """Return the language by whose rules headings are sorted: the library's first, empty without one."""
    languages = link.scalar(_LANGUAGES)
    return next(iter(languages or ()), "")


def sort_headings_anew(link: Link, language: str) -> None:
    """Give every heading the place that it has by a language's rules."""
    put = update(headings).where(headings.c.id == bindparam("number")).values(sort_key=bindparam("key"))
    after = 0
    while rows := link.all(
        select(headings.c.id, headings.c.text)
        .where(headings.c.id > after)
        .order_by(headings.c.id)
        .limit(_BATCH)
    ):
        link.write(put, [{"number": row.id, "key": sorting_key(row.text, language)} for row in rows])
        after = rows[-1].id
