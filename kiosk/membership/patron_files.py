"""Patrons as CSV: in, row by row and never half, and out."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.membership.patron_rows import COLUMNS, RowRejected, patron_of_row, read_sheet
from kiosk.membership.pins import clear_wrong_pins, hash_pin, is_pin_of
from kiosk.model.clock import Clock
from kiosk.model.errors import InvalidPin
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.problem import Problem
from kiosk.model.spreadsheet import disarmed
from kiosk.storage import Act, Database, View

_BATCH = 25  # so that nobody at the desk waits long
_KEPT = ("first_name", "birth_date", "email", "phone", "branch", "expires_on", "language", "restriction")


@dataclass(frozen=True, slots=True)
class PatronImport:
    """What became of the rows: read = created + updated + unchanged + rejected.

    ``problems`` are rejected rows by their line, and on line 1 columns that were left out.
    """

    read: int
    created: int
    updated: int
    unchanged: int
    rejected: int
    problems: tuple[tuple[int, Problem], ...]


def import_patrons(
    database: Database,
    library: Library,
    path: Path,
    clock: Clock,
    noted: Callable[[Act, Mapping[str, int]], None] = lambda work, counts: None,
) -> PatronImport:
    """Take the file's rows; an existing card is updated, columns that the file lacks stay as they are.

    A PIN other than the present one is set as by staff: nobody has to change it, wrong tries are over.
    ``noted`` is called with the counts so far in the transaction of every batch, before its commit: what is
    written there is true also of an import that was killed.
    Raises FileUnreadable, also where card, last name or category have no column.
    """
    sheet = read_sheet(path)
    counts = {"created": 0, "updated": 0, "unchanged": 0}
    problems = [
        (1, Problem.of("patrons.row.unknown_column", column=name, known=COLUMNS)) for name in sheet.unknown
    ]
    absent = tuple(name for name in _KEPT if name not in sheet.header)
    for start in range(0, len(sheet.rows), _BATCH):
        batch = sheet.rows[start : start + _BATCH]
        with database.read() as view:
            known = [_known(view, row.get("card", "")) for _line, row, _spare in batch]
            lost = [view.patrons.former.find(row.get("card", "")) is not None for _line, row, _spare in batch]
        taken: list[Patron] = []
        for (line, row, spare), there, replaced in zip(batch, known, lost, strict=True):
            try:
                if replaced:
                    # Taken, a card that somebody lost would open again.
                    raise RowRejected("replaced_card", card=row["card"])
                taken.append(_completed(row, library, there, absent, spare=spare))
            except RowRejected as rejected:
                problems.append((line, rejected.problem))
        with database.act() as work:
            for patron in taken:
                counts[work.patrons.upsert(replace(patron, created_at=clock.now()))[1]] += 1
                if patron.pin_hash is not None:
                    clear_wrong_pins(work, patron.card)
            noted(work, {"read": min(start + _BATCH, len(sheet.rows)), **counts})
            work.commit()
    read, taken_rows = len(sheet.rows), sum(counts.values())
    return PatronImport(read=read, rejected=read - taken_rows, problems=tuple(problems), **counts)


def _known(view: View, card: str) -> tuple[Patron, str | None] | None:
    """Return the patron of the card with the restriction that an import left, for staff write others."""
    patron = view.patrons.by_card(card)
    if patron is None:
        return None
    open_ones = (one for one in view.patrons.restrictions(patron.id) if one.lifted_at is None)
    return patron, next((one.text for one in open_ones if one.set_by is None), None)


def _completed(
    row: Mapping[str, str],
    library: Library,
    there: tuple[Patron, str | None] | None,
    absent: tuple[str, ...],
    *,
    spare: bool,
) -> Patron:
    """Return the row's patron with what the file does not speak of as it is now; slow where PINs are."""
    if spare:
        raise RowRejected("too_many_columns")
    patron = patron_of_row(row, library)
    pin = row.get("pin")
    if there is not None:
        patron = _with_kept(patron, *there, absent)
        if pin and is_pin_of(there[0].pin_hash, pin):
            pin = None
    try:
        return replace(patron, pin_hash=hash_pin(pin) if pin else None)
    except InvalidPin:
        raise RowRejected("bad_pin") from None


def _with_kept(patron: Patron, before: Patron, imported: str | None, absent: tuple[str, ...]) -> Patron:
    """Return the patron with absent columns as before.

    A restriction that staff wrote is no import's: a file that repeats it, as an export does, changes
    nothing either.
    """
    kept = {name: getattr(before, name) for name in absent if name != "restriction"}
    if "restriction" in absent or patron.restriction == before.restriction:
        kept["restriction"] = imported
    return replace(patron, **kept)


def patrons_csv(view: View) -> tuple[str, int]:
    """Return all patrons as CSV, and how many they are; PINs are left out.

    What a spreadsheet would run is disarmed; an import takes it as it was.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    count = 0
    for batch in view.patrons.iterate():
        for patron in batch:
            count += 1
            writer.writerow([_cell(patron, name) for name in COLUMNS])
    return stream.getvalue(), count


def _cell(patron: Patron, name: str) -> str:
    value = getattr(patron, name) if name != "pin" else None
    return "" if value is None else disarmed(str(value))
