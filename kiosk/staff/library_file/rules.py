"""Circulation rules in the library file."""

import re

from kiosk.model.rule import CirculationRule, ClosedDays, Period, PeriodUnit, RuleScope, RuleValues
from kiosk.staff.library_file.tables import Complaint, Table

_PERIOD = re.compile(r"(\d{1,5})\s+(day|hour)s?")


def rule_of(table: Table, number: int, currency: str) -> CirculationRule:
    """Take one ``[[rule]]``; whether its codes are known is judged with the whole file."""
    scope = RuleScope(table.text("branch"), table.text("patron_category"), table.text("item_type"))
    values = RuleValues(
        loanable=table.take("loanable", bool, "true, false"),
        loan_period=_period(table, "loan_period"),
        fixed_due_date=table.day("fixed_due_date"),
        closed_days=table.choice("closed_days", ClosedDays, list(ClosedDays)),
        max_loans=table.count("max_loans"),
        renewals=table.count("renewals"),
        renewal_period=_period(table, "renewal_period"),
        renew_not_before=table.count("renew_not_before"),
        holds=table.take("holds", bool, "true, false"),
        max_holds=table.count("max_holds"),
        hold_shelf_days=table.count("hold_shelf_days"),
        minimum_age=table.count("minimum_age"),
        loan_fee=table.money("loan_fee", currency),
        fine_per_day=table.money("fine_per_day", currency),
        fine_grace_days=table.count("fine_grace_days"),
        fine_closed_days=table.take("fine_closed_days", bool, "true, false"),
        fine_max=table.money("fine_max", currency),
        replacement_fee=table.money("replacement_fee", currency),
        block_owing=table.money("block_owing", currency),
        block_overdue=table.count("block_overdue", 1),
    )
    table.done()
    return CirculationRule(number, scope, values)


def _period(table: Table, key: str) -> Period | None:
    text = table.text(key)
    if text is None:
        return None
    found = _PERIOD.fullmatch(text.strip())
    if not found or int(found[1]) == 0:
        raise Complaint(table.where, "bad_value", key=key, value=text, allowed='"28 days", "3 hours"')
    return Period(int(found[1]), PeriodUnit(found[2] + "s"))
