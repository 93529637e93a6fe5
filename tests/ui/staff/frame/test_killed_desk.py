"""The workspace is killed, loses its database, or its disk is full: no typed word is lost."""

import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.errors import DiskFull
from kiosk.services import Services
from scripts.desk_hands import DeskHands
from tests.small_disks import filled, small_disk_at
from tests.ui.borrow.lending_library import NOW, lending_library
from tests.ui.staff.conftest import OpenDesk

ROOT = Path(__file__).parents[4]
ROUTE = "catalogue/new/book"
WORDS = "Krótka historia żółwi – Größe 2"


def test_what_was_typed_when_the_process_was_killed_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    lending_library(tmp_path / "library").close()
    command = [sys.executable, "-m", "tests.ui.staff.frame.killed_desk"]
    with subprocess.Popen(
        [*command, str(tmp_path / "library"), ROUTE, "record.title", WORDS], cwd=ROOT, stdout=subprocess.PIPE
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == b"kept\n"
        desk.send_signal(signal.SIGKILL)
    again = Services(LibraryFolder(tmp_path / "library"), FixedClock(NOW))
    hands = DeskHands.over(again)
    try:
        assert "Not saved" in hands.texts()
        hands.click("draftGoOn")
        hands.settle()
        assert hands.shell.route == ROUTE
        assert hands.one(QLineEdit, "record.title").text() == WORDS
    finally:
        hands.close()
        again.close()


def test_a_database_that_is_away_takes_no_word_from_a_form(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.go(ROUTE)
    desk.focus("record.title")
    desk.press("Ctrl+A")
    desk.write(WORDS)
    file = desk.services.folder.path / "library.sqlite3"
    desk.services.database.close()
    away = file.with_suffix(".away")
    file.rename(away)
    file.mkdir()  # nothing that could be opened as a database stands there meanwhile
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.shell.wrong.isVisible()
    assert desk.one(QLineEdit, "record.title").text() == WORDS
    assert desk.page.unsaved() == 1
    file.rmdir()
    away.rename(file)
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 0, desk.shell.wrong.text
    assert desk.aside(newest_title) == WORDS
    desk.mistakes.clear()


def test_a_disk_that_fills_up_under_a_form_takes_no_word_from_it(qtbot: QtBot, tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "disk", 24) as disk:
        services = lending_library(disk / "library")
        desk = DeskHands.over(services)
        try:
            desk.go(ROUTE)
            desk.focus("record.title")
            desk.press("Ctrl+A")
            desk.write(WORDS[:5])
            desk.wait(lambda: bool(desk.place.drafts.all()))
            with filled(disk):
                desk.write(WORDS[5:])
                desk.settle()
                desk.press("Ctrl+S")
                desk.settle()
                assert DiskFull.code in desk.shell.wrong.text
                assert desk.one(QLineEdit, "record.title").text() == WORDS
                assert desk.page.unsaved() == 1
                assert [draft.values for draft in desk.place.drafts.all()], "the words before it are kept"
            desk.press("Ctrl+S")
            desk.settle()
            assert desk.page.unsaved() == 0, desk.shell.wrong.text
            assert desk.aside(newest_title) == WORDS
            desk.mistakes.clear()
        finally:
            desk.close()
            services.close()


def newest_title(services: Services) -> str:
    with services.database.read() as view:
        (found,) = view.records.listing(view.records.newest(1))
    return found.description.title
