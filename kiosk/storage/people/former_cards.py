"""Lost cards that were replaced: they stay lost, whoever finds them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from kiosk.model.item import barcode_key
from kiosk.storage.link import Link
from kiosk.storage.tables import former_cards


@dataclass(frozen=True, slots=True)
class FormerCard:
    """A card that was lost, whose it was, and since when another stands for it."""

    card: str
    patron_id: int
    replaced_at: datetime


class FormerCards:
    """Keeps replaced cards; a number that is a card again is none of them."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def keep(self, former: FormerCard) -> None:
        """Keep a card that has been replaced."""
        row = {"card_key": barcode_key(former.card), "card": former.card, "patron_id": former.patron_id}
        row |= {"replaced_at": former.replaced_at}
        statement = self._link.insert(former_cards).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["card_key"], set_=row))

    def find(self, card: str) -> FormerCard | None:
        """Return the former card of that number, told without case."""
        return next(iter(self._all(former_cards.c.card_key == barcode_key(card))), None)

    def of_patron(self, patron_id: int) -> tuple[FormerCard, ...]:
        """Return the cards that a patron lost, the first replaced first."""
        return self._all(former_cards.c.patron_id == patron_id)

    def forget(self, card: str) -> None:
        """Forget a number that is somebody's card again."""
        self._link.write(former_cards.delete().where(former_cards.c.card_key == barcode_key(card)))

    def _all(self, condition: ColumnElement[bool]) -> tuple[FormerCard, ...]:
        query = select(former_cards).where(condition)
        ordered = query.order_by(former_cards.c.replaced_at, former_cards.c.card_key)
        return tuple(FormerCard(row.card, row.patron_id, row.replaced_at) for row in self._link.all(ordered))
