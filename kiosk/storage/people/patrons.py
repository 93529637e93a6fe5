"""Patrons: kept, found, and changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, func, or_, select, text

from kiosk.model.errors import CardUnknown
from kiosk.model.item import barcode_key
from kiosk.model.patron import Address, Patron
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.circulation.privacy import cut_closed_loans
from kiosk.storage.link import Link
from kiosk.storage.people.erasure import PatronFile, erase_patron, patron_file
from kiosk.storage.people.finding import PatronFinder
from kiosk.storage.people.finding_keys import write_keys
from kiosk.storage.people.former_cards import FormerCard, FormerCards
from kiosk.storage.people.guardians import Guardians
from kiosk.storage.people.notes import PatronNotes
from kiosk.storage.people.restrictions import Restriction, Restrictions
from kiosk.storage.people.rows import (
    address_values,
    description_values,
    duplicate_key,
    new_values,
    patron_of,
    select_patrons,
)
from kiosk.storage.tables import patrons

_AT_ONCE = 5000  # numbers in one statement; SQLite allows no more than 32766


class Upserted(StrEnum):
    """What became of an imported patron."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class Patrons:
    """The library's patrons; cards are told without case."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._restrictions = Restrictions(link)
        self.former = FormerCards(link)
        self.guardians = Guardians(link)
        self.finder = PatronFinder(link)
        self.notes = PatronNotes(link)

    def get(self, patron_id: int) -> Patron | None:
        """Return the patron of that number."""
        return self._one(patrons.c.id == patron_id)

    def by_card(self, card: str) -> Patron | None:
        """Return the patron with that card."""
        return self._one(patrons.c.card_key == barcode_key(card))

    def of_number(self, card: str) -> Patron | None:
        """Return the patron whose card that is, or was until it was lost: then the card is told as lost."""
        patron = self.by_card(card)
        former = self.former.find(card) if patron is None else None
        found = self.get(former.patron_id) if former is not None else None
        return patron if found is None or former is None else replace(found, card=former.card, card_lost=True)

    def lock(self, patron_id: int) -> Patron:
        """Return the patron; nobody else changes it before the act ends."""
        self._link.first(
            select(patrons.c.id).where(patrons.c.id == patron_id).with_for_update(key_share=True)
        )
        return self._there(patron_id)

    def there(self, numbers: Iterable[int]) -> frozenset[int]:
        """Return which of the numbers are patrons'."""
        wanted, found = sorted(numbers), set[int]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = patrons.c.id.in_(wanted[start : start + _AT_ONCE])
            found.update(self._link.column(select(patrons.c.id).where(some)))
        return frozenset(found)

    def search(self, text: str, limit: int = 50) -> tuple[Patron, ...]:
        """Return patrons by the beginning of card, last name or e-mail, in order of name."""
        name, key = heading_key(text), barcode_key(text)
        if not key:
            return ()
        found = [patrons.c.card_key.startswith(key, autoescape=True)]
        found.append(func.lower(patrons.c.email).startswith(key, autoescape=True))
        if name:
            found.append(patrons.c.name_key.startswith(name, autoescape=True))
        query = select_patrons().where(or_(*found)).order_by(patrons.c.name_key, patrons.c.id)
        return tuple(patron_of(row) for row in self._link.all(query.limit(limit)))

    def count(self) -> int:
        """Count the patrons."""
        return int(self._link.scalar(select(func.count()).select_from(patrons)))

    def iterate(self, *, batch: int = 500) -> Iterator[list[Patron]]:
        """Yield all patrons in batches by number, memory flat."""
        after = 0
        while rows := self._link.all(
            select_patrons().where(patrons.c.id > after).order_by(patrons.c.id).limit(batch)
        ):
            yield [patron_of(row) for row in rows]
            after = rows[-1].id

    def add(self, patron: Patron) -> Patron | None:
        """Add a patron, whatever its id says; None when the card is taken."""
        statement = self._link.insert(patrons).values(new_values(patron)).on_conflict_do_nothing()
        row = self._link.written(statement.returning(patrons.c.id))
        if row is None:
            return None
        self.former.forget(patron.card)
        if patron.restriction is not None:
            self._restrictions.import_text(row.id, patron.restriction)
        write_keys(self._link, replace(patron, id=row.id))
        return self._there(row.id)

    def update(self, patron: Patron) -> Patron:
        """Replace what describes the person; card, PIN, restrictions and choices stay as they are."""
        self._set(patron.id, **description_values(patron))
        write_keys(self._link, patron)
        return self._there(patron.id)

    def upsert(self, patron: Patron) -> tuple[Patron, Upserted]:
        """Add a patron or update the one with that card.

        A PIN is replaced only by another one, which comes with whether its owner must change it.
        """
        before = self.by_card(patron.card)
        if before is None:
            added = self.add(patron)
            if added is not None:
                return added, Upserted.CREATED
            before = self.by_card(patron.card)
        if before is None:
            raise CardUnknown(card=patron.card)
        values = description_values(patron)
        if patron.pin_hash is not None:
            values |= {"pin_hash": patron.pin_hash, "pin_must_change": patron.pin_must_change}
        self._set(before.id, **values)
        write_keys(self._link, replace(patron, id=before.id))
        self._restrictions.import_text(before.id, patron.restriction)
        after = self._there(before.id)
        return after, Upserted.UNCHANGED if after == before else Upserted.UPDATED

    def set_pin(self, patron_id: int, pin_hash: str | None, *, must_change: bool = False) -> None:
        """Keep the hash of a new PIN, or none; ``must_change`` for one that staff made up."""
        self._set(patron_id, pin_hash=pin_hash, pin_must_change=must_change)

    def set_card_lost(self, patron_id: int, lost: bool) -> None:
        """Mark the card as lost, or as found."""
        self._set(patron_id, card_lost=lost)

    def change_card(self, patron_id: int, card: str, at: datetime) -> bool:
        """Give the patron another card, not lost; False when it is, or was, another patron's.

        A lost card stays known as lost. The patron's own former card becomes theirs again.
        """
        before, other, former = self._there(patron_id), self.by_card(card), self.former.find(card)
        if (other is not None and other.id != patron_id) or (former and former.patron_id != patron_id):
            return False
        self._set(patron_id, card=card.strip(), card_key=barcode_key(card), card_lost=False)
        if before.card_lost and barcode_key(before.card) != barcode_key(card):
            self.former.keep(FormerCard(before.card, patron_id, at))
        self.former.forget(card)
        return True

    def alike(self, patron: Patron) -> tuple[Patron, ...]:
        """Return other patrons of the same name and birth date, or with the same e-mail, by number."""
        return self.alike_each([patron])[patron.id]

    def alike_each(self, some: Sequence[Patron]) -> dict[int, tuple[Patron, ...]]:
        """Return by number, for each of the patrons, who may be the same person; one look for all."""
        keys = {one.id: _told_apart(one) for one in some}
        wanted = set().union(*keys.values())
        names, emails = (sorted(key for kind, key in wanted if kind == told) for told in ("name", "email"))
        found = self._link.all(
            select_patrons()
            .where(or_(patrons.c.duplicate_key.in_(names), func.lower(patrons.c.email).in_(emails)))
            .order_by(patrons.c.id)
        )
        others = [patron_of(row) for row in found]
        told = [(other, _told_apart(other)) for other in others]
        return {
            number: tuple(other for other, theirs in told if other.id != number and own & theirs)
            for number, own in keys.items()
        }

    def temporary(self, limit: int = 500) -> tuple[Patron, ...]:
        """Return patrons with a temporary card, the first made first."""
        # In words that SQLite finds in the partial index; it does not know them as "temporary = 1".
        marked = select_patrons().where(text("patrons.temporary"))
        query = marked.order_by(patrons.c.created_at, patrons.c.id)
        return tuple(patron_of(row) for row in self._link.all(query.limit(limit)))

    def lapsed(self, day: date, after: int, limit: int) -> tuple[int, ...]:
        """Return the numbers of patrons, behind ``after``, whose temporary card ended before that day."""
        over = patrons.c.temporary & (patrons.c.expires_on < day) & (patrons.c.id > after)
        return tuple(self._link.column(select(patrons.c.id).where(over).order_by(patrons.c.id).limit(limit)))

    def set_validity(self, patron_id: int, category: str, expires_on: date | None) -> None:
        """Put the patron into a category, with a card valid through that day; None: for ever."""
        self._set(patron_id, category=category, expires_on=expires_on)

    def confirm(self, patron_id: int, *, by: str, at: datetime) -> None:
        """Note that staff have seen who it is: the card is no longer temporary."""
        self._set(patron_id, temporary=False, confirmed_by=by, confirmed_at=at)

    def set_address(self, patron_id: int, address: Address | None) -> None:
        """Keep where the patron's letters go, or nothing of it."""
        self._set(patron_id, **address_values(address))

    def set_language(self, patron_id: int, language: str | None) -> None:
        """Keep the language in which the patron is spoken to."""
        self._set(patron_id, language=language)

    def set_notices_by(self, patron_id: int, channel: str | None) -> None:
        """Keep how the patron wants to be told: email or none; None: as the library does."""
        self._set(patron_id, notices_by=channel)

    def ask_to_erase(self, patron_id: int, at: datetime | None) -> None:
        """Note that the patron asked to be forgotten, or no longer does."""
        self._set(patron_id, erase_asked_at=at)

    def keep_history(self, patron_id: int, keep: bool) -> None:
        """Keep loans from now on, or forget those that are over, at once."""
        self._set(patron_id, keeps_history=keep)
        if not keep:
            cut_closed_loans(self._link, patron_id=patron_id)

    def restrict(self, patron_id: int, text: str, by: str, at: datetime) -> int:
        """Restrict a card; return the restriction's number."""
        return self._restrictions.set(patron_id, text, by, at)

    def lift(self, restriction_id: int, by: str, at: datetime) -> bool:
        """Lift a restriction; False when it is none or lifted already."""
        return self._restrictions.lift(restriction_id, by, at)

    def restrictions(self, patron_id: int) -> tuple[Restriction, ...]:
        """Return all restrictions of a patron, the newest first."""
        return self._restrictions.of(patron_id)

    def export(self, patron_id: int) -> PatronFile:
        """Return everything that is kept about a patron."""
        return patron_file(self._link, self._there(patron_id))

    def erase(self, patron_id: int) -> None:
        """Forget a patron; PatronHasLoans while loans, holds or charges are open."""
        erase_patron(self._link, self._there(patron_id))

    def _set(self, patron_id: int, **values: object) -> None:
        statement = patrons.update().where(patrons.c.id == patron_id).values(**values)
        if not self._link.write(statement).rowcount:
            raise CardUnknown(patron=patron_id)

    def _there(self, patron_id: int) -> Patron:
        patron = self.get(patron_id)
        if patron is None:
            raise CardUnknown(patron=patron_id)
        return patron

    def _one(self, condition: ColumnElement[bool]) -> Patron | None:
        row = self._link.first(select_patrons().where(condition))
        return None if row is None else patron_of(row)


def _told_apart(patron: Patron) -> frozenset[tuple[str, str]]:
    """Return by what two entries of one person are known as such."""
    key = duplicate_key(patron.last_name, patron.first_name, patron.birth_date)
    found = {("name", key)} if key is not None else set()
    return frozenset(found | ({("email", patron.email.lower())} if patron.email else set()))
