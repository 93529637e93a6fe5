"""Makes one of two entries of one person: what hung on the one hangs on the other afterwards."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Table, func, select

from kiosk.model.hold import Hold, HoldState
from kiosk.model.item import barcode_key
from kiosk.model.patron import Address, Patron
from kiosk.model.staff_errors import CardsNotOnePerson, HoldsInTheWay
from kiosk.storage.circulation.holds import Holds
from kiosk.storage.circulation.privacy import cut_closed_loans
from kiosk.storage.feed import Feed
from kiosk.storage.link import Link
from kiosk.storage.people.finding_keys import write_keys
from kiosk.storage.people.former_cards import FormerCard, FormerCards
from kiosk.storage.people.rows import address_values, description_values
from kiosk.storage.tables import (
    attempts,
    audit,
    charges,
    former_cards,
    guardians,
    holds,
    loans,
    messages,
    notices,
    patron_notes,
    patrons,
    requests,
    restrictions,
)

_KEPT_FOR = frozenset({HoldState.READY, HoldState.IN_TRANSIT})
_FILLED_IN = ("first_name", "birth_date", "email", "phone", "branch", "language")


@dataclass(frozen=True, slots=True)
class Moved:
    """How many of each went over to the patron who stays; ``closed_holds`` were for what both waited for."""

    loans: int
    holds: int
    charges: int
    requests: int
    messages: int
    closed_holds: int = 0


class Merging:
    """Makes one of two patrons, within one act; touches the titles whose queues change."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def would_move(self, patron_id: int) -> Moved:
        """Count what hangs on a patron."""
        return to_move(self._link, patron_id)

    def merge(self, stays: Patron, goes: Patron, at: datetime) -> Moved:
        """Do it; HoldsInTheWay, CardsNotOnePerson."""
        return merge_patrons(self._link, self._feed, stays, goes, at)


def to_move(link: Link, patron_id: int) -> Moved:
    """Count what hangs on a patron."""

    def count(table: Table) -> int:
        return int(link.scalar(select(func.count()).where(table.c.patron_id == patron_id)))

    return Moved(count(loans), count(holds), count(charges), count(requests), count(messages))


def merge_patrons(link: Link, feed: Feed, stays: Patron, goes: Patron, at: datetime) -> Moved:
    """Move all that hangs on one patron to another, who is the same person, and forget the first entry.

    Both are locked by the caller. Blank details are filled in from the one that goes; its card stays
    known as lost. Loans that are over stay linked only as far as the one who stays chose that. Of two
    holds on one title the one further on stays, in the older one's place. The worse of both holds for
    the card: restrictions go over, and so does all that is owed.
    Raises HoldsInTheWay where an item is kept for either of two such holds, CardsNotOnePerson for one card.
    """
    if stays.id == goes.id:
        raise CardsNotOnePerson(card=stays.card)
    closed = _close_double_holds(Holds(link, feed), stays, goes, at)
    moved = replace(to_move(link, goes.id), closed_holds=closed)
    for table in (loans, holds, charges, requests, messages, notices, patron_notes):
        link.write(table.update().where(table.c.patron_id == goes.id).values(patron_id=stays.id))
    _move_restrictions(link, stays, goes)
    _move_guardians(link, stays, goes)
    mine = (audit.c.subject == "patron") & (audit.c.subject_id == goes.id)
    link.write(audit.update().where(mine).values(subject_id=stays.id))
    link.write(former_cards.update().where(former_cards.c.patron_id == goes.id).values(patron_id=stays.id))
    link.write(attempts.delete().where(attempts.c.scope == f"card:{barcode_key(goes.card)}"))
    link.write(patrons.delete().where(patrons.c.id == goes.id))
    FormerCards(link).keep(FormerCard(goes.card, stays.id, at))
    _fill_in(link, stays, goes)
    cut_closed_loans(link, patron_id=stays.id)
    return moved


def _close_double_holds(rows: Holds, stays: Patron, goes: Patron, at: datetime) -> int:
    """Close one of each two open holds on one title, or on one item, before they meet."""
    own = {(hold.record_id, hold.item_id): hold for hold in rows.of_patron(stays.id)}
    closed = 0
    for other in rows.of_patron(goes.id):
        mine = own.get((other.record_id, other.item_id))
        if mine is None:
            continue
        if mine.state in _KEPT_FOR and other.state in _KEPT_FOR:
            raise HoldsInTheWay(record=other.record_id)
        rows.close(_behind(mine, other).id, HoldState.CANCELLED, at)
        closed += 1
    return closed


def _behind(mine: Hold, other: Hold) -> Hold:
    """Return the hold that is given up: the one for which nothing is kept, else the later one."""
    if (mine.state in _KEPT_FOR) != (other.state in _KEPT_FOR):
        return other if mine.state in _KEPT_FOR else mine
    return max(mine, other, key=lambda hold: (hold.placed_at, hold.id))


def _move_restrictions(link: Link, stays: Patron, goes: Patron) -> None:
    # Only one restriction a patron may be an import's; what moves over staff have seen.
    own = restrictions.c.patron_id == goes.id
    link.write(restrictions.update().where(own).values(patron_id=stays.id, imported=False))


def _move_guardians(link: Link, stays: Patron, goes: Patron) -> None:
    """Let the one who stays answer and be answered for; nobody answers for themselves."""
    each_other = guardians.c.patron_id.in_((stays.id, goes.id)) & guardians.c.guardian_id.in_(
        (stays.id, goes.id)
    )
    link.write(guardians.delete().where(each_other))
    has_one = link.first(select(guardians.c.patron_id).where(guardians.c.patron_id == stays.id))
    theirs = guardians.c.patron_id == goes.id
    if has_one is None:
        link.write(guardians.update().where(theirs).values(patron_id=stays.id))
    else:
        link.write(guardians.delete().where(theirs))
    link.write(guardians.update().where(guardians.c.guardian_id == goes.id).values(guardian_id=stays.id))


def _fill_in(link: Link, stays: Patron, goes: Patron) -> None:
    blank = {name: getattr(goes, name) for name in _FILLED_IN if getattr(stays, name) is None}
    whole = replace(stays, **blank)
    address = stays.address or goes.address or Address()
    values = description_values(whole) | address_values(address)
    link.write(patrons.update().where(patrons.c.id == stays.id).values(values))
    write_keys(link, whole)
