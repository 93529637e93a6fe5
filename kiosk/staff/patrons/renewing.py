"""Lets a card be valid again: as long as a new one of its category, for the category's fee."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.membership.carrying_out import card_valid_until, local_day
from kiosk.model.charge import ChargeKind
from kiosk.model.errors import CardUnknown
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.staff_errors import PatronChangedMeanwhile
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, NewCharge


@dataclass(frozen=True, slots=True)
class Renewal:
    """What renewing a card would do: valid through ``until``, None for ever, for a fee or none.

    ``act_id`` is the one renewal that this can become: a card that is valid for ever looks the same after it.
    """

    patron: Patron
    until: date | None
    fee: Money | None
    act_id: str = field(default_factory=lambda: str(uuid4()), compare=False)


class CardRenewing:
    """Shows what a renewal would do, and does it once."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.PATRONS_SEE)
    def look(self, by: SignedIn, patron_id: int, *, at: datetime) -> Renewal:
        """Return what it would do now: what is left of a card that still holds is not lost. CardUnknown."""
        with self._database.read() as view:
            patron = view.patrons.get(patron_id)
            if patron is None:
                raise CardUnknown(patron=patron_id)
            return renewal_of(patron, self._decider.libraries.current(view), at)

    @needs(Right.PATRONS_EDIT)
    def renew(self, by: SignedIn, seen: Renewal, *, at: datetime) -> None:
        """Do what was shown, or nothing: PatronChangedMeanwhile where the card is not as it was.

        What was shown once is charged once.
        """
        with self._database.act() as work:
            patron = work.patrons.lock(seen.patron.id)
            library = self._decider.libraries.current(work)
            if renewal_of(patron, library, at) != seen:
                raise PatronChangedMeanwhile(fields=(), names=(), now=None)
            if work.ledger.booked_by(seen.act_id):
                return
            work.patrons.set_validity(patron.id, patron.category, seen.until)
            if seen.fee:
                kind = ChargeKind.MEMBERSHIP
                work.ledger.book(NewCharge(seen.act_id, patron.id, kind, seen.fee, at))
            work.audit.write(
                at=at,
                account=by.account,
                act="renew_card",
                subject="patron",
                subject_id=patron.id,
                details={"fields": ["expires_on"]},
            )
            work.commit()


def renewal_of(patron: Patron, library: Library, at: datetime) -> Renewal:
    """Return what renewing does: the new term begins today, or the day after one that still runs."""
    category = next((one for one in library.patron_categories if one.code == patron.category), None)
    today, until = local_day(library, at), patron.expires_on
    begins = until + timedelta(days=1) if until is not None and until >= today else today
    ends = card_valid_until(category, begins) if category is not None else None
    if ends is not None and begins > today:
        ends -= timedelta(days=1)
    return Renewal(patron, ends, (category.membership_fee or None) if category is not None else None)
