"""The messages that pictures are taken of are the same each time."""

from pathlib import Path

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from scripts.screenshots import NOW
from scripts.staff_walks_answers import leave_messages
from tests.ui.borrow.lending_library import lending_library


def _left_in(folder: Path) -> list[tuple[str, str]]:
    lending_library(folder).close()
    leave_messages(folder)
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    with services.database.act() as work:
        left = [(one.kind, one.number) for one in work.requests.all()]
    services.close()
    return left


def test_two_rounds_of_pictures_show_the_same_requests_under_the_same_numbers(tmp_path: Path) -> None:
    first, second = _left_in(tmp_path / "first"), _left_in(tmp_path / "second")
    assert first == second
    assert len({number for _, number in first}) == 5
