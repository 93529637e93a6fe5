"""A small library with all the sample's articles, and two patrons, at 14:32 one Tuesday."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.patron import Patron
from kiosk.policies.folders import load_articles
from kiosk.services import Services
from kiosk.settings import write_default_settings
from kiosk.staff.library_file import read_library_file

DATA = Path(__file__).parents[3] / "data"
NOW = datetime(2026, 11, 24, 14, 32, tzinfo=ZoneInfo("Europe/Berlin"))
NIGHT = datetime(2026, 11, 24, 23, 5, tzinfo=ZoneInfo("Europe/Berlin"))
ADULT, CHILD = "20000017", "20000033"


def make_library(folder: Path) -> None:
    """Fill a folder with the library."""
    services = open_library(folder)
    services.folder.create(services.settings)
    write_default_settings(services.folder.settings_file)
    services.upgrade()
    with services.database.act() as work:
        work.library.replace(read_library_file(DATA / "library.toml"))
        work.patrons.add(Patron(0, ADULT, "Krause", "adult", "Anna", language="de", branch="MAIN"))
        work.patrons.add(Patron(0, CHILD, "Weber", "child", "Carla", language="de", branch="MAIN"))
        work.commit()
    load_articles(services.database, DATA / "policies", by="sample", at=NOW)
    services.close()


def open_library(folder: Path, now: datetime = NOW) -> Services:
    """Open it at that moment."""
    return Services(LibraryFolder(folder), FixedClock(now))
