"""Refuses to renew a loan."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kiosk.model.decision import Act, Reason, ReasonCode
from kiosk.model.loan import Loan
from kiosk.model.rule import PeriodUnit
from kiosk.rules.calendar import local_day, start_of_day
from kiosk.rules.case import Case
from kiosk.rules.holds import others_who_want


def refuse_when_renewals_are_used_up(case: Case) -> Iterator[Reason]:
    """Refuse once the loan was renewed as often as the rules of today allow."""
    loan = _renewed(case)
    if loan is not None and loan.renewals_used >= case.values.renewals:
        values = (("used", loan.renewals_used), ("allowed", case.values.renewals), ("due_at", loan.due_at))
        yield Reason(ReasonCode.RENEWAL_LIMIT, values)


def refuse_when_renewal_is_too_early(case: Case) -> Iterator[Reason]:
    """Refuse before ``renew_not_before``, and what would not be due any later than now.

    ``from`` is the first day (for loans in hours the moment) on which it is worth asking, None
    where no day would help.
    """
    loan = _renewed(case)
    if loan is None:
        return
    first = _first_allowed_day(case, loan)
    gains = case.due is None or case.due.at > loan.due_at
    if case.today >= first and gains:
        return
    start: date | datetime | None = first if gains else _when_it_gains(case, loan, first)
    yield Reason(ReasonCode.RENEWAL_TOO_EARLY, (("from", start), ("due_at", loan.due_at)))


def refuse_when_renewal_is_wanted_by_other(case: Case) -> Iterator[Reason]:
    """Refuse to renew what others wait for."""
    loan = _renewed(case)
    if loan is None or case.copy is None:
        return
    wanted = others_who_want(case.book, case.record, case.copy.item, case.patron_id)
    if wanted:
        values = (("waiting", len(wanted)), ("due_at", loan.due_at))
        yield Reason(ReasonCode.RENEWAL_WANTED_BY_OTHER, values)


def refuse_when_item_is_not_on_loan(case: Case) -> Iterator[Reason]:
    """Refuse to renew what is not on this card; for an unknown card, what is on nobody's."""
    if case.act is not Act.RENEW or case.copy is None:
        return
    if case.copy.loan is None or (case.patron is not None and case.own_loan is None):
        yield Reason(ReasonCode.RENEWAL_NOT_ON_LOAN)


def refuse_when_loan_is_claimed_as_returned(case: Case) -> Iterator[Reason]:
    """Refuse to renew what the patron says is not with them any more."""
    loan = _renewed(case)
    if loan is not None and loan.claims_returned:
        yield Reason(ReasonCode.RENEWAL_CLAIMED_RETURNED)


def _renewed(case: Case) -> Loan | None:
    return case.own_loan if case.act is Act.RENEW else None


def _first_allowed_day(case: Case, loan: Loan) -> date:
    if case.values.renew_not_before is None:
        return case.today
    return local_day(case.calendar, loan.due_at) - timedelta(days=case.values.renew_not_before)


def _when_it_gains(case: Case, loan: Loan, first: date) -> date | datetime | None:
    """Return when a renewal would first be due later than the loan is, up to its due day."""
    if case.period is not None and case.period.unit is PeriodUnit.HOURS:
        return max(loan.due_at - timedelta(hours=case.period.count), start_of_day(case.calendar, first))
    day, last = max(case.today, first), local_day(case.calendar, loan.due_at)
    if not _gains_on(case, loan, last):
        return None
    # The due date never falls as the day of asking goes on, so the first day that gains is found by halving.
    while day < last:
        middle = day + (last - day) // 2
        day, last = (day, middle) if _gains_on(case, loan, middle) else (middle + timedelta(days=1), last)
    return day


def _gains_on(case: Case, loan: Loan, day: date) -> bool:
    new = case.due_if_done(start_of_day(case.calendar, day))
    return new is not None and new.at > loan.due_at
