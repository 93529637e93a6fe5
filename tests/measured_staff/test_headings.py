"""No heading of a table is cut, on no page or dialog that pictures are taken of, in no language and size."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW
from scripts.staff_walks import StaffWalk, walks
from tests.journeys.conftest import Sample
from tests.measured_staff.headings import cut_headings
from tests.measured_staff.test_workspace import LANGUAGES, LARGE, SMALL, USUAL


@pytest.mark.proof
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", walks(), ids=lambda walk: walk.name)
def test_no_heading_is_cut_on_the_way_to_a_picture(
    qtbot: QtBot, tmp_path: Path, sample: Sample, walk: StaffWalk, language: str
) -> None:
    home = tmp_path / "library"
    shutil.copytree(sample.folder, home)
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
