"""Everything of staff that brings records in or out, each made when it is first asked for."""

from functools import cached_property
from pathlib import Path

from kiosk.catalog.exporter import Exporter
from kiosk.catalog.finding import Finder
from kiosk.catalog.import_preview import Previewer
from kiosk.catalog.importer import Importer
from kiosk.catalog.indexed_import import IndexedImport
from kiosk.model.clock import Clock
from kiosk.staff.intake.copying import Copying
from kiosk.staff.intake.exporting import Outgoing
from kiosk.staff.intake.importing import Intake
from kiosk.staff.intake.sources import RecordSources
from kiosk.staff.intake.templates import RecordTemplates
from kiosk.storage import Database


class IntakeServices:
    """The services of intake over one library folder."""

    def __init__(
        self, database: Database, importer: Importer, finder: Finder, clock: Clock, library_folder: Path
    ) -> None:
        self._database = database
        self._importer = importer
        self._finder = finder
        self._clock = clock
        self._folder = library_folder

    @cached_property
    def files(self) -> Intake:
        """Files into the catalogue."""
        indexed = IndexedImport(self._importer, self._finder, self._folder)
        return Intake(self._database, Previewer(self._database, self._clock), self._importer, indexed)

    @cached_property
    def outgoing(self) -> Outgoing:
        """Records into files."""
        return Outgoing(self._database, Exporter(self._database), self._finder)

    @cached_property
    def copying(self) -> Copying:
        """Records of other catalogues."""
        return Copying(self._database)

    @cached_property
    def sources(self) -> RecordSources:
        """Which other catalogues there are."""
        return RecordSources(self._database)

    @cached_property
    def templates(self) -> RecordTemplates:
        """What new records begin as."""
        return RecordTemplates(self._database)
