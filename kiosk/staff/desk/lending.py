"""Lending, taking back and renewing at the desk, with what rules allow or staff take upon themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.circulation.acts import Acts
from kiosk.circulation.return_made import ReturnMade
from kiosk.decisions import Decider
from kiosk.model.decision import Override, Reason, ReasonCode
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.model.staff_errors import DatedTooFar
from kiosk.rules.book_drop import filled_since
from kiosk.rules.calendar import calendar_of
from kiosk.rules.overrides import OVERRIDABLE
from kiosk.staff.desk.timing import acting, said
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A return, with the card that has to pay for it and what is noted on the item, for staff to see.

    ``made`` undoes it: it tells whose loan it was, so it is to be shown to nobody and kept nowhere.
    """

    outcome: Outcome
    owing_card: str | None = None
    parts: str | None = None
    note: str | None = None
    made: ReturnMade | None = None


def may_be_set_aside(reasons: Iterable[Reason]) -> frozenset[ReasonCode]:
    """Return the codes to override when staff may set all of the reasons aside, else none."""
    codes = frozenset(reason.code for reason in reasons)
    return codes if codes and codes <= OVERRIDABLE else frozenset()


class DeskLending:
    """Each method is one act; the same ``act_id`` again does it no second time."""

    def __init__(self, database: Database, decider: Decider, acts: Acts) -> None:
        self._database = database
        self._decider = decider
        self._acts = acts

    @needs(Right.DESK)
    def lend(
        self, by: SignedIn, card: str, barcode: str, *, at: datetime, act_id: str, agreed: Money | None
    ) -> Outcome:
        """Lend; nothing is lent for more than was ``agreed``: then a charge comes back without reasons."""
        return self._acts.checkout(card, barcode, acting(by, at), act_id=act_id, agreed=agreed)

    @needs(Right.OVERRIDE)
    def lend_anyway(
        self,
        by: SignedIn,
        card: str,
        barcode: str,
        *,
        at: datetime,
        act_id: str,
        codes: frozenset[ReasonCode],
        reason: str,
    ) -> Outcome:
        """Lend in spite of these reasons; raises ReasonMissing. Whoever lets it through agrees to the fee."""
        by.must(Right.DESK)
        override = Override(codes & OVERRIDABLE, by.account, said(reason))
        return self._acts.checkout(card, barcode, acting(by, at), act_id=act_id, override=override)

    @needs(Right.DESK)
    def renew(self, by: SignedIn, card: str, barcode: str, *, at: datetime, act_id: str) -> Outcome:
        """Renew one loan of the card."""
        return self._acts.renew(card, barcode, acting(by, at), act_id=act_id)

    @needs(Right.OVERRIDE)
    def renew_anyway(
        self,
        by: SignedIn,
        card: str,
        barcode: str,
        *,
        at: datetime,
        act_id: str,
        codes: frozenset[ReasonCode],
        reason: str,
    ) -> Outcome:
        """Renew in spite of these reasons; raises ReasonMissing."""
        by.must(Right.DESK)
        override = Override(codes & OVERRIDABLE, by.account, said(reason))
        return self._acts.renew(card, barcode, acting(by, at), act_id=act_id, override=override)

    @needs(Right.DESK)
    def renew_some(
        self, by: SignedIn, card: str, *, at: datetime, barcodes: Sequence[str] = ()
    ) -> tuple[Outcome, ...]:
        """Renew the loans named, or all of the card; each is decided by itself."""
        return self._acts.renew.all(card, acting(by, at), barcodes)

    @needs(Right.DESK)
    def take_back(
        self,
        by: SignedIn,
        barcode: str,
        *,
        at: datetime,
        act_id: str,
        dated: datetime | None = None,
        reason: str = "",
    ) -> TakenIn:
        """Take an item back, as of an earlier moment where it is dated; raises TimeAhead.

        Further back than a book drop can have waited a date forgives a fine: that wants the right to waive,
        else DatedTooFar, and a reason, else ReasonMissing.
        """
        who = acting(by, at, dated)
        if dated is not None:
            self._refuse_too_far(by, at, dated, reason)
        taking = self._acts.checkin.with_way_back
        outcome, made = taking(barcode, who, act_id=act_id, reason=reason.strip() or None)
        if not outcome.done:
            return TakenIn(outcome)
        with self._database.read() as view:
            item = view.items.by_barcode(outcome.barcode)
            # Only what is owed says whose it was; without that, the link may be cut by now.
            loan = view.loans.get(outcome.loan_id) if outcome.loan_id and outcome.charge else None
            patron = view.patrons.get(loan.patron_id) if loan and loan.patron_id is not None else None
        return TakenIn(
            outcome,
            patron.card if patron else None,
            item.parts if item else None,
            item.note if item else None,
            made,
        )

    @needs(Right.DESK)
    def undo_return(self, by: SignedIn, made: ReturnMade, *, at: datetime, act_id: str) -> Outcome:
        """Take back a return that has just been made here: loan, fine, hold and item are as before.

        Raises ReturnNotUndone, with all that has come of the return since.
        """
        return self._acts.undo_return(made, acting(by, at), act_id=act_id)

    def _refuse_too_far(self, by: SignedIn, at: datetime, dated: datetime, reason: str) -> None:
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        since = filled_since(calendar_of(library, by.branch), at)
        if dated >= since:
            return
        if not by.may(Right.WAIVE):
            raise DatedTooFar(since=since)
        said(reason)

    @needs(Right.DESK)
    def undo(self, by: SignedIn, card: str, barcode: str, *, at: datetime, act_id: str) -> Outcome:
        """Undo the loan that the card has just made here, as if it had never been."""
        return self._acts.undo(card, barcode, acting(by, at), act_id=act_id)
