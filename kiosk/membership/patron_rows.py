"""Rows of a CSV file of patrons: read, checked, and turned into patrons."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.model.errors import FileUnreadable
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.problem import Problem
from kiosk.model.spreadsheet import armed

COLUMNS = (
    "card",
    "first_name",
    "last_name",
    "category",
    "birth_date",
    "email",
    "phone",
    "branch",
    "expires_on",
    "language",
    "pin",
    "restriction",
)
REQUIRED = ("card", "last_name", "category")
_LONGEST = 500  # characters; a row that is longer has lost a quotation mark


class RowRejected(Exception):
    """A row that cannot be taken; carries why."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.problem = Problem.of(f"patrons.row.{key}", **values)


@dataclass(frozen=True, slots=True)
class PatronSheet:
    """A file's header and rows, each with its line; ``spare`` is what stands beyond the last column."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str], bool], ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the columns that are none of ours."""
        return tuple(name for name in self.header if name and name not in COLUMNS)


def read_sheet(path: Path) -> PatronSheet:
    """Read a file with its delimiter found out; raises FileUnreadable, also for missing columns."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileUnreadable(file=path, problem=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path, problem=Problem.of("patrons.file.not_utf8")) from error
    try:
        rows = list(_lines(text))
    except csv.Error as error:
        raise FileUnreadable(file=path, problem=str(error)) from error
    header = tuple(name.strip().casefold() for name in rows[0][1]) if rows else ()
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        problem = Problem.of("patrons.file.columns_missing", columns=tuple(missing))
        raise FileUnreadable(file=path, problem=problem)
    return PatronSheet(header, tuple(_named(header, line, cells) for line, cells in rows[1:]))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row that is not blank with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _named(header: tuple[str, ...], line: int, cells: list[str]) -> tuple[int, Mapping[str, str], bool]:
    padded = [armed(cell.strip()) for cell in cells] + [""] * (len(header) - len(cells))
    spare = any(padded[len(header) :])
    return line, dict(zip(header, padded, strict=False)), spare


def patron_of_row(row: Mapping[str, str], library: Library) -> Patron:
    """Return the patron that a row describes, without a PIN; raises RowRejected."""
    _refuse_what_no_form_would_hold(row)
    categories = {category.code.casefold(): category.code for category in library.patron_categories}
    category = categories.get(row["category"].casefold())
    if category is None:
        raise RowRejected("unknown_category", category=row["category"])
    branch = library.branch(row["branch"]) if row.get("branch") else None
    if row.get("branch") and branch is None:
        raise RowRejected("unknown_branch", branch=row["branch"])
    return Patron(
        id=0,
        card=row["card"],
        last_name=row["last_name"],
        category=category,
        first_name=row.get("first_name") or None,
        birth_date=_day(row, "birth_date"),
        email=row.get("email") or None,
        phone=row.get("phone") or None,
        branch=branch.code if branch else None,
        expires_on=_day(row, "expires_on"),
        language=row.get("language", "").casefold() or None,
        restriction=row.get("restriction") or None,
    )


def _refuse_what_no_form_would_hold(row: Mapping[str, str]) -> None:
    for name in REQUIRED:
        if not row.get(name):
            raise RowRejected("missing", column=name)
    for name in COLUMNS:
        text = row.get(name, "")
        if len(text) > _LONGEST:
            raise RowRejected("too_long", column=name, longest=_LONGEST)
        if any(ord(character) < 32 and character not in "\n\r\t" for character in text):
            raise RowRejected("bad_text", column=name)


def _day(row: Mapping[str, str], name: str) -> date | None:
    text = row.get(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RowRejected("bad_date", column=name, value=text) from None
