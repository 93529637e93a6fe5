"""Which items staff should take from the shelf for holds that wait."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosk.model.hold import Hold, HoldState
from kiosk.storage.catalogue.copies import Copy, copy_of, is_available, select_copies
from kiosk.storage.circulation.hold_rows import hold_columns, hold_of, queue_order
from kiosk.storage.link import Link
from kiosk.storage.tables import holds, items, records


@dataclass(frozen=True, slots=True)
class Pull:
    """A copy on the shelf that the hold, the first that wants it, could have."""

    hold: Hold
    copy: Copy
    title: str


def pull_list(link: Link, branch: str) -> tuple[Pull, ...]:
    """Return a copy that stands in the branch for each queued hold that could have it, in shelf order."""
    # What a closing moment says is said by the state already, but finds the index on open holds.
    waiting = (holds.c.state == HoldState.QUEUED.value, holds.c.closed_at.is_(None))
    wanted = select(holds.c.record_id).where(*waiting)
    free: dict[int, list[Copy]] = defaultdict(list)
    standing = select_copies().where(
        func.coalesce(items.c.at_branch, items.c.branch) == branch,
        is_available(),
        items.c.record_id.in_(wanted),
    )
    for row in link.all(standing.order_by(items.c.barcode_key)):
        free[row.record_id].append(copy_of(row))
    queue = (
        select(*hold_columns(), records.c.title)
        .join(records, records.c.id == holds.c.record_id)
        .where(*waiting, holds.c.record_id.in_(list(free)))
        .order_by(*queue_order())
    )
    pulls = []
    for row in link.all(queue) if free else ():
        hold = hold_of(row)
        for copy in free[hold.record_id]:
            if hold.item_id in (None, copy.item.id):
                free[hold.record_id].remove(copy)
                pulls.append(Pull(hold, copy, row.title))
                break
    return tuple(
        sorted(pulls, key=lambda pull: (pull.copy.item.location or "", pull.copy.item.call_number or ""))
    )
