"""Patrons as CSV: in, row by row and never half, and out."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.membership.pins import hash_pin
from kiosk.model.clock import Clock
from kiosk.model.errors import FileUnreadable, FormatUnknown, InvalidPin
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.problem import Problem
from kiosk.storage import Database, View

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
_BATCH = 200


@dataclass(frozen=True, slots=True)
class PatronImport:
    """What became of the rows: read = created + updated + unchanged + rejected."""

    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[tuple[int, Problem], ...]


class RowRejected(Exception):
    """A row that cannot be taken; carries why."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.problem = Problem.of(f"patrons.row.{key}", **values)


def import_patrons(database: Database, library: Library, path: Path, clock: Clock) -> PatronImport:
    """Take the file's rows; an existing card is updated, empty columns of it included.

    Raises FileUnreadable, or FormatUnknown where the header lacks card, last name or category.
    """
    rows = _rows(path)
    counts = {"created": 0, "updated": 0, "unchanged": 0}
    problems: list[tuple[int, Problem]] = []
    patrons: list[Patron] = []
    for line, row in rows:
        try:
            patrons.append(_patron(row, library, clock))
        except RowRejected as rejected:
            problems.append((line, rejected.problem))
    for start in range(0, len(patrons), _BATCH):
        with database.act() as work:
            for patron in patrons[start : start + _BATCH]:
                counts[work.patrons.upsert(patron)[1]] += 1
            work.commit()
    return PatronImport(read=len(rows), rejected=len(problems), problems=tuple(problems), **counts)


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FileUnreadable(file=path, problem=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FileUnreadable(file=path, problem="UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = {(name or "").strip().casefold() for name in reader.fieldnames or ()}
    if not {"card", "last_name", "category"} <= header:
        raise FormatUnknown(file=path)
    rows = []
    try:
        for row in reader:
            values = {
                name.strip().casefold(): value.strip()
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str)
            }
            rows.append((reader.line_num, values))
    except csv.Error as error:
        raise FileUnreadable(file=path, problem=str(error)) from error
    return rows


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _patron(row: Mapping[str, str], library: Library, clock: Clock) -> Patron:
    for name in ("card", "last_name", "category"):
        if not row.get(name):
            raise RowRejected("missing", column=name)
    category = next(
        (c.code for c in library.patron_categories if c.code.casefold() == row["category"].casefold()), None
    )
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
        language=row.get("language") or None,
        pin_hash=_pin(row.get("pin")),
        restriction=row.get("restriction") or None,
        created_at=clock.now(),
    )


def _day(row: Mapping[str, str], name: str) -> date | None:
    text = row.get(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RowRejected("bad_date", column=name, value=text) from None


def _pin(text: str | None) -> str | None:
    try:
        return hash_pin(text) if text else None
    except InvalidPin:
        raise RowRejected("bad_pin") from None


def patrons_csv(view: View) -> tuple[str, int]:
    """Return all patrons as CSV, and how many they are."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    count = 0
    for batch in view.patrons.iterate():
        for patron in batch:
            count += 1
            writer.writerow(
                {
                    "card": patron.card,
                    "first_name": patron.first_name or "",
                    "last_name": patron.last_name,
                    "category": patron.category,
                    "birth_date": patron.birth_date.isoformat() if patron.birth_date else "",
                    "email": patron.email or "",
                    "phone": patron.phone or "",
                    "branch": patron.branch or "",
                    "expires_on": patron.expires_on.isoformat() if patron.expires_on else "",
                    "language": patron.language or "",
                    "pin": "",
                    "restriction": patron.restriction or "",
                }
            )
    return stream.getvalue(), count
