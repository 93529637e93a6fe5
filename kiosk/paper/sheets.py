"""The standard sheets of labels and cards, by the numbers under which they are sold; sizes in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.model.errors import SheetUnknown, StartNotOnSheet

_A4 = (210.0, 297.0)
_LETTER = (215.9, 279.4)


@dataclass(frozen=True, slots=True)
class Box:
    """A label's place on its page, from the page's lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of labels, laid in the middle of the page."""

    number: str
    columns: int
    rows: int
    width: float
    height: float
    gap_across: float = 0.0
    gap_down: float = 0.0
    page: tuple[float, float] = _A4
    also: str = ""  # its name in a library file, by paper, columns and rows

    @property
    def labels(self) -> int:
        """How many labels there are on a page."""
        return self.columns * self.rows

    def box(self, place: int) -> Box:
        """Return the box of the label at a place: 0 is the first, row by row."""
        row, column = divmod(place, self.columns)
        left = (self.page[0] - self._across(self.columns)) / 2
        top = self.page[1] - (self.page[1] - self._down(self.rows)) / 2
        return Box(
            left + self._across(column) + (self.gap_across if column else 0.0),
            top - self._down(row) - (self.gap_down if row else 0.0) - self.height,
            self.width,
            self.height,
        )

    def places(self, count: int, start: int) -> Iterator[tuple[int, Box]]:
        """Yield page and box of so many labels, the first at `start`, which counts from 1.

        Raises StartNotOnSheet.
        """
        if not 1 <= start <= self.labels:
            raise StartNotOnSheet(start=start, labels=self.labels, sheet=self.number)
        for place in range(start - 1, start - 1 + count):
            page, on_page = divmod(place, self.labels)
            yield page, self.box(on_page)

    def next_start(self, count: int, start: int) -> int:
        """Return where the next label goes after so many from `start`: 1 on a fresh sheet."""
        return (start - 1 + count) % self.labels + 1

    def _across(self, count: int) -> float:
        return count * self.width + max(count - 1, 0) * self.gap_across

    def _down(self, count: int) -> float:
        return count * self.height + max(count - 1, 0) * self.gap_down


SHEETS = (
    Sheet("L4731", 7, 27, 25.4, 10.0, 2.5),
    Sheet("L4732", 5, 16, 35.6, 16.9, 2.5),
    Sheet("L7651", 5, 13, 38.1, 21.2, 2.5, also="a4-5x13"),
    Sheet("L7636", 4, 12, 45.7, 21.2, 2.5, also="a4-4x12"),
    Sheet("L7654", 4, 10, 45.7, 25.4, 2.6),
    Sheet("L7157", 3, 11, 64.0, 24.3, 2.5),
    Sheet("L7159", 3, 8, 63.5, 33.9, 2.5),
    Sheet("L7160", 3, 7, 63.5, 38.1, 2.5),
    Sheet("L7161", 3, 6, 63.5, 46.6, 2.5),
    Sheet("L7162", 2, 8, 99.1, 33.9, 2.5),
    Sheet("L7163", 2, 7, 99.1, 38.1, 2.5),
    Sheet("L7165", 2, 4, 99.1, 67.7, 2.5),
    Sheet("3422", 3, 8, 70.0, 35.0),
    Sheet("3474", 3, 8, 70.0, 37.0, also="a4-3x8"),
    Sheet("3475", 3, 8, 70.0, 36.0),
    Sheet("3651", 4, 10, 52.5, 29.7),
    Sheet("3666", 5, 13, 38.0, 21.2),
    Sheet("3667", 4, 16, 48.5, 16.9),
    Sheet("4780", 4, 10, 48.5, 25.4),
    Sheet("32010", 2, 5, 85.0, 54.0, 10.0, also="a4-2x5"),
    Sheet("32015", 2, 4, 85.0, 54.0, 6.0, 6.0),
    Sheet("5160", 3, 10, 66.675, 25.4, 3.175, page=_LETTER, also="letter-3x10"),
    Sheet("5163", 2, 5, 101.6, 50.8, 4.7625, page=_LETTER),
    Sheet("5167", 4, 20, 44.45, 12.7, 7.62, page=_LETTER),
    Sheet("5371", 2, 5, 88.9, 50.8, page=_LETTER),
)


# No sheet: one card on the paper roll of a receipt printer.
SLIP = Sheet("80 mm", 1, 1, 70.0, 60.0, page=(80.0, 60.0))


def sheet_of(number: str) -> Sheet:
    """Return the sheet sold under that number, or so named in a library file; raises SheetUnknown."""
    for sheet in SHEETS:
        if number.strip().casefold() in (sheet.number.casefold(), sheet.also or None):
            return sheet
    raise SheetUnknown(sheet=number, known=", ".join(sheet.number for sheet in SHEETS))
