"""No heading of a table is cut, on no page or dialog that pictures are taken of, in no language and size."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW
from scripts.staff_walks import StaffWalk, walks
from tests.measured_staff.headings import cut_headings
from tests.measured_staff.test_workspace import LANGUAGES, LARGE, SMALL, USUAL


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make the sample library once."""
    home = tmp_path_factory.mktemp("sample") / "library"
    services = Services(LibraryFolder(home), FixedClock(NOW))
    found(services, demo=True, report=lambda _: None)
    services.close()
    yield home
    shutil.rmtree(home)


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", walks(), ids=lambda walk: walk.name)
def test_no_heading_is_cut_on_the_way_to_a_picture(
    qtbot: QtBot, tmp_path: Path, sample: Path, walk: StaffWalk, language: str
) -> None:
    home = tmp_path / "library"
    shutil.copytree(sample, home)
    if walk.prepare is not None:
        walk.prepare(home)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    services = Services(LibraryFolder(home), FixedClock(NOW))
    hands = DeskHands.over(services, language, walk.size, signed_in=walk.signed_in)
    cut: list[str] = []

    def look(name: str) -> None:
        hands.settle()
        for size in (SMALL, LARGE, USUAL):
            hands.window.resize(*size)
            hands.settle()
            for front in (QApplication.activeModalWidget(), hands.window):
                if front is not None:
                    cut.extend(f"{name}, {size[0]} × {size[1]}: {one}" for one in cut_headings(front))

    walk.steps(hands, look)
    hands.close()
    services.close()
    assert not cut, "\n".join(dict.fromkeys(cut))
