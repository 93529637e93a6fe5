"""Puts a library file in force, or tells in words what is still in use of what it leaves out."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import ConfigurationInUse
from kiosk.model.problem import Problem
from kiosk.policies.touched import answers_touched
from kiosk.staff.library_file.reading import read_library_file
from kiosk.storage import Database, InUse


@dataclass(frozen=True, slots=True)
class LibraryLoaded:
    """Whether anything changed, and the keys of the articles whose answers it touches."""

    changed: bool
    answers_touched: tuple[str, ...]


def load_library_file(database: Database, path: Path) -> LibraryLoaded:
    """Make the configuration equal to the file, in one transaction.

    Raises FileUnreadable, LibraryFileInvalid, or ConfigurationInUse with a Problem for every use.
    """
    library = read_library_file(path)
    with database.act() as work:
        work.library.lock()
        before = work.library.load() if work.library.exists() else None
        touched = answers_touched(before, library, work.articles.all())
        try:
            changed = work.library.replace(library)
        except ConfigurationInUse as error:
            raise uses_told(error) from error
        work.commit()
    return LibraryLoaded(changed, touched)


def uses_told(error: ConfigurationInUse) -> ConfigurationInUse:
    """Return the error with a Problem in words for every use that the storage found."""
    uses = error.values["where"]
    assert isinstance(uses, tuple)
    return ConfigurationInUse(where=tuple(use_told(use) for use in uses))


def use_told(use: InUse) -> Problem:
    """Return where something is in use, to be said in words."""
    return Problem.of(
        "library_file.in_use",
        kind=Problem(f"library_file.in_use.{use.kind}"),
        code=use.code,
        count=use.count,
        by=Problem(f"library_file.in_use.by.{use.by}"),
    )
