"""What a report is, whatever it tells: columns, rows and how to draw them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.model.library import Library
from kiosk.model.problem import Problem
from kiosk.model.texts import LocalText
from kiosk.storage import LateLoan, UsedItem

MOST_DAYS = 3 * 366


class ColumnKind(StrEnum):
    """How a column is written and sorted."""

    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    DAY = "day"
    YEAR = "year"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``key`` names its heading."""

    key: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True)
class Chart:
    """Which columns are drawn: ``series`` over ``labels``, ``compared`` dotted; as a line or as bars.

    ``most`` are the rows drawn, where those behind them are sums.
    """

    labels: int
    series: tuple[int, ...]
    compared: int | None = None
    line: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Rows under columns; a cell is whatever words can show, or None for nothing.

    ``more`` is the row behind which the next page begins, None where this is the last. ``marks`` name the
    record of each row, where rows are about records.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    chart: Chart | None = None
    more: UsedItem | LateLoan | None = None
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What a report is about: local days, both inclusive, and a branch or category of patron, or all."""

    first: date
    last: date
    branch: str | None = None
    category: str | None = None
    item_type: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called in this library; one that is gone stands for itself."""

    library: Library

    def branch(self, code: str) -> LocalText:
        """Return a branch's name."""
        known = self.library.branch(code)
        return known.name if known else LocalText.of(code)

    def category(self, code: str) -> LocalText | Problem:
        """Return the name of a category of patron."""
        if not code:
            return Problem("staff.reports.no_category")
        found = (one.name for one in self.library.patron_categories if one.code == code)
        return next(found, LocalText.of(code))

    def item_type(self, code: str) -> LocalText:
        """Return the name of a type of item."""
        return next((one.name for one in self.library.item_types if one.code == code), LocalText.of(code))

    def location(self, name: str) -> LocalText | Problem:
        """Return a location as items name it."""
        return LocalText.of(name) if name else Problem("staff.reports.no_location")
