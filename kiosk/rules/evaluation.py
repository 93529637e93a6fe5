"""The one decision function: may this be done, why not, until when and for how much."""

from datetime import datetime

from kiosk.model.decision import Act, Decision, Facts, Request
from kiosk.model.item import Condition
from kiosk.model.loan import LoanTerms
from kiosk.model.money import Money
from kiosk.rules.case import Case, open_case
from kiosk.rules.fines import FineMeter
from kiosk.rules.overrides import set_aside
from kiosk.rules.refusals import reasons_against
from kiosk.rules.resolution import RuleBook

BIRTH_DATE_UNKNOWN = "warning.birth_date_unknown"
ITEM_WAS_MISSING = "warning.item_was_missing"
NO_LOAN_PERIOD = "warning.no_loan_period"


def evaluate(request: Request, facts: Facts) -> Decision:
    """Decide the request from the facts alone; all reasons against it are given, not the first only."""
    return decide(open_case(request, facts, RuleBook(facts.library)))


def decide(case: Case) -> Decision:
    """Decide a case laid out before."""
    # Without a due date there is nothing to lend until, whatever staff set aside.
    override = case.request.override if case.act is Act.HOLD or case.due is not None else None
    standing, aside = set_aside(reasons_against(case), override)
    allowed = not standing
    return Decision(
        allowed=allowed,
        act=case.act,
        reasons=standing,
        overridden=aside,
        due_at=_due_at(case, allowed),
        charge=case.values.loan_fee if case.act is Act.CHECKOUT else Money.zero(case.library.currency),
        fine_to_book=_fine_to_book(case),
        terms=_terms(case),
        rules=case.resolved.applied,
        limits=case.limits,
        warnings=_warnings(case),
    )


def _due_at(case: Case, allowed: bool) -> datetime | None:
    """Return the new due moment; a renewal that staff let through too early never shortens the loan."""
    if case.due is None or not _makes_a_loan(case):
        return None
    if allowed and case.own_loan is not None:
        return max(case.due.at, case.own_loan.due_at)
    return case.due.at


def _makes_a_loan(case: Case) -> bool:
    return case.act is Act.CHECKOUT or (case.act is Act.RENEW and case.own_loan is not None)


def _fine_to_book(case: Case) -> Money | None:
    if case.act is not Act.RENEW or case.own_loan is None or case.item is None:
        return None
    return FineMeter(case.library, case.at).fine(case.own_loan, case.item.branch, case.item.price)


def _terms(case: Case) -> LoanTerms | None:
    if case.due is None or case.period is None or not _makes_a_loan(case):
        return None
    values = case.values
    return LoanTerms(
        loan_period=case.period,
        renewals=values.renewals,
        fine_per_day=values.fine_per_day,
        fine_grace_days=values.fine_grace_days,
        fine_closed_days=values.fine_closed_days,
        fine_max=values.fine_max,
        replacement_fee=values.replacement_fee,
    )


def _warnings(case: Case) -> tuple[str, ...]:
    warnings = list(case.due.warnings) if case.due is not None else []
    patron = case.patron.patron if case.patron is not None else None
    if patron is not None and patron.birth_date is None and case.values.minimum_age is not None:
        warnings.append(BIRTH_DATE_UNKNOWN)
    if case.act is Act.CHECKOUT and case.copy is not None and case.copy.item.condition is Condition.MISSING:
        warnings.append(ITEM_WAS_MISSING)
    if case.period is None and case.act is not Act.HOLD:
        warnings.append(NO_LOAN_PERIOD)
    return tuple(warnings)
