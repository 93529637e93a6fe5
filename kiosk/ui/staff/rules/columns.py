"""The columns of the matrix, in groups, because twenty of them do not fit beside one another; free of Qt."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kiosk.model.library import Library
from kiosk.staff.rules.matrix import Row
from kiosk.staff.rules.values import shown, value_label
from kiosk.ui.staff.rules.telling import PARTS, scope_part
from kiosk.ui.staff.widgets.columns import Column
from kiosk.words import Wording

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "loans": ("loanable", "loan_period", "max_loans", "closed_days", "fixed_due_date", "minimum_age"),
        "renewals": ("renewals", "renewal_period", "renew_not_before"),
        "holds": ("holds", "max_holds", "hold_shelf_days"),
        "money": (
            "loan_fee",
            "fine_per_day",
            "fine_grace_days",
            "fine_closed_days",
            "fine_max",
            "replacement_fee",
        ),
        "blocks": ("block_owing", "block_overdue"),
    }
)
NOTHING = "–"
_SCOPE_WIDTHS = MappingProxyType({"branch": 112, "patron_category": 130, "item_type": 152})


def matrix_columns(group: str, library: Library, words: Wording) -> tuple[Column[Row], ...]:
    """Return whom a row is for, then the values of a group, each as it holds for that row."""
    scope = tuple(
        Column(
            part,
            words(f"staff.rules.part.{part}"),
            _scope_cell(part, library, words),
            width=_SCOPE_WIDTHS[part],
        )
        for part in PARTS
    )
    values = tuple(
        Column(name, value_label(name, words), _value_cell(name, library.currency, words), sort=_order(name))
        for name in GROUPS[group]
    )
    return scope + values


def group_of(name: str) -> str:
    """Return the group in which a value stands."""
    return next(group for group, names in GROUPS.items() if name in names)


def _scope_cell(part: str, library: Library, words: Wording) -> Callable[[Row], str]:
    any_of = words("staff.rules.any")
    return lambda row: scope_part(row.scope, part, library, words) or any_of


def _value_cell(name: str, currency: str, words: Wording) -> Callable[[Row], str]:
    return lambda row: shown(name, row.cell(name).holds, words, currency) or NOTHING


def _order(name: str) -> Callable[[Row], object]:
    def of(row: Row) -> object:
        value = row.cell(name).holds
        if value is None:
            return None
        count, _, unit = str(value).partition(" ")
        number = float(count) if count.replace(".", "", 1).isdigit() else 0.0
        return (number * (24 if unit == "days" else 1), str(value))

    return of
