"""Forgets whoever joined at a kiosk and never showed up at the desk."""

from datetime import date

from kiosk.circulation.nightly.step import Night
from kiosk.membership.carrying_out import local_day
from kiosk.membership.erasing import erase_person
from kiosk.model.errors import PatronHasLoans

_AT_ONCE = 100


def forget_temporary_cards(night: Night) -> int:
    """Erase the patrons of temporary cards past their last day, one unit of work each; return how many.

    Who still has something out, on hold or to pay stays until that is settled.
    """
    day, passed, gone = local_day(night.library(), night.at), 0, 0
    while found := _lapsed(night, day, passed):
        gone += sum(_forget(night, patron_id, day) for patron_id in found)
        passed = found[-1]
    return gone


def _lapsed(night: Night, day: date, passed: int) -> tuple[int, ...]:
    with night.database.read() as view:
        return view.patrons.lapsed(day, passed, _AT_ONCE)


def _forget(night: Night, patron_id: int, day: date) -> bool:
    with night.database.act() as work:
        if work.patrons.get(patron_id) is None:
            return False
        patron = work.patrons.lock(patron_id)
        if not patron.temporary or patron.expires_on is None or patron.expires_on >= day:
            return False
        try:
            erase_person(work, patron, by="nightly", at=night.at)
        except PatronHasLoans:
            return False
        work.commit()
    return True
