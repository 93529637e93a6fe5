"""Whose card ended long ago and who owes the library nothing: may be forgotten."""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, select

from kiosk.model.patron import Patron
from kiosk.model.request_state import OPEN_REQUEST_STATES
from kiosk.storage.link import Link
from kiosk.storage.people.rows import patron_of, select_patrons
from kiosk.storage.tables import charges, guardians, holds, loans, patrons, requests
from kiosk.storage.tables.circulation import OPEN_STATES

_ASKED = tuple(sorted(state.value for state in OPEN_REQUEST_STATES))


def lapsed_without_obligations(link: Link, before: date, limit: int) -> tuple[Patron, ...]:
    """Return patrons whose card ended before that day and for whom nothing is open, the longest ago first.

    Nothing is: no loan, hold, charge or request, no dispute, and no minor for whom they answer.
    """
    query = select_patrons().where(patrons.c.expires_on < before, _free())
    ordered = query.order_by(patrons.c.expires_on, patrons.c.id).limit(limit)
    return tuple(patron_of(row) for row in link.all(ordered))


def still_lapsed(link: Link, patron_id: int, before: date) -> bool:
    """Tell whether that still holds of one patron."""
    mine = select(patrons.c.id).where(patrons.c.id == patron_id, patrons.c.expires_on < before, _free())
    return link.first(mine) is not None


def _free() -> ColumnElement[bool]:
    mine = patrons.c.id
    at_home = exists().where(
        loans.c.patron_id == mine, loans.c.returned_at.is_(None) | loans.c.claims_returned
    )
    waiting = exists().where(holds.c.patron_id == mine, holds.c.state.in_(OPEN_STATES))
    owing = exists().where(charges.c.patron_id == mine, charges.c.open_amount > 0)
    asking = exists().where(requests.c.patron_id == mine, requests.c.state.in_(_ASKED))
    answering = exists().where(guardians.c.guardian_id == mine)
    return and_(~at_home, ~waiting, ~owing, ~asking, ~answering)
