"""What staff typed beside acts, as far as it is about a person: found, told and forgotten with the person.

A reason belongs to what it was typed for: a loan, a hold, a charge, a request or the person. It goes
when that no longer names anybody. Reasons for copies and records belong to nobody, but may name somebody
all the same.
"""

import re
from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, or_, select

from kiosk.storage.link import AT_ONCE, Link, in_parts
from kiosk.storage.tables import audit, charges, holds, loans, requests

_OWNED = (("loan", loans), ("hold", holds), ("charge", charges), ("request", requests))


def about_person(patron_id: int) -> ColumnElement[bool]:
    """Return the condition of entries that are about the person, or about what still names them."""
    about = [(audit.c.subject == "patron") & (audit.c.subject_id == patron_id)]
    for subject, table in _OWNED:
        own = select(table.c.id).where(table.c.patron_id == patron_id)
        about.append((audit.c.subject == subject) & audit.c.subject_id.in_(own))
    return or_(*about)


def forget_reasons(link: Link, subject: str, numbers: Collection[int] | Select[tuple[int]]) -> None:
    """Take out the reasons typed for these loans or holds; who acted, when and over what stays."""
    typed = audit.update().where(
        audit.c.subject == subject, audit.c.subject_id.in_(numbers), audit.c.reason.is_not(None)
    )
    link.write(typed.values(reason=None))


def forget_reasons_naming(link: Link, names: Iterable[str]) -> None:
    """Take out every reason with a word that begins with one of these names or card numbers, in any case.

    Endings are not told apart: in Polish and German a name has several.
    """
    sought = "|".join(re.escape(name.strip().casefold()) for name in names if name.strip())
    if not sought:
        return
    word = re.compile(rf"(?<!\w)(?:{sought})\w{{0,3}}(?!\w)")
    typed = select(audit.c.id, audit.c.reason).where(audit.c.reason.is_not(None))
    # Compared here: SQLite knows no letters beyond ASCII when case does not count.
    found = [
        row.id for rows in link.stream(typed, AT_ONCE) for row in rows if word.search(row.reason.casefold())
    ]
    for some in in_parts(found):
        link.write(audit.update().where(audit.c.id.in_(some)).values(reason=None))
