"""An import and, beside or behind it, the search index: what is stored is found when it has ended."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from kiosk.catalog.finding import Finder
from kiosk.catalog.import_progress import Progress
from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.importer import Importer
from kiosk.catalog.index_process import IndexBeside
from kiosk.catalog.search import IndexProgress
from kiosk.model.errors import KioskError

# A usual record's bytes; a file of so many is indexed while it is read.
_USUAL_RECORD = 1500
_WORTH_A_PROCESS = 10_000


class IndexedImport:
    """Imports files and has them found, in a process of its own where they are many."""

    def __init__(self, importer: Importer, finder: Finder, library_folder: Path) -> None:
        self._importer = importer
        self._finder = finder
        self._folder = library_folder

    def run(
        self,
        paths: Sequence[Path],
        items: str = "auto",
        *,
        overwrite: bool = False,
        columns: Mapping[str, str] | None = None,
        progress: Progress | None = None,
        indexing: IndexProgress | None = None,
    ) -> ImportReport:
        """Import and return the report; trouble with the index is the report's trouble, the records stay."""
        with ExitStack() as beside:
            follower = None
            if (records := _about(paths)) >= _WORTH_A_PROCESS:
                follower = beside.enter_context(IndexBeside(self._folder, records))
            report = self._importer.run(paths, items, overwrite=overwrite, columns=columns, progress=progress)
            if follower is not None:
                follower.finish(indexing or _unheard)
            if report.trouble is None:
                # All of it: whoever imports has the time, and nobody else is told to look after the rest.
                try:
                    self._finder.refresh(indexing)
                except KioskError as failed:
                    return replace(report, trouble=failed)
        return report


def _about(paths: Sequence[Path]) -> int:
    """Return about how many records the files hold."""
    return sum(path.stat().st_size for path in paths if path.is_file()) // _USUAL_RECORD


def _unheard(_done: int, _of: int) -> None:
    pass
