"""A real library on SQLite for pages: works of the sample library with their copies, loans and a patron."""

import csv
import shutil
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.catalog.call_numbers import call_number_key
from kiosk.catalog.folding import fold
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.item import Item
from kiosk.model.loan import LoanTerms
from kiosk.model.money import Money
from kiosk.model.patron import Patron
from kiosk.model.record import Audience, Description, Form
from kiosk.model.rule import Period, PeriodUnit
from kiosk.services import Services
from kiosk.settings import write_default_settings
from kiosk.staff.library_file import read_library_file
from kiosk.storage import Act, NewLoan, NewRecord

DATA = Path(__file__).parents[2] / "data"
NOW = datetime(2026, 11, 24, 14, 32, tzinfo=ZoneInfo("Europe/Berlin"))
CARD = "20000017"
Row = dict[str, str]


def build_library(
    folder: Path, wanted: Callable[[Row], bool] = lambda row: True, lent: Callable[[Row], bool] | None = None
) -> Services:
    """Make a library of the works that are wanted; copies of those that are `lent` are back on 3 December."""
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    services.folder.create(services.settings)
    write_default_settings(services.folder.settings_file)
    services.upgrade()
    for drawing in (DATA / "maps").glob("*.svg"):
        shutil.copyfile(drawing, services.folder.within(services.settings.maps) / drawing.name)
    with services.database.act() as work:
        work.library.replace(read_library_file(DATA / "library.toml"))
        patron = Patron(0, CARD, "Krause", "adult", first_name="Anna", language="de", branch="MAIN")
        work.patrons.add(patron)
        work.commit()
    copies = _copies()
    for batch in _batches([row for row in _works() if wanted(row)], 200):
        with services.database.act() as work:
            for row in batch:
                _add(work, row, copies.get(row["control_number"], []), bool(lent and lent(row)))
            work.commit()
    services.finder.refresh()
    return services


def _works() -> list[Row]:
    rows: list[Row] = []
    for path in sorted((DATA / "catalogue").glob("works-*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows.extend(csv.DictReader(lines))
    return rows


def _copies() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    with (DATA / "catalogue" / "copies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["control_number"], []).append(row)
    return found


def _batches(rows: list[Row], size: int) -> list[list[Row]]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _add(work: Act, row: Row, copies: list[Row], lent: bool) -> None:
    digest = sha256(row["control_number"].encode()).hexdigest()
    record = work.records.add(NewRecord(row["control_number"], "LN", _description(row), "{}", digest), NOW)
    for copy in copies:
        item = Item(
            0,
            record.id,
            copy["barcode"],
            copy["branch"],
            copy["item_type"],
            copy["location"],
            copy["call_number"] or None,
            not_for_loan=copy["item_type"] == "reference",
        )
        key = call_number_key(copy["call_number"]) if copy["call_number"] else None
        added = work.items.add(item, shelf_key=key)
        if lent and added is not None:
            work.loans.open(_loan(added.id))


def _loan(item_id: int) -> NewLoan:
    due = NOW.replace(month=12, day=3, hour=23, minute=59, second=59)
    nothing = Money.zero("EUR")
    terms = LoanTerms(Period(28, PeriodUnit.DAYS), 3, nothing, 1, False, None, nothing)
    return NewLoan(str(uuid.uuid4()), item_id, None, "MAIN", NOW - timedelta(days=19), due, terms)


def _description(row: Row) -> Description:
    several = {
        name: tuple(part.strip() for part in row[name].split(";") if part.strip())
        for name in ("subjects", "isbn")
    }
    contributors = [part.rsplit("(", 1)[0].strip() for part in row["contributors"].split(";") if part.strip()]
    authors = tuple(name for name in (row["author"], *contributors) if name)
    return Description(
        title=row["title"],
        filing_title=fold(row["title"]),
        form=Form(row["form"]),
        subtitle=row["subtitle"] or None,
        authors=authors,
        names=authors,
        subjects=several["subjects"],
        series=(row["series"],) if row["series"] else (),
        summary=row["summary"] or None,
        publisher=row["publisher"] or None,
        place=row["place"] or None,
        extent=row["extent"] or None,
        year=int(row["year"]) if row["year"].isdecimal() else None,
        language=row["language"] or None,
        isbns=several["isbn"],
        audience=Audience(row["audience"]) if row["audience"] else None,
        call_number=row["call_number"] or None,
        online="https://example.org" if row["form"] == "ebook" else None,
    )
