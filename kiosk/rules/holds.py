"""Says which item can fill which hold, who waits for it, and how long it waits on the hold shelf."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from kiosk.model.decision import CopyFacts, HoldFacts, RecordFacts
from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import Condition, Item, Place
from kiosk.model.library import Library
from kiosk.rules.calendar import calendar_of, local_day, nth_open_day
from kiosk.rules.codes import same_code
from kiosk.rules.resolution import RuleBook

GONE = frozenset({Condition.LOST, Condition.WITHDRAWN})
WAITING = frozenset({HoldState.QUEUED, HoldState.SUSPENDED})
TRAPPED = frozenset({HoldState.READY, HoldState.IN_TRANSIT})


def standing_at(item: Item) -> str:
    """Return the branch where an item is that nobody has out: its home unless it lies elsewhere."""
    return item.at_branch or item.branch


def could_ever_be_lent(book: RuleBook, item: Item, category: str | None, pickup_branch: str) -> bool:
    """Return whether the item, whatever becomes of it now, may one day be lent at the pickup branch."""
    if item.condition in GONE or item.not_for_loan:
        return False
    return _lent_there(book, (item.branch, item.item_type), category, pickup_branch)


def _lent_there(book: RuleBook, kind: tuple[str, str], category: str | None, pickup_branch: str) -> bool:
    branch, item_type = kind
    if not book.library.lend_other_branches and not same_code(branch, pickup_branch):
        return False
    return book.resolve(branch, category, item_type).values.loanable


def accepts_holds(book: RuleBook, item: Item, category: str | None) -> bool:
    """Return whether rules let patrons of the category place holds on such an item."""
    return book.resolve(item.branch, category, item.item_type).values.holds


def holdable_copies(
    book: RuleBook, copies: Iterable[CopyFacts], category: str | None, pickup_branch: str
) -> tuple[CopyFacts, ...]:
    """Return the copies that a hold collected there can be placed on, by barcode.

    Where rules allow holds on none of them, all that could be lent are returned: a hold that staff
    let through in spite of the rules is filled by these.
    """
    lendable = [c for c in copies if could_ever_be_lent(book, c.item, category, pickup_branch)]
    lendable.sort(key=lambda c: c.item.barcode)
    return tuple([c for c in lendable if accepts_holds(book, c.item, category)] or lendable)


def kind_of_hold(book: RuleBook, facts: HoldFacts) -> tuple[str, str] | None:
    """Return home branch and type of the hold's first holdable item by barcode; None where none is left."""
    category, pickup = facts.hold.patron_category, facts.hold.pickup_branch
    lendable = [kind for kind in facts.kinds if _lent_there(book, kind, category, pickup)]
    allowed = (kind for kind in lendable if book.resolve(kind[0], category, kind[1]).values.holds)
    return next(allowed, lendable[0] if lendable else None)


def can_fill(book: RuleBook, record: RecordFacts, item: Item, hold: Hold) -> bool:
    """Return whether the item, once it is here and sound, can be kept for the hold."""
    if hold.record_id != item.record_id or hold.item_id not in (None, item.id):
        return False
    if item.condition is Condition.DAMAGED:
        return False
    if not could_ever_be_lent(book, item, hold.patron_category, hold.pickup_branch):
        return False
    if hold.item_id == item.id or accepts_holds(book, item, hold.patron_category):
        return True
    copies = holdable_copies(book, record.copies, hold.patron_category, hold.pickup_branch)
    return any(c.item.id == item.id for c in copies)


def can_ever_be_filled(book: RuleBook, record: RecordFacts, hold: Hold) -> bool:
    """Return whether an item is left that could fill the hold one day; if not, the hold closes."""
    return any(
        hold.item_id in (None, c.item.id)
        and could_ever_be_lent(book, c.item, hold.patron_category, hold.pickup_branch)
        for c in record.copies
    )


def waiting(record: RecordFacts) -> tuple[Hold, ...]:
    """Return the holds still in the queue in the order in which they are filled, suspended ones too."""
    return tuple(hold for hold in record.holds if hold.state in WAITING)


def queue_position(record: RecordFacts, hold_id: int) -> int | None:
    """Return the hold's place in the queue from 1, or None once an item is kept for it or it is closed."""
    ids = [hold.id for hold in waiting(record)]
    return ids.index(hold_id) + 1 if hold_id in ids else None


def next_to_fill(book: RuleBook, record: RecordFacts, item: Item) -> Hold | None:
    """Return the first unsuspended hold in the queue that the item can fill: the one it is trapped for."""
    queued = (hold for hold in record.holds if hold.state is HoldState.QUEUED)
    return next((hold for hold in queued if can_fill(book, record, item, hold)), None)


def others_who_want(
    book: RuleBook, record: RecordFacts | None, item: Item, patron_id: int | None
) -> tuple[Hold, ...]:
    """Return the holds of others that need this very item, because the items free are too few for them.

    Whoever waits in the queue yields only to those before, not to those behind.
    """
    if record is None:
        return ()
    ahead: list[Hold] = []
    for hold in record.holds:
        if hold.state is not HoldState.QUEUED or not can_fill(book, record, item, hold):
            continue
        if hold.patron_id == patron_id:
            break
        ahead.append(hold)
    if not ahead:
        return ()
    free = [c.item for c in record.copies if c.item.id != item.id and is_free(c)]
    return () if _all_can_be_filled(book, record, ahead, free) else tuple(ahead)


def is_free(copy: CopyFacts) -> bool:
    """Return whether a sound copy is neither lent, nor kept for anyone, nor with staff."""
    return (
        copy.loan is None
        and copy.trapped_for is None
        and copy.item.condition is Condition.FINE
        and copy.item.place in (Place.SHELF, Place.TRANSIT)
    )


def stands_on_shelf(copy: CopyFacts) -> bool:
    """Return whether a patron can take the copy from its shelf."""
    return is_free(copy) and copy.item.place is Place.SHELF


def has_lapsed(library: Library, hold: Hold, at: datetime) -> bool:
    """Return whether a ready hold has waited beyond its last day at the pickup branch."""
    if hold.state is not HoldState.READY or hold.ready_until is None:
        return False
    return local_day(calendar_of(library, hold.pickup_branch), at) > hold.ready_until


def ready_until(book: RuleBook, item: Item, hold: Hold, ready_at: datetime) -> date:
    """Return the last day on which the item waits: the n-th open day of the pickup branch after it is ready.

    Where that branch has no open day within a year, days are counted as they come.
    """
    days = book.resolve(item.branch, hold.patron_category, item.item_type).values.hold_shelf_days
    calendar = calendar_of(book.library, hold.pickup_branch)
    today = local_day(calendar, ready_at)
    return nth_open_day(calendar, today, days) or today + timedelta(days=days)


def _all_can_be_filled(
    book: RuleBook, record: RecordFacts, holds: Sequence[Hold], items: Sequence[Item]
) -> bool:
    """Return whether every hold can get an item of its own (a maximum matching, one hold at a time)."""
    if len(holds) > len(items):
        return False
    fits = [[i for i, item in enumerate(items) if can_fill(book, record, item, hold)] for hold in holds]
    taken: dict[int, int] = {}
    return all(_place(n, fits, taken, set()) for n in range(len(holds)))


def _place(hold: int, fits: list[list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    for item in fits[hold]:
        if item in tried:
            continue
        tried.add(item)
        if item not in taken or _place(taken[item], fits, taken, tried):
            taken[item] = hold
            return True
    return False
