"""A room where copies are worked on: the services over a small library, and who may use them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.catalog.finding import Finder
from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import DEFAULT_LEADER, Field, MarcRecord, control, data_field
from kiosk.model.clock import FixedClock
from kiosk.model.item import Item
from kiosk.model.record import BibRecord
from kiosk.staff.copies.fields import CopyFields
from kiosk.staff.copies.services import CopyServices
from kiosk.staff.rights import FIRST_ROLES
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import AuditEntry, Database, RecordTies
from tests.circulation.desk import NOON, Desk


def signed_in(role: str = "librarian", account: str = "anna") -> SignedIn:
    return SignedIn(account, account.title(), role, frozenset(map(str, FIRST_ROLES[role])), "MAIN")


ANNA, BOB = signed_in(), signed_in(account="bob")


class CataloguedDesk(Desk):
    """A desk whose titles have MARC records of their own."""

    def title(self, name: str = "Emma") -> int:
        return self.described(f"c{next(self._numbers)}", name).id

    def described(self, number: str, title: str, *more: Field, author: str = "Mantel, Hilary") -> BibRecord:
        fields = [control("001", number), data_field("100", "1 ", ("a", author))]
        marc = MarcRecord(DEFAULT_LEADER, (*fields, data_field("245", "10", ("a", title)), *more))
        with self.database.act() as work:
            added = work.records.add(new_record(marc), NOON)
            work.commit()
        return added


class Workroom:
    """The services over a desk's library."""

    def __init__(self, database: Database, index: Path) -> None:
        self.desk = desk = CataloguedDesk(database)
        finder = Finder(desk.database, desk.decider, index)
        self.finder = finder
        self.services = CopyServices(desk.database, desk.decider, desk.acts, finder, FixedClock(NOON))

    def fields(self, **changed: Any) -> CopyFields:
        return replace(CopyFields("", "MAIN", "book", "Fiction", "FIC MAN"), **changed)

    def add(self, *barcodes: str, record: int | None = None, **changed: Any) -> tuple[Item, ...]:
        of_record = self.desk.title() if record is None else record
        return self.services.editing.add(ANNA, of_record, self.fields(**changed), barcodes)

    def described(self, number: str, title: str, *more: Field, author: str = "Mantel, Hilary") -> BibRecord:
        return self.desk.described(number, title, *more, author=author)

    def now(self, barcode: str) -> Item | None:
        with self.desk.database.read() as view:
            return view.items.by_barcode(barcode)

    def record(self, number: int) -> BibRecord | None:
        with self.desk.database.read() as view:
            return view.records.get(number)

    def trail(self, subject: str, number: int) -> tuple[AuditEntry, ...]:
        with self.desk.database.read() as view:
            return view.audit.about(subject, number)

    def ties(self, number: int) -> RecordTies:
        with self.desk.database.read() as view:
            return view.merging_records.ties(number)
