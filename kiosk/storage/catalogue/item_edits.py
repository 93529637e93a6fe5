"""Changes that librarians make to copies: what describes them, and their end, never where they lie."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.exc import IntegrityError

from kiosk.model.item import Item, Place, barcode_key
from kiosk.model.money import Money
from kiosk.storage.catalogue.copies import item_of
from kiosk.storage.desk.typed_words import forget_reasons
from kiosk.storage.feed import Feed, FeedKind
from kiosk.storage.link import Link, in_parts
from kiosk.storage.money import currency_column
from kiosk.storage.tables import charges, holds, items, loans
from kiosk.storage.tables.circulation import OPEN_STATES


@dataclass(frozen=True, slots=True)
class ItemTies:
    """What keeps a copy: an open loan, an open hold, money owed for it, and loans that are over.

    A loan that was undone is as if it had never been.
    """

    on_loan: bool = False
    held: bool = False
    unpaid: bool = False
    lent: int = 0


class ItemEdits:
    """Describes and forgets copies; every change touches their record in the feed."""

    def __init__(self, link: Link, feed: Feed) -> None:
        self._link = link
        self._feed = feed

    def locked(self, item_ids: Iterable[int]) -> dict[int, Item]:
        """Return these copies as they are now, by number, nobody else changing them before the act ends."""
        found: dict[int, Item] = {}
        # By number from the first to the last part, so that two who lock the same copies wait in one line.
        for some in in_parts(sorted(item_ids)):
            query = select(*items.c, currency_column()).where(items.c.id.in_(some)).order_by(items.c.id)
            rows = self._link.all(query.with_for_update(of=items, key_share=True))
            found |= {row.id: item_of(row) for row in rows}
        return found

    def describe(self, before: Item, values: Mapping[str, Any], shelf_key: str | None) -> bool:
        """Change what describes a copy; False when another has the barcode.

        Where the copy lies and what state it is in stay as they are: others change that meanwhile. One
        that stood at home stands at its new home.
        """
        columns = {name: _plain(value) for name, value in values.items()}
        if "barcode" in columns:
            columns["barcode_key"] = barcode_key(columns["barcode"])
        if "call_number" in columns:
            columns["shelf_key"] = shelf_key
        if "branch" in columns and before.place is Place.SHELF and before.at_branch in (None, before.branch):
            columns["at_branch"] = None
        try:
            self._link.write(items.update().where(items.c.id == before.id).values(columns))
        except IntegrityError:
            if "barcode" not in columns:
                raise
            return False
        self._feed.touch([before.record_id], FeedKind.ITEMS)
        return True

    def ties(self, item_ids: Collection[int]) -> dict[int, ItemTies]:
        """Return what keeps each of these copies."""
        return {number: tie for some in in_parts(list(item_ids)) for number, tie in self._ties(some)}

    def _ties(self, item_ids: Collection[int]) -> Iterator[tuple[int, ItemTies]]:
        held = exists().where(
            or_(holds.c.item_id == items.c.id, holds.c.trapped_item_id == items.c.id),
            holds.c.state.in_(OPEN_STATES),
        )
        of_item = loans.c.item_id == items.c.id
        owed = exists().where(
            charges.c.open_amount > 0,
            or_(
                charges.c.item_id == items.c.id,
                charges.c.loan_id.in_(select(loans.c.id).where(of_item).correlate(items)),
            ),
        )
        lent = (
            select(func.count()).where(of_item, loans.c.undone.is_(False)).correlate(items).scalar_subquery()
        )
        query = select(
            items.c.id,
            exists().where(of_item, loans.c.returned_at.is_(None)).label("on_loan"),
            held.label("held"),
            owed.label("unpaid"),
            lent.label("lent"),
        ).where(items.c.id.in_(item_ids))
        for row in self._link.all(query):
            yield row.id, ItemTies(bool(row.on_loan), bool(row.held), bool(row.unpaid), row.lent)

    def forget_history(self, item_ids: Collection[int]) -> None:
        """Forget loans and holds of these copies that are over; what was charged stays, without them."""
        for some in in_parts(list(item_ids)):
            self._forget_history(some)

    def _forget_history(self, numbers: Collection[int]) -> None:
        of_loans = select(loans.c.id).where(loans.c.item_id.in_(numbers))
        self._link.write(charges.update().where(charges.c.loan_id.in_(of_loans)).values(loan_id=None))
        self._link.write(charges.update().where(charges.c.item_id.in_(numbers)).values(item_id=None))
        ended = loans.c.item_id.in_(numbers) & loans.c.returned_at.is_not(None)
        over = holds.c.item_id.in_(numbers) & holds.c.state.not_in(OPEN_STATES)
        forget_reasons(self._link, "loan", select(loans.c.id).where(ended))
        forget_reasons(self._link, "hold", select(holds.c.id).where(over))
        self._link.write(loans.delete().where(ended))
        self._link.write(holds.delete().where(over))
        kept = holds.c.trapped_item_id.in_(numbers) & holds.c.state.not_in(OPEN_STATES)
        self._link.write(holds.update().where(kept).values(trapped_item_id=None))


def _plain(value: Any) -> Any:
    return value.minor if isinstance(value, Money) else value
