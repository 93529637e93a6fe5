"""Files into the catalogue: looked into, tried without storing, taken, each behind the right for it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.catalog.import_preview import Preview, Previewer
from kiosk.catalog.import_progress import Progress
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.importer import Importer
from kiosk.catalog.indexed_import import IndexedImport
from kiosk.catalog.search import IndexProgress
from kiosk.model.errors import KioskError
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database

_BEGUN, _DONE = "catalogue.import_begun", "catalogue.import"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to be imported and how: ``items`` is auto, none or a tag; ``columns`` headings to columns."""

    paths: tuple[Path, ...]
    items: str = "auto"
    columns: tuple[tuple[str, str], ...] = ()
    overwrite: bool = False

    @property
    def meant(self) -> Mapping[str, str]:
        """Return what headings of tables mean."""
        return dict(self.columns)


class Intake:
    """Imports as staff do it; stopping leaves whole records, and repeating goes on."""

    def __init__(
        self, database: Database, previewer: Previewer, importer: Importer, indexed: IndexedImport
    ) -> None:
        self._database = database
        self._previewer = previewer
        self._importer = importer
        self._indexed = indexed

    @needs(Right.CATALOGUE_BULK)
    def preview(self, by: SignedIn, plan: ImportPlan, path: Path, limit: int = 20) -> Preview:
        """Return the first records of one of the files as they would be; nothing is stored.

        Raises FileUnreadable and FormatUnknown.
        """
        return self._previewer.look(path, plan.items, plan.meant, limit)

    @needs(Right.CATALOGUE_BULK)
    def check(self, by: SignedIn, plan: ImportPlan, progress: Progress | None = None) -> ImportReport:
        """Return what an import would do; nothing is stored. ``progress`` may raise ImportCancelled."""
        return self._importer.run(
            plan.paths,
            plan.items,
            dry_run=True,
            overwrite=plan.overwrite,
            columns=plan.meant,
            progress=progress,
        )

    @needs(Right.CATALOGUE_BULK)
    def run(
        self,
        by: SignedIn,
        plan: ImportPlan,
        *,
        at: datetime,
        progress: Progress | None = None,
        indexing: IndexProgress | None = None,
    ) -> ImportReport:
        """Import, and bring the index up to date; ``progress`` may raise ImportCancelled.

        That it began is written down before the first record, so that one that was killed is known of.
        """
        self._note(by, _BEGUN, plan, at, None)
        report = self._indexed.run(
            plan.paths,
            plan.items,
            overwrite=plan.overwrite,
            columns=plan.meant,
            progress=progress,
            indexing=indexing,
        )
        if report.trouble is None:
            self._note(by, _DONE, plan, at, report)
        else:
            # The report tells of trouble with the database; that it cannot be noted there says no more.
            with suppress(KioskError):
                self._note(by, _DONE, plan, at, report)
        return report

    def _note(
        self, by: SignedIn, act: str, plan: ImportPlan, at: datetime, report: ImportReport | None
    ) -> None:
        details: dict[str, object] = {
            "files": [path.name for path in plan.paths],
            "items": plan.items,
            "overwrite": plan.overwrite,
        }
        if report is not None:
            details |= {
                "read": report.read,
                "created": report.created,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "rejected": report.rejected,
                "items_created": report.items_created,
                "items_updated": report.items_updated,
                "cancelled": report.cancelled,
                "complete": report.complete,
            }
        with self._database.act() as work:
            work.audit.write(at=at, account=by.account, act=act, subject="catalogue", details=details)
            work.commit()
