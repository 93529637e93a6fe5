"""The rows of a result that may be long: each is told once, and changed alone; free of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kiosk.ui.patron.title_rows import TitleRow


class FoundRows:
    """Hold the rows read so far; a change costs no more than the rows it is about."""

    def __init__(self) -> None:
        self._rows: list[TitleRow] = []
        self._places: dict[str, int] = {}
        self._given: tuple[TitleRow, ...] | None = None
        self._read = 0
        self._ended = False

    @property
    def rows(self) -> tuple[TitleRow, ...]:
        """Give the rows in their order; the same tuple as long as nothing changes."""
        if self._given is None:
            self._given = tuple(self._rows)
        return self._given

    @property
    def read(self) -> int:
        """Tell from which hit on to read the next page."""
        return self._read

    def more(self, total: int) -> bool:
        """Tell whether of so many hits any are left to read."""
        return not self._ended and self._read < total

    def show(self, rows: Iterable[TitleRow], read: int = 0) -> None:
        """Begin anew with other rows."""
        self._rows, self._places, self._read, self._ended = [], {}, 0, False
        self.add(rows, read)
        self._ended = False

    def add(self, rows: Iterable[TitleRow], read: int) -> None:
        """Add the rows of a page, with which so many hits are read; one without any was the last.

        A title that moved meanwhile stands only once.
        """
        self._given = None
        self._ended, self._read = read <= self._read, max(read, self._read)
        for row in rows:
            if row.record not in self._places:
                self._places[row.record] = len(self._rows)
                self._rows.append(row)

    def renew(self, rows: Iterable[TitleRow]) -> None:
        """Tell anew of titles that are there; their covers stay."""
        for row in rows:
            place = self._places.get(row.record)
            if place is not None:
                self._put(place, replace(row, cover=row.cover or self._rows[place].cover))

    def picture(self, covers: Mapping[str, str]) -> None:
        """Show covers, by record, where there is none yet."""
        for record, cover in covers.items():
            place = self._places.get(record)
            if place is not None and not self._rows[place].cover:
                self._put(place, replace(self._rows[place], cover=cover))

    def records(self, first: int, last: int) -> tuple[str, ...]:
        """Give the ids of the rows from one place to another."""
        return tuple(row.record for row in self._rows[max(0, first) : max(0, last + 1)])

    def _put(self, place: int, row: TitleRow) -> None:
        if row != self._rows[place]:
            self._rows[place] = row
            self._given = None
