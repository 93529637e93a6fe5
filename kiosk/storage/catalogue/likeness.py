"""Which records are like one: they share subjects and authors, and rare ones say more than common ones."""

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import Any

from sqlalchemy import bindparam, func, literal, select

from kiosk.storage.link import Link
from kiosk.storage.tables import record_headings, records

# Of a heading that thousands of records have, so many of the newest stand for all.
_MOST_OF_ONE = 300
# Nobody needs to know how much more common than this a heading is.
_MANY = 5_000
# Candidates enough to choose from; the rarest headings give theirs first.
_MOST = 600


@dataclass(frozen=True, slots=True)
class Alike:
    """A record that shares headings with another one, and how much they say together."""

    record_id: int
    weight: float


def alike(link: Link, record_id: int, limit: int) -> list[Alike]:
    """Return records that share headings with one, those that share the most and the rarest first."""
    weights = _weights(link, record_id)
    candidates = _candidates(link, list(weights), record_id)
    linked = record_headings.c
    shared = select(linked.record_id, linked.heading_id).where(
        linked.record_id.in_(candidates), linked.heading_id.in_(weights)
    )
    found: dict[int, float] = defaultdict(float)
    for row in link.all(shared) if candidates else ():
        found[row.record_id] += weights[row.heading_id]
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], -pair[0]))
    return [Alike(number, weight) for number, weight in ordered[:limit]]


def _weights(link: Link, record_id: int) -> dict[int, float]:
    """Return what each heading of a record says, the rarest first: the fewer have it, the more."""
    linked = record_headings.c
    number: Any = bindparam("number")
    some = select(literal(1)).where(linked.heading_id == number).limit(_MANY).subquery()
    counted = select(func.count()).select_from(some)
    own = link.column(select(linked.heading_id).where(linked.record_id == record_id))
    having = {heading_id: link.all(counted, {"number": heading_id})[0][0] for heading_id in own}
    # The highest number stands for how many records there are: counting them would read them all.
    whole = max(2, link.scalar(select(func.max(records.c.id))) or 0)
    rarest = sorted(own, key=lambda heading_id: (having[heading_id], heading_id))
    return {number: log(1 + whole / having[number]) for number in rarest if having[number] > 1}


def _candidates(link: Link, heading_ids: list[int], record_id: int) -> set[int]:
    linked = record_headings.c
    found: set[int] = set()
    for heading_id in heading_ids:
        if len(found) >= _MOST:
            break
        having = select(linked.record_id).where(linked.heading_id == heading_id)
        found.update(link.column(having.order_by(linked.record_id.desc()).limit(_MOST_OF_ONE)))
    return found - {record_id}
