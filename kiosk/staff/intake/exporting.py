"""Records out of the catalogue into a file: all, marked ones, or whatever a search finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.catalog.exporter import Exporter, ExportReport
from kiosk.catalog.finding import Finder
from kiosk.catalog.search import SearchRequest
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

ENDINGS = (".mrc", ".xml", ".json", ".csv")
Told = Callable[[int, int], None]
"""Gets records written and all; may raise ExportCancelled."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records: those of the numbers, else what the search finds, else all."""

    record_ids: tuple[int, ...] | None = None
    search: SearchRequest | None = None


class Outgoing:
    """Writes files; a file appears whole or not at all."""

    def __init__(self, database: Database, exporter: Exporter, finder: Finder) -> None:
        self._database = database
        self._exporter = exporter
        self._finder = finder

    @needs(Right.CATALOGUE_EXPORT)
    def count(self, by: SignedIn, selection: Selection) -> int:
        """Return how many records a selection has now."""
        if selection.record_ids is not None:
            return len(selection.record_ids)
        if selection.search is not None:
            self._finder.catch_up()
            return self._finder.index.search(selection.search).total
        with self._database.read() as view:
            return view.records.counts().titles

    @needs(Right.CATALOGUE_EXPORT)
    def export(
        self, by: SignedIn, path: Path, selection: Selection, *, at: datetime, told: Told | None = None
    ) -> ExportReport:
        """Write the selection in the format that the file's ending names; raises what Exporter.run raises."""
        ids = self._ids(selection)
        of = len(ids) if ids is not None else self._all()
        report = self._exporter.run(path, ids, progress=(lambda done: told(done, of)) if told else None)
        details = {"file": path.name, "records": report.records, "items": report.items}
        with self._database.act() as work:
            work.audit.write(
                at=at, account=by.account, act="catalogue.export", subject="catalogue", details=details
            )
            work.commit()
        return report

    def _ids(self, selection: Selection) -> list[int] | None:
        if selection.record_ids is not None:
            return list(selection.record_ids)
        if selection.search is None:
            return None
        self._finder.catch_up()
        return self._finder.every_id(selection.search)

    def _all(self) -> int:
        with self._database.read() as view:
            return view.records.counts().titles
