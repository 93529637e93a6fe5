"""Everything that is kept about one patron: told on request, forgotten on request."""

from dataclasses import dataclass, field

from sqlalchemy import func, select

from kiosk.model.charge import Charge, Settlement
from kiosk.model.decision import LoanFacts
from kiosk.model.errors import PatronHasLoans
from kiosk.model.hold import Hold
from kiosk.model.item import barcode_key
from kiosk.model.patron import Guardian, Patron
from kiosk.storage.circulation.hold_rows import hold_columns, hold_of
from kiosk.storage.circulation.ledger import Ledger
from kiosk.storage.circulation.loan_rows import loan_facts_of, select_loan_facts
from kiosk.storage.desk.audit import Audit, AuditEntry
from kiosk.storage.desk.messages import Message, Messages
from kiosk.storage.desk.notices import Notice, Notices
from kiosk.storage.desk.requests import PatronRequest, Requests, RequestStep
from kiosk.storage.desk.typed_words import about_person, forget_reasons_naming
from kiosk.storage.link import Link
from kiosk.storage.people.attempts import AttemptCounter, Attempts
from kiosk.storage.people.former_cards import FormerCard, FormerCards
from kiosk.storage.people.guardians import Guardians
from kiosk.storage.people.notes import PatronNote, PatronNotes
from kiosk.storage.people.restrictions import Restriction, Restrictions
from kiosk.storage.tables import (
    attempts,
    audit,
    charges,
    guardians,
    holds,
    loans,
    messages,
    patrons,
    requests,
    settlements,
)
from kiosk.storage.tables.circulation import OPEN_STATES


@dataclass(frozen=True, slots=True)
class PatronFile:
    """All there is about a patron, as a right of access demands; loans are those still linked.

    ``steps`` are those of all the requests, by the request's id.
    """

    patron: Patron
    restrictions: tuple[Restriction, ...]
    loans: tuple[LoanFacts, ...]
    holds: tuple[Hold, ...]
    charges: tuple[Charge, ...]
    settlements: tuple[Settlement, ...]
    messages: tuple[Message, ...]
    requests: tuple[PatronRequest, ...]
    steps: tuple[tuple[int, RequestStep], ...] = ()
    notices: tuple[Notice, ...] = ()
    former_cards: tuple[FormerCard, ...] = ()
    guardian: Guardian | None = None
    wards: tuple[int, ...] = ()
    audit: tuple[AuditEntry, ...] = ()
    attempts: Attempts = field(default_factory=Attempts)
    notes: tuple[PatronNote, ...] = ()


def patron_file(link: Link, patron: Patron) -> PatronFile:
    """Gather all that is kept about a patron."""
    linked = select_loan_facts().where(loans.c.patron_id == patron.id).order_by(loans.c.lent_at, loans.c.id)
    placed = select(*hold_columns()).where(holds.c.patron_id == patron.id).order_by(holds.c.id)
    ledger, asking, answering = Ledger(link), Requests(link), Guardians(link)
    asked = asking.of_patron(patron.id)
    return PatronFile(
        patron=patron,
        restrictions=Restrictions(link).of(patron.id),
        loans=tuple(loan_facts_of(row) for row in link.all(linked)),
        holds=tuple(hold_of(row) for row in link.all(placed)),
        charges=ledger.of_patron(patron.id),
        settlements=ledger.settlements(patron.id),
        messages=Messages(link).of_patron(patron.id),
        requests=asked,
        steps=tuple((request.id, step) for request in asked for step in asking.steps(request.id)),
        notices=Notices(link).of_patron(patron.id),
        former_cards=FormerCards(link).of_patron(patron.id),
        guardian=answering.of(patron.id),
        wards=answering.wards(patron.id),
        audit=Audit(link).about_person(patron.id),
        attempts=AttemptCounter(link).of(f"card:{barcode_key(patron.card)}"),
        notes=PatronNotes(link).of(patron.id),
    )


def erase_patron(link: Link, patron: Patron) -> None:
    """Delete a patron with messages, requests, notices, holds and former cards; loans and sums stay.

    They no longer name anybody. A minor for whom the patron answered has lost that guardian.

    Raises PatronHasLoans, with how many of each, while loans, holds or charges are open.
    """
    out = _count(
        link, select(func.count()).where(loans.c.patron_id == patron.id, loans.c.returned_at.is_(None))
    )
    wanted = _count(
        link, select(func.count()).where(holds.c.patron_id == patron.id, holds.c.state.in_(OPEN_STATES))
    )
    owed = _count(
        link, select(func.count()).where(charges.c.patron_id == patron.id, charges.c.open_amount > 0)
    )
    if out or wanted or owed:
        raise PatronHasLoans(loans=out, holds=wanted, charges=owed)
    _take_words(link, patron)
    link.write(holds.delete().where(holds.c.patron_id == patron.id))
    unlinked = {
        "patron_id": None,
        "claims_returned": False,
        "filled_hold_id": None,
        "filled_hold_state": None,
    }
    link.write(loans.update().where(loans.c.patron_id == patron.id).values(unlinked))
    forgotten = {"patron_id": None, "loan_id": None, "item_id": None, "title": None, "note": None}
    link.write(charges.update().where(charges.c.patron_id == patron.id).values(forgotten))
    cards = [patron.card, *(former.card for former in FormerCards(link).of_patron(patron.id))]
    scopes = [f"card:{barcode_key(card)}" for card in cards]
    link.write(attempts.delete().where(attempts.c.scope.in_(scopes)))
    # Name and telephone of a guardian are the guardian's, wherever they are written down.
    link.write(guardians.delete().where(guardians.c.guardian_id == patron.id))
    link.write(patrons.delete().where(patrons.c.id == patron.id))


def _take_words(link: Link, patron: Patron) -> None:
    """Take out what staff wrote beside acts with this patron, and what was left without the card.

    That staff acted, who, when and what, stays.
    """
    own_charges = select(charges.c.id).where(charges.c.patron_id == patron.id)
    link.write(audit.update().where(about_person(patron.id)).values(details={}, reason=None))
    former = (one.card for one in FormerCards(link).of_patron(patron.id))
    forget_reasons_naming(link, (patron.last_name, patron.card, *former))
    link.write(settlements.update().where(settlements.c.charge_id.in_(own_charges)).values(reason=None))
    shared = select(patrons.c.id).where(
        func.lower(patrons.c.email) == (patron.email or "").lower(), patrons.c.id != patron.id
    )
    if patron.email and link.first(shared) is None:
        for table in (messages, requests):
            mine = table.c.patron_id.is_(None) & (func.lower(table.c.email) == patron.email.lower())
            link.write(table.delete().where(mine))
        Notices(link).forget_to(patron.email)


def _count(link: Link, query: object) -> int:
    return int(link.scalar(query))  # type: ignore[arg-type]
