"""Computes what a late return costs, by the values kept with the loan at its last checkout or renewal."""

from datetime import datetime, timedelta

from kiosk.model.calendar import Calendar
from kiosk.model.decision import LoanFacts
from kiosk.model.item import Item
from kiosk.model.library import Library
from kiosk.model.loan import Loan, LoanTerms
from kiosk.model.money import Money
from kiosk.model.rule import PeriodUnit
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.rules.open_days import OpenDays

_DAY = timedelta(days=1)


class FineMeter:
    """Tells the fines of many loans at one moment; each branch's calendar is laid out once."""

    def __init__(self, library: Library, at: datetime) -> None:
        self._library = library
        self._at = at
        self._branches: dict[str, _BranchMeter] = {}

    def running(self, facts: LoanFacts) -> Money:
        """Return the fine that a return at this moment would book, over what is booked already."""
        return self.fine(facts.loan, facts.item_branch, facts.item_price)

    def fine(self, loan: Loan, item_branch: str, price: Money | None) -> Money:
        """Return the same for a loan of an item of that home branch and price."""
        return Money(self.minor(loan, item_branch, price), loan.terms.fine_per_day.currency)

    def minor(self, loan: Loan, item_branch: str, price: Money | None) -> int:
        """Return the same in minor units, for sums over many loans."""
        if loan.due_at >= self._at or not loan.terms.fine_per_day.minor:
            return 0
        return _fine(loan, self._branch(item_branch).overdue_days(loan.terms, loan.due_at), price)

    def overdue_days(self, loan: Loan, item_branch: str) -> int:
        """Return for how many days the loan would be fined, days of grace included."""
        return self._branch(item_branch).overdue_days(loan.terms, loan.due_at)

    def _branch(self, code: str) -> "_BranchMeter":
        meter = self._branches.get(code)
        if meter is None:
            meter = self._branches[code] = _BranchMeter(calendar_of(self._library, code), self._at)
        return meter


class _BranchMeter:
    def __init__(self, calendar: Calendar, at: datetime) -> None:
        self._calendar = calendar
        self._at = at
        self._today = local_day(calendar, at)
        self._open_days = OpenDays(calendar)
        # Many loans fall due at one moment: a date is looked up in the zone once for all of them.
        self._known: dict[tuple[datetime, bool], int] = {}

    def overdue_days(self, terms: LoanTerms, due_at: datetime) -> int:
        if due_at >= self._at:
            return 0
        if terms.loan_period.unit is PeriodUnit.HOURS:
            return -((due_at - self._at) // _DAY)
        key = (due_at, terms.fine_closed_days)
        days = self._known.get(key)
        if days is None:
            days = self._known[key] = self._days_after(due_at, terms.fine_closed_days)
        return days

    def _days_after(self, due_at: datetime, closed_days_count: bool) -> int:
        due_day = local_day(self._calendar, due_at)
        if closed_days_count:
            return (self._today - due_day).days
        return self._open_days.between(due_day, self._today)


def replacement_charge(item: Item, terms: LoanTerms) -> Money:
    """Return what a lost item costs: its own price, else the replacement fee kept with the loan."""
    return _price(item.price, terms.replacement_fee.currency) or terms.replacement_fee


def _fine(loan: Loan, days: int, price: Money | None) -> int:
    """Return the fine in minor units, less what is booked of it; capped over the whole loan."""
    terms = loan.terms
    if days <= terms.fine_grace_days:
        return 0
    booked = loan.fine_booked.minor if loan.fine_booked is not None else 0
    of_these_days = loan.fine_since_due.minor if loan.fine_since_due is not None else 0
    fine = days * terms.fine_per_day.minor - of_these_days
    if terms.fine_max is not None:
        fine = min(fine, terms.fine_max.minor - booked)
    price = _price(price, terms.fine_per_day.currency)
    if price is not None:
        fine = min(fine, price.minor - booked)
    return max(0, fine)


def _price(price: Money | None, currency: str) -> Money | None:
    """Return a price that can be reckoned with: imported ones may be nil or in another currency."""
    return price if price is not None and price.minor > 0 and price.currency == currency else None
