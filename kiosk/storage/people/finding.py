"""Finds patrons as one types, and lists them by what is wanted of them; every look ends at a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select, text, union

from kiosk.model.item import barcode_key
from kiosk.model.patron import Patron
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.link import Link
from kiosk.storage.people.finding_keys import EMAIL, NAME, PHONE, email_key, phone_key
from kiosk.storage.people.rows import duplicate_key, patron_of, select_patrons
from kiosk.storage.people.sweeping import lapsed_without_obligations, still_lapsed
from kiosk.storage.tables import former_cards, guardians, patron_keys, patrons, restrictions

_BEHIND_ALL = "\U0010ffff"  # behind every other character, in both databases' order


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: parts of a name in any order, a card, an address, digits, a birth date.

    ``card``, ``email`` and ``phone`` are other meanings of one text: whatever one of them finds is found.
    ``words`` must all fit, and so must a birth date.
    """

    words: tuple[str, ...] = ()
    card: str = ""
    email: str = ""
    phone: str = ""
    born: date | None = None


class PatronFinder:
    """Looks up by index alone, however many patrons there are."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def find(self, wanted: Wanted, limit: int) -> tuple[Patron, ...]:
        """Return who fits: the exact card first, then by name."""
        numbers = set[int]()
        for query in _looks(wanted):
            numbers.update(self._link.column(query.limit(limit)))
        return self._in_order(numbers, barcode_key(wanted.card))[:limit]

    def alike(
        self, last_name: str, first_name: str, birth_date: date | None, email: str, limit: int = 10
    ) -> tuple[Patron, ...]:
        """Return who may be that person: the same name, with a birth date that does not differ; or e-mail."""
        words = tuple(heading_key(f"{last_name} {first_name}").split())
        numbers = set[int]()
        if heading_key(last_name) and heading_key(first_name):
            same_day = or_(patrons.c.birth_date == birth_date, patrons.c.birth_date.is_(None))
            known = same_day if birth_date is not None else patrons.c.id > 0
            query = _of_words(words, whole=True).join(patrons, patrons.c.id == patron_keys.c.patron_id)
            numbers.update(self._link.column(query.where(known).limit(limit)))
        key = duplicate_key(last_name, first_name, birth_date)
        if key is not None:
            numbers.update(
                self._link.column(select(patrons.c.id).where(patrons.c.duplicate_key == key).limit(limit))
            )
        if email.strip():
            same = (patron_keys.c.kind == EMAIL) & (patron_keys.c.key == email_key(email))
            numbers.update(self._link.column(select(patron_keys.c.patron_id).where(same).limit(limit)))
        return self._in_order(numbers, "")[:limit]

    def newest(self, limit: int) -> tuple[Patron, ...]:
        """Return who was registered last, the latest first."""
        return self._listed(select_patrons().order_by(patrons.c.id.desc()), limit)

    def expiring(self, first: date, last: date, limit: int) -> tuple[Patron, ...]:
        """Return whose card ends on one of these days, the soonest first."""
        between = patrons.c.expires_on.between(first, last)
        query = select_patrons().where(between).order_by(patrons.c.expires_on, patrons.c.id)
        return self._listed(query, limit)

    def blocked(self, limit: int) -> tuple[Patron, ...]:
        """Return whose card is restricted or lost, the newest patron first."""
        restricted = select(restrictions.c.patron_id).where(restrictions.c.lifted_at.is_(None))
        lost = select(patrons.c.id).where(text("card_lost"))  # as the partial index says it
        either = union(restricted, lost).subquery()
        query = select_patrons().where(patrons.c.id.in_(select(either))).order_by(patrons.c.id.desc())
        return self._listed(query, limit)

    def lapsed(self, before: date, limit: int) -> tuple[Patron, ...]:
        """Return whose card ended before that day and for whom nothing is open, the longest ago first."""
        return lapsed_without_obligations(self._link, before, limit)

    def still_lapsed(self, patron_id: int, before: date) -> bool:
        """Tell whether that still holds of one patron."""
        return still_lapsed(self._link, patron_id, before)

    def wards(self, guardian_id: int) -> tuple[Patron, ...]:
        """Return for whom a patron answers."""
        mine = select(guardians.c.patron_id).where(guardians.c.guardian_id == guardian_id)
        return self._listed(select_patrons().where(patrons.c.id.in_(mine)).order_by(patrons.c.name_key), 100)

    def categories_at_age(self, born_from: date, born_until: date, most: int = 500) -> tuple[str, ...]:
        """Return the categories of patrons born then whose cards staff have seen, at most so many of them."""
        born = patrons.c.birth_date.between(born_from, born_until) & patrons.c.temporary.is_(False)
        return tuple(self._link.column(select(patrons.c.category).where(born).limit(most)))

    def _in_order(self, numbers: set[int], card_key: str) -> tuple[Patron, ...]:
        if not numbers:
            return ()
        query = select_patrons().where(patrons.c.id.in_(numbers)).order_by(patrons.c.name_key, patrons.c.id)
        found = [patron_of(row) for row in self._link.all(query)]
        return tuple(sorted(found, key=lambda one: barcode_key(one.card) != card_key))

    def _listed(self, query: Select[Any], limit: int) -> tuple[Patron, ...]:
        return tuple(patron_of(row) for row in self._link.all(query.limit(limit)))


def _looks(wanted: Wanted) -> list[Select[Any]]:
    """Return the queries for numbers whose finds together are what is wanted, the surest first."""
    looks: list[Select[Any]] = []
    if wanted.card:
        key = barcode_key(wanted.card)
        begun = _from(patrons.c.card_key, key)
        looks.append(select(patrons.c.id).where(begun).order_by(patrons.c.card_key))
        looks.append(select(former_cards.c.patron_id).where(former_cards.c.card_key == key))
    if wanted.email:
        looks.append(_of_key(EMAIL, email_key(wanted.email)))
    if wanted.phone:
        looks.append(_of_key(PHONE, phone_key(wanted.phone)))
    words = [word for text in wanted.words for word in heading_key(text).split()]
    born = patrons.c.birth_date == wanted.born
    if words:
        if wanted.born is not None:
            looks.append(select(patrons.c.id).where(born, *(_has_word(word) for word in words)))
        else:
            by_last_name = _from(patrons.c.name_key, " ".join(words))
            looks.append(select(patrons.c.id).where(by_last_name).order_by(patrons.c.name_key))
            looks.append(_of_words(words))
    elif wanted.born is not None:
        looks.append(select(patrons.c.id).where(born).order_by(patrons.c.id))
    return looks


def _of_key(kind: str, key: str) -> Select[Any]:
    query = select(patron_keys.c.patron_id).where(patron_keys.c.kind == kind, _from(patron_keys.c.key, key))
    return query.order_by(patron_keys.c.key)


def _of_words(words: Sequence[str], *, whole: bool = False) -> Select[Any]:
    """Return a query for who has all the words in the name, begun or whole; the longest leads."""
    leading = max(words, key=len)
    others = list(words)
    others.remove(leading)
    fits = (patron_keys.c.key == leading) if whole else _from(patron_keys.c.key, leading)
    query = select(patron_keys.c.patron_id).where(patron_keys.c.kind == NAME, fits)
    return query.where(*(_other_word(word, whole=whole) for word in others))


def _other_word(word: str, *, whole: bool) -> ColumnElement[bool]:
    other = patron_keys.alias()
    fits = (other.c.key == word) if whole else _from(other.c.key, word)
    return exists().where(other.c.patron_id == patron_keys.c.patron_id, other.c.kind == NAME, fits)


def _has_word(word: str) -> ColumnElement[bool]:
    return exists().where(
        patron_keys.c.patron_id == patrons.c.id,
        patron_keys.c.kind == NAME,
        _from(patron_keys.c.key, word),
    )


def _from(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Say that a column begins so, as a range that an index answers on both databases."""
    return and_(column >= beginning, column < beginning + _BEHIND_ALL)
