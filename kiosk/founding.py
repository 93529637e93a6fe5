"""Founds a library in a folder, empty or filled with the sample library, step by step and safe to repeat."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.library_folder import LibraryFolder
from kiosk.model.errors import DiskFull, FolderNotWritable
from kiosk.settings import write_default_settings
from kiosk.staff.founding import SampleFolder, empty_library

if TYPE_CHECKING:
    from kiosk.services import Services

SAMPLE = Path(__file__).parent.parent / "data"
_ZONE = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Founded:
    """Whether the library was made now, or was there already."""

    created: bool


def found(services: Services, *, demo: bool, report: Callable[[str], None]) -> Founded:
    """Make folder, settings, database and library; ``report`` is told each longer step by key.

    An interrupted sample goes on where it stopped. A library that is there is left as it is.
    """
    folder, settings = services.folder, services.settings
    folder.create(settings)
    # Marked before anything is made, so that whatever is left after a sudden end is known as unfinished.
    begun = demo and not (folder.is_unfinished or folder.holds_library(settings))
    if begun:
        _mark_unfinished(folder)
    write_default_settings(folder.settings_file)
    done = services.upgrade()
    with services.database.read() as view:
        there = view.library.exists()
    if demo and not there:
        _mark_unfinished(folder)
    elif begun:
        # Only its settings were missing: it is no sample of ours.
        folder.unfinished_mark.unlink(missing_ok=True)
    if not there and not demo:
        folder.unfinished_mark.unlink(missing_ok=True)
        with services.database.act() as work:
            work.library.replace(empty_library(_ZONE))
            work.commit()
    if folder.is_unfinished:
        _fill(services, SampleFolder(SAMPLE), report)
        services.database.forget_values()
        folder.unfinished_mark.unlink(missing_ok=True)
    return Founded(done.created or not there)


def _mark_unfinished(folder: LibraryFolder) -> None:
    try:
        folder.unfinished_mark.touch()
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull() if full else FolderNotWritable(folder=folder.path)) from error


def _fill(services: Services, sample: SampleFolder, report: Callable[[str], None]) -> None:
    """Load the sample library's parts in the order in which they need each other."""
    from kiosk.membership.patron_files import import_patrons
    from kiosk.policies.folders import load_articles
    from kiosk.staff.library_file import read_library_file
    from kiosk.staff.sample_acts import SamplePast, read_sample_acts

    database, now = services.database, services.clock.now()
    with database.act() as work:
        work.library.replace(read_library_file(sample.library_file))
        work.commit()
    report("init.step.catalogue")
    trouble = services.importer.run(sample.catalogue()).trouble
    if trouble is not None:
        raise trouble
    report("init.step.patrons")
    import_patrons(database, services.library(), sample.patrons, services.clock)
    report("init.step.past")
    SamplePast(database, services.acts, services.library()).play(read_sample_acts(sample.acts), now)
    report("init.step.policies")
    load_articles(database, sample.policies, by="sample", at=now)
    for drawing in sorted(sample.maps.glob("*.svg")):
        shutil.copyfile(drawing, services.folder.within(services.settings.maps) / drawing.name)
    report("init.step.index")
    services.finder.refresh()
