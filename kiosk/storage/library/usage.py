"""Where codes of the configuration are in use, so that none is taken from under an item or a patron."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, func, literal, select, union_all

from kiosk.storage import tables as t
from kiosk.storage.link import Link


@dataclass(frozen=True, slots=True)
class InUse:
    """So many rows ``by`` (items, patrons, loans, holds) still name the code of that kind."""

    kind: str
    code: str
    by: str
    count: int


# Closed loans name a branch too: reports of past years need it.
_NAMED_BY: dict[str, tuple[tuple[str, Column[str]], ...]] = {
    "branch": (
        ("items", t.items.c.branch),
        ("items", t.items.c.at_branch),
        ("patrons", t.patrons.c.branch),
        ("loans", t.loans.c.branch),
        ("holds", t.holds.c.pickup_branch),
    ),
    "patron_category": (("patrons", t.patrons.c.category),),
    "item_type": (("items", t.items.c.item_type),),
}


def uses_of(link: Link, kind: str, codes: Iterable[str]) -> list[InUse]:
    """Return who names these codes; ``kind`` is branch, patron_category or item_type."""
    wanted = sorted(codes)
    if not wanted:
        return []
    counted = union_all(
        *(
            select(literal(by).label("by"), column.label("code"), func.count().label("uses"))
            .where(column.in_(wanted))
            .group_by(column)
            for by, column in _NAMED_BY[kind]
        )
    ).subquery()
    total = select(counted.c.code, counted.c.by, func.sum(counted.c.uses).label("uses"))
    rows = link.all(total.group_by(counted.c.code, counted.c.by).order_by(counted.c.code, counted.c.by))
    return [InUse(kind, row.code, row.by, int(row.uses)) for row in rows]


def money_in_use(link: Link) -> list[InUse]:
    """Return where amounts of money are kept, which another currency would make wrong."""
    found = (
        ("charges", link.scalar(select(func.count()).select_from(t.charges))),
        ("items", link.scalar(select(func.count()).where(t.items.c.price.is_not(None)))),
        ("loans", link.scalar(select(func.count()).select_from(t.loans))),
    )
    return [InUse("currency", "", by, int(count)) for by, count in found if count]
