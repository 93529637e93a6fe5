"""A patron as columns, and back; open restrictions come along as one text."""

from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select

from kiosk.model.item import barcode_key
from kiosk.model.patron import Address, Patron
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.tables import patrons, restrictions


def restriction_column() -> Any:
    """Return the texts of a patron's open restrictions as one column, None for none."""
    texts = select(func.aggregate_strings(restrictions.c.text, "\n")).where(
        restrictions.c.patron_id == patrons.c.id, restrictions.c.lifted_at.is_(None)
    )
    return texts.correlate(patrons).scalar_subquery().label("restriction")


def select_patrons() -> Select[Any]:
    """Return a query of patrons, to be narrowed by the caller."""
    return select(*patrons.c, restriction_column())


def patron_of(row: Row[Any]) -> Patron:
    """Return the patron that a row with its ``restriction`` holds."""
    return Patron(
        id=row.id,
        card=row.card,
        last_name=row.last_name,
        category=row.category,
        first_name=row.first_name,
        birth_date=row.birth_date,
        email=row.email,
        phone=row.phone,
        branch=row.branch,
        expires_on=row.expires_on,
        language=row.language,
        pin_hash=row.pin_hash,
        restriction=row.restriction,
        card_lost=row.card_lost,
        keeps_history=row.keeps_history,
        created_at=row.created_at,
        temporary=row.temporary,
        confirmed_at=row.confirmed_at,
        confirmed_by=row.confirmed_by,
        address=_address_of(row),
        pin_must_change=row.pin_must_change,
        notices_by=row.notices_by,
        erase_asked_at=row.erase_asked_at,
    )


def _address_of(row: Row[Any]) -> Address | None:
    address = Address(row.street, row.postcode, row.city)
    return None if address == Address() else address


def description_values(patron: Patron) -> dict[str, Any]:
    """Return what describes the person: all but the card, the PIN, restrictions and choices."""
    return {
        "last_name": patron.last_name,
        "first_name": patron.first_name,
        "name_key": name_key(patron.last_name, patron.first_name),
        "duplicate_key": duplicate_key(patron.last_name, patron.first_name, patron.birth_date),
        "category": patron.category,
        "birth_date": patron.birth_date,
        "email": patron.email,
        "phone": patron.phone,
        "branch": patron.branch,
        "expires_on": patron.expires_on,
        "language": patron.language,
    }


def new_values(patron: Patron) -> dict[str, Any]:
    """Return a new patron by column, restrictions left out."""
    return {
        **description_values(patron),
        "card": patron.card.strip(),
        "card_key": barcode_key(patron.card),
        "pin_hash": patron.pin_hash,
        "card_lost": patron.card_lost,
        "keeps_history": patron.keeps_history,
        "created_at": patron.created_at,
        "temporary": patron.temporary,
        "confirmed_at": patron.confirmed_at,
        "confirmed_by": patron.confirmed_by,
        **address_values(patron.address),
        "pin_must_change": patron.pin_must_change,
        "notices_by": patron.notices_by,
        "erase_asked_at": patron.erase_asked_at,
    }


def address_values(address: Address | None) -> dict[str, Any]:
    """Return an address by column; None takes away the one there was."""
    given = address or Address()
    return {"street": given.street, "postcode": given.postcode, "city": given.city}


def name_key(last_name: str, first_name: str | None) -> str:
    """Return the key under which a person's name is sorted and found."""
    return heading_key(f"{last_name} {first_name or ''}")


def duplicate_key(last_name: str, first_name: str | None, birth_date: date | None) -> str | None:
    """Return the key that two entries of one person share; None without a birth date or any name."""
    name = name_key(last_name, first_name)
    return f"{name}|{birth_date.isoformat()}" if name and birth_date is not None else None
