"""What staff say of an item: lost, claimed as returned, damaged, missing, sound again, given up."""

from datetime import datetime

from kiosk.circulation.acts import Acts
from kiosk.model.item import Condition
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.timing import acting
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn


class DeskItems:
    """Changes the state of one item; done too where it was so before."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    @needs(Right.DESK)
    def lost(self, by: SignedIn, barcode: str, *, at: datetime, act_id: str) -> Outcome:
        """Declare it lost; the fine so far and the replacement are charged."""
        return self._acts.declare_lost(barcode, acting(by, at), act_id=act_id)

    @needs(Right.DESK)
    def claim_returned(self, by: SignedIn, barcode: str, *, at: datetime, reason: str = "") -> Outcome:
        """Note that the patron says to have returned it; raises ItemUnknown, LoanUnknown."""
        return self._acts.claim_returned(barcode, acting(by, at), reason=reason.strip() or None)

    @needs(Right.DESK)
    def drop_claim(self, by: SignedIn, barcode: str, *, at: datetime) -> Outcome:
        """Note that nobody says so any more; raises ItemUnknown, LoanUnknown."""
        return self._acts.claim_returned(barcode, acting(by, at), claims=False)

    @needs(Right.DESK)
    def mark(
        self, by: SignedIn, barcode: str, condition: Condition, *, at: datetime, reason: str = ""
    ) -> Outcome:
        """Note that it is damaged or missing, or sound again; what is on loan is refused."""
        return self._acts.mark(barcode, condition, acting(by, at), reason=reason.strip() or None)

    @needs(Right.CATALOGUE_EDIT)
    def withdraw(self, by: SignedIn, barcode: str, *, at: datetime, reason: str = "") -> Outcome:
        """Give it up; what is on loan is refused."""
        return self._acts.withdraw(barcode, acting(by, at), reason=reason.strip() or None)
