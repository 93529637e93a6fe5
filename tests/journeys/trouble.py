"""What the tests of trouble share: what is told of it, and what the library holds afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.model.outcome import ActBy
from kiosk.model.record import record_key
from kiosk.services import Services
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import wording
from tests.journeys.conftest import Kiosk


def told(kind: type[KioskError], language: str = "en") -> str:
    """Return the whole sentence of an error, with its code."""
    return trouble_behind(kind()).said(wording(language))


def database_file(kiosk: Kiosk) -> Path:
    """Return the file in which the library lies."""
    return kiosk.folder / "library.sqlite3"


def is_lent(kiosk: Kiosk, barcode: str) -> bool:
    """Look whether an item is on loan."""

    def look(services: Services) -> bool:
        with services.database.read() as view:
            item = view.items.by_barcode(barcode)
            return item is not None and view.loans.of_item(item.id) is not None

    return kiosk.aside(look)


def all_lent_to_others(kiosk: Kiosk, card: str) -> str:
    """Return the id of a title whose every copy is on loan, and that this card neither has nor waits for."""

    def look(services: Services) -> str:
        by = ActBy(services.clock.now(), "MAIN")
        statement = services.accounts.statement(card, by.at, by.branch, by.functions)
        own = {loan.barcode for loan in statement.loans}
        wanted = {hold.title for hold in statement.holds}
        with services.database.read() as view:
            titles = (title for batch in view.records.iterate(marc=False) for title in batch)
            return next(
                record_key(title.record.id)
                for title in titles
                if title.copies
                and title.record.description.title not in wanted
                and all(str(copy.status) == "on_loan" for copy in title.copies)
                and not own & {copy.item.barcode for copy in title.copies}
            )

    return kiosk.aside(look)


def counts(kiosk: Kiosk) -> dict[str, int]:
    """Count what acts leave behind: half an act would show in one of them alone."""
    tables = ("loans", "renewals", "holds", "charges", "settlements", "audit", "changes")
    with closing(sqlite3.connect(database_file(kiosk))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
