"""Every page, form and dialog of the workspace is measured, each page in one language; the proof takes all.

What is measured: contrast of each text with the pixels behind it; words that are cut, of labels, buttons,
tabs, choices and headings of columns; size of each target; what sticks out or lies over its neighbour;
whether Tab leads to every control; whether each has a name; keys that two things want. The walk through all
forms is that of `tests/ui/staff/frame`, which fails where a page or a form is forgotten.
Not measured: cells of tables, choices that say themselves whole in a tip, the frame of the focus, the order
of Tab, and larger letters.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.icon_pictures import written_to
from kiosk.ui.staff.pages import page_kinds
from kiosk.ui.staff.style import dress
from scripts.desk_hands import DeskHands
from tests.measured_staff.faults import RULES, faults
from tests.ui.borrow.lending_library import lending_library
from tests.ui.staff.frame.every_form import FORMS, FormAt, at_form, fill

PAGES = tuple(dict.fromkeys(form.page for form in FORMS))
LANGUAGES = ("de", "pl", "en")
SMALL, USUAL, LARGE = (1280, 800), (1440, 900), (1920, 1080)


def measured(folder: Path, page: str, language: str, size: tuple[int, int]) -> list[str]:
    """Walk all forms of a page; return what is wrong there."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, written_to(folder, "down"), written_to(folder, "check"))
    services = lending_library(folder / "library")
    fill(services)
    desk = DeskHands.over(services, language, size)
    found: list[str] = []

    def look(form: FormAt, root: QWidget) -> None:
        wide, high = root.window().width(), root.window().height()
        if wide > size[0] or high > size[1]:
            found.append(f"{form.route}: the window has grown to {wide} × {high} px")
        found.extend(f"{form.route}{', dialog' * form.dialog}: {fault}" for fault in faults(root))

    for form in reversed([one for one in FORMS if one.page == page]):
        at_form(desk, form, partial(look, form))
    desk.mistakes.clear()  # a draft of an article that is not there says so
    desk.close()
    services.close()
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_and_its_forms_hold_on_a_small_screen(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    language = LANGUAGES[PAGES.index(page) % len(LANGUAGES)]
    found = measured(tmp_path, page, language, SMALL)
    assert not found, "\n".join(found)


@pytest.mark.proof
@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_and_its_forms_hold_in_every_language_and_size(
    qtbot: QtBot, tmp_path: Path, page: str, language: str, size: tuple[int, int]
) -> None:
    found = measured(tmp_path, page, language, size)
    assert not found, "\n".join(found)


def test_no_page_of_the_workspace_is_forgotten() -> None:
    assert {kind.section for kind in page_kinds()} == set(PAGES)


def test_what_is_wrong_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: white")
    row = QHBoxLayout(window)
    faint, cut, small, nameless = QLabel("Grey"), QLabel("Cut words"), QPushButton("x"), QLineEdit()
    faint.setStyleSheet("color: #BBBBBB")
    cut.setFixedWidth(20)
    small.setFixedSize(20, 20)
    unreached, over = QPushButton("&Same"), QLabel("Over")
    unreached.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table = QTableWidget(0, 1)
    table.setHorizontalHeaderLabels(["Cut heading"])
    table.setColumnWidth(0, 40)
    for one in (faint, cut, small, nameless, unreached, QPushButton("&Same"), over, table):
        row.addWidget(one)
    window.show()
    qtbot.waitExposed(window)
    row.setEnabled(False)  # what is moved stays there
    over.move(small.pos())
    nameless.move(window.width() - 20, nameless.y())
    assert {fault.partition(":")[0] for fault in faults(window)} == set(RULES)
