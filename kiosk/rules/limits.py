"""Checks how many loans or holds a patron may have at once, group by group of what rules count."""

from collections import Counter
from collections.abc import Iterable

from kiosk.model.decision import CountedLoans, HoldFacts, LimitUse, LoanFacts
from kiosk.model.library import Library
from kiosk.model.rule import CirculationRule
from kiosk.rules.codes import same_code
from kiosk.rules.holds import kind_of_hold
from kiosk.rules.resolution import RuleBook

Kind = tuple[str | None, str | None]
"""Home branch and item type of what is counted."""


def loan_limits(
    library: Library,
    category: str,
    kind: Kind,
    loans: Iterable[LoanFacts],
    but_item: int | None = None,
    counted: Iterable[CountedLoans] = (),
) -> tuple[LimitUse, ...]:
    """Return the use of every loan limit that covers an item of that kind, the narrowest group first.

    Loans claimed as returned are left out, and the loan of the item ``but_item`` itself;
    ``counted`` are those known by number only.
    """
    open_loans = Counter(
        (facts.item_branch, facts.item_type)
        for facts in loans
        if not facts.loan.claims_returned and facts.loan.item_id != but_item
    )
    for further in counted:
        open_loans[further.item_branch, further.item_type] += further.count
    return _limits(library, "max_loans", category, kind, open_loans)


def hold_limits(
    book: RuleBook, category: str, kind: Kind, holds: Iterable[HoldFacts]
) -> tuple[LimitUse, ...]:
    """Return the use of every hold limit that covers a hold of that kind, the narrowest group first."""
    counted: Counter[Kind] = Counter(kind_of_hold(book, facts) or (None, None) for facts in holds)
    return _limits(book.library, "max_holds", category, kind, counted)


def _limits(
    library: Library, name: str, category: str, kind: Kind, counted: Counter[tuple[str, str]] | Counter[Kind]
) -> tuple[LimitUse, ...]:
    uses = []
    for row in _rows_that_hold(library, name, category, kind):
        group = (row.scope.branch, row.scope.item_type)
        used = sum(count for one, count in counted.items() if _covers(group, one))
        uses.append(LimitUse(name, used, getattr(row.values, name), *group, row=row.number))
    return tuple(uses)


def _rows_that_hold(library: Library, name: str, category: str, kind: Kind) -> list[CirculationRule]:
    """Return of each group that covers the kind the row with the most specific patron category."""
    groups: dict[Kind, CirculationRule] = {}
    for row in library.rules:
        scope = row.scope
        if getattr(row.values, name) is None or not _covers((scope.branch, scope.item_type), kind):
            continue
        if scope.patron_category is not None and not same_code(scope.patron_category, category):
            continue
        key = (_folded(scope.branch), _folded(scope.item_type))
        if key not in groups or scope.patron_category is not None:
            groups[key] = row
    return sorted(groups.values(), key=lambda row: -_width(row))


def _width(row: CirculationRule) -> int:
    return 2 * (row.scope.branch is not None) + (row.scope.item_type is not None)


def _covers(group: Kind, kind: Kind) -> bool:
    return (group[0] is None or same_code(group[0], kind[0])) and (
        group[1] is None or same_code(group[1], kind[1])
    )


def _folded(code: str | None) -> str | None:
    return None if code is None else code.casefold()
