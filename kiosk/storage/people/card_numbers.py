"""Numbers for new cards, one after another, none of them ever given before."""

from sqlalchemy import select

from kiosk.model.card_number import card_number, most_serials
from kiosk.model.errors import NoCardNumberLeft
from kiosk.model.item import barcode_key
from kiosk.model.library import CardFormat
from kiosk.storage.link import Link
from kiosk.storage.numbers import count_up, counter
from kiosk.storage.tables import former_cards, meta, patrons

_LAST = "card_number"
_AT_ONCE = 500


class CardNumbers:
    """Counts up in the database, so that no two kiosks hand out one number."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def hold(self) -> None:
        """Let nobody else give out a number before the act ends, for one that is chosen."""
        first = self._link.insert(meta).values(name=_LAST, value="0")
        self._link.write(first.on_conflict_do_update(index_elements=["name"], set_={"value": meta.c.value}))

    def draw(self, form: CardFormat) -> str:
        """Return the next number of that form that is nobody's and never was; NoCardNumberLeft at the end.

        The counter stays locked until the act ends: draw shortly before the patron is added.
        """
        count_up(self._link, _LAST)
        first, most = counter(self._link, _LAST), most_serials(form)
        while first <= most:
            last = min(first + _AT_ONCE - 1, most)
            numbers = {serial: card_number(form, serial) for serial in range(first, last + 1)}
            taken = self._taken([barcode_key(number) for number in numbers.values()])
            for serial, number in numbers.items():
                if barcode_key(number) not in taken:
                    self._link.write(meta.update().where(meta.c.name == _LAST).values(value=str(serial)))
                    return number
            first = last + 1
        raise NoCardNumberLeft(prefix=form.prefix, length=form.length)

    def _taken(self, keys: list[str]) -> frozenset[str]:
        now = self._link.column(select(patrons.c.card_key).where(patrons.c.card_key.in_(keys)))
        before = select(former_cards.c.card_key).where(former_cards.c.card_key.in_(keys))
        return frozenset(now) | frozenset(self._link.column(before))
