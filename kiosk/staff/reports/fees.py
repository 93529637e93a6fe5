"""What was charged, paid and waived in a span of days, and what is owed now, by what it is for."""

from kiosk.decisions import Decider
from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.rules.counting import span_of_days
from kiosk.staff.reports.report import Ask, Chart, Column, ColumnKind, Report
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_LESS = (
    SettlementKind.PAYMENT,
    SettlementKind.WAIVER,
    SettlementKind.REVERSAL,
    SettlementKind.REFUND,
)
_KEYS = ("charged", "paid", "waived", "reversed", "refunded", "owed")


class FeeReports:
    """Adds up the ledger; fines that still run are nobody's debt yet and left out."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.REPORTS)
    def by_kind(self, by: SignedIn, ask: Ask) -> Report:
        """Return a line for each kind of charge and one for all together."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            span = span_of_days(library, ask.first, ask.last)
            sums = view.fee_sums
            found = (sums.charged(*span), *(sums.settled(*span, how) for how in _LESS), sums.owed())
        nothing = Money.zero(library.currency)
        kinds = [kind for kind in ChargeKind if any(kind in column for column in found)]
        rows = [
            (Problem(f"staff.reports.charge.{kind}"), *(column.get(kind, nothing) for column in found))
            for kind in kinds
        ]
        if len(rows) > 1:
            totals = (sum(column.values(), nothing) for column in found)
            rows.append((Problem("staff.reports.together"), *totals))
        columns = (Column("charge_kind"), *(Column(key, ColumnKind.MONEY) for key in _KEYS))
        return Report(columns, tuple(rows), Chart(0, (1, 2), most=len(kinds) or None))
