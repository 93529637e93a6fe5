"""Refuses for what a patron owes, has overdue, is too young for or has too many of."""

from collections.abc import Iterable, Iterator

from kiosk.model.decision import Act, LimitUse, Reason, ReasonCode
from kiosk.rules.ages import age_on
from kiosk.rules.case import Case
from kiosk.rules.owing import owes


def refuse_when_patron_owes(case: Case) -> Iterator[Reason]:
    """Refuse one who owes more than ``block_owing``, running fines included."""
    allowed = case.values.block_owing
    if case.patron is None or allowed is None:
        return
    owed = owes(case.library, case.patron, case.at)
    if owed > allowed:
        yield Reason(ReasonCode.PATRON_OWES, (("owes", owed), ("allowed", allowed)))


def refuse_when_patron_has_overdue(case: Case) -> Iterator[Reason]:
    """Refuse to lend and renew to one with ``block_overdue`` overdue loans; holds may be placed."""
    allowed = case.values.block_overdue
    if case.patron is None or allowed is None or case.act is Act.HOLD:
        return
    late = [facts for facts in case.patron.loans if facts.loan.due_at < case.at]
    if len(late) >= allowed:
        yield Reason(
            ReasonCode.PATRON_OVERDUE,
            (
                ("count", len(late)),
                ("allowed", allowed),
                ("titles", tuple(facts.title for facts in late)),
                ("barcodes", tuple(facts.barcode for facts in late)),
            ),
        )


def refuse_when_patron_is_too_young(case: Case) -> Iterator[Reason]:
    """Refuse one under ``minimum_age`` that day; an unknown birth date fails no age rule."""
    least = case.values.minimum_age
    born = case.patron.patron.birth_date if case.patron is not None else None
    if least is None or born is None:
        return
    age = age_on(case.today, born)
    if age < least:
        yield Reason(ReasonCode.PATRON_TOO_YOUNG, (("minimum_age", least), ("age", age)))


def refuse_when_loans_reach_a_limit(case: Case) -> Iterator[Reason]:
    """Refuse one loan more than a group's limit, once for each group."""
    if case.act is Act.CHECKOUT:
        yield from _reached(ReasonCode.LIMIT_LOANS, case.limits)


def refuse_when_holds_reach_a_limit(case: Case) -> Iterator[Reason]:
    """Refuse one hold more than a group's limit, once for each group."""
    if case.act is Act.HOLD:
        yield from _reached(ReasonCode.LIMIT_HOLDS, case.limits)


def _reached(code: ReasonCode, uses: Iterable[LimitUse]) -> Iterator[Reason]:
    for use in uses:
        if use.used >= use.allowed:
            yield Reason(
                code,
                (
                    ("used", use.used),
                    ("allowed", use.allowed),
                    ("branch", use.branch),
                    ("item_type", use.item_type),
                ),
            )
