"""Puts a library file in force, or tells in words what is still in use of what it leaves out."""

from pathlib import Path

from kiosk.model.errors import ConfigurationInUse
from kiosk.model.problem import Problem
from kiosk.staff.library_file.reading import read_library_file
from kiosk.storage import Database, InUse


def load_library_file(database: Database, path: Path) -> bool:
    """Make the configuration equal to the file, in one transaction; return whether anything changed.

    Raises FileUnreadable, LibraryFileInvalid, or ConfigurationInUse with a Problem for every use.
    """
    library = read_library_file(path)
    with database.act() as work:
        try:
            changed = work.library.replace(library)
        except ConfigurationInUse as error:
            uses = error.values["where"]
            assert isinstance(uses, tuple)
            raise ConfigurationInUse(where=tuple(_use(use) for use in uses)) from error
        work.commit()
    return changed


def _use(use: InUse) -> Problem:
    return Problem.of(
        "library_file.in_use",
        kind=Problem(f"library_file.in_use.{use.kind}"),
        code=use.code,
        count=use.count,
        by=Problem(f"library_file.in_use.by.{use.by}"),
    )
