"""An import by keyboard alone: looked at, checked, stored, reported, stopped, and gone on with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QTableView

from kiosk.catalog.import_report import ImportReport
from kiosk.catalog.problems import located, warning
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.staff.rights import Right
from kiosk.ui.staff.intake.import_page import ImportPage
from kiosk.ui.staff.intake.import_state import Step, Work
from kiosk.ui.staff.intake.report_view import problem_source
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.widgets.columns import Asked
from kiosk.words import wording
from scripts.desk_hands import DeskHands
from tests.catalog.small_records import book, iso2709, item
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.intake.conftest import Choose, Elsewhere

KINDS = (
    PageKind("catalogue/import", Right.CATALOGUE_BULK, ImportPage),
    PageKind("catalogue", Right.CATALOGUE_SEE, Elsewhere, icon="book"),
)


def page(hands: DeskHands) -> ImportPage:
    assert isinstance(hands.page, ImportPage)
    return hands.page


def titles(services: Services) -> int:
    with services.database.read() as view:
        return view.records.counts().titles


def said(hands: DeskHands, name: str) -> str:
    return hands.one(QLabel, name).text()


def test_real_records_are_imported_by_keyboard_alone(real: Path, open_desk: OpenDesk, choose: Choose) -> None:
    hands = open_desk("en", kinds=KINDS)
    before = hands.aside(titles)
    choose(real / "marc" / "evergreen-concerto-852.xml")
    hands.go("catalogue/import")
    hands.press("Ctrl+O")
    hands.settle()
    hands.press("Ctrl+Return")
    hands.settle()
    assert said(hands, "previewFound") == "found: 852"
    rows = hands.rows("previewRecords")
    assert (len(rows), rows[0][1], rows[0][6]) == (20, "La canzone italiana del Novecento", "new")
    hands.press("Ctrl+Return")
    hands.settle()
    assert "344 titles and 469 items" in said(hands, "checkHeadline")
    assert hands.aside(titles) == before
    hands.press("Ctrl+Return")
    hands.settle()
    assert page(hands).state.step is Step.DONE
    assert said(hands, "count_items_created") == "469"
    assert hands.aside(titles) == before + 344
    hands.press("Ctrl+Return")
    assert page(hands).state.paths == ()


def test_a_table_with_strange_headings_is_imported_after_saying_what_they_mean(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose
) -> None:
    table = tmp_path / "strange.csv"
    table.write_text("Werk;Nr\nTyll;NEU-1\n", encoding="utf-8")
    choose(table)
    hands = open_desk("de", kinds=KINDS)
    hands.go("catalogue/import")
    hands.press("Ctrl+O")
    hands.settle()
    hands.press("Ctrl+Return")
    hands.settle()
    assert hands.seen("previewUnusable")
    assert not hands.find("importForward").isEnabled()
    for name, keys in (("column0", "Titel"), ("column1", "Strich")):
        hands.focus(name)
        hands.write(keys)
        hands.settle()
        assert hands.focused().objectName() == name
    assert dict(page(hands).state.columns) == {"Werk": "title", "Nr": "barcode"}
    assert hands.rows("previewRecords")[0][1] == "Tyll"
    hands.press("Ctrl+Return")
    hands.settle()
    hands.press("Ctrl+Return")
    hands.settle()
    assert said(hands, "count_created") == "1"


def test_a_problem_of_the_report_opens_its_record(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose
) -> None:
    path = tmp_path / "x.mrc"
    twice = book("1", "Ruhm", item("B1", "HERE-1")), book("2", "Tyll", item("B1"))
    path.write_bytes(iso2709(*twice))
    choose(path)
    hands = open_desk("pl", kinds=KINDS)
    hands.go("catalogue/import")
    for keys in ("Ctrl+O", "Ctrl+Return", "Ctrl+Return", "Ctrl+Return"):
        hands.press(keys)
        hands.settle()
    rows = page(hands)._report.table.rows
    assert [row.message for row in rows if row.record_id]
    hands.focus(hands.one(QTableView, "doneProblems"))
    page(hands)._report.table.mark(next(row for row in rows if row.record_id))
    hands.press("Return")
    assert hands.page.title.startswith("r")


def test_an_import_that_is_stopped_says_so_and_goes_on_when_repeated(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.catalog.import_progress._TOLD_EVERY", 0.0)
    path = tmp_path / "x.mrc"
    path.write_bytes(iso2709(*(book(str(n), f"Band {n}") for n in range(900))))
    choose(path)
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/import")
    for keys in ("Ctrl+O", "Ctrl+Return", "Ctrl+Return"):
        hands.press(keys)
        hands.settle()
    hands.press("Ctrl+Return")
    hands.wait(lambda: page(hands).state.work is Work.IMPORTING and hands.seen("stopWork"))
    assert page(hands).unsaved() == 1
    hands.click("stopWork")
    hands.settle()
    report = page(hands).state.report
    assert report is not None
    assert report.cancelled
    assert "stopped" in said(hands, "doneHeadline")
    assert report.created < 900
    hands.go("catalogue")
    hands.go("catalogue/import")
    page(hands).add_files([path])
    for _ in range(3):
        hands.settle()
        hands.press("Ctrl+Return")
        hands.settle()
    again = page(hands).state.report
    assert again is not None
    assert (again.created, again.unchanged) == (900 - report.created, report.created)


def test_what_was_chosen_is_there_again_after_a_crash(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose
) -> None:
    path = tmp_path / "x.mrc"
    path.write_bytes(iso2709(book("1", "Ruhm")))
    choose(path)
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/import")
    hands.press("Ctrl+O")
    hands.settle()
    hands.window.hide()  # as one that is gone
    services = Services(LibraryFolder(hands.services.folder.path), hands.services.clock)
    again = DeskHands.over(services, "en", kinds=KINDS)
    again.go("catalogue/import")
    assert page(again).state.paths == (path,)
    again.close()
    services.close()


def test_what_is_no_file_of_records_is_told_and_nothing_begins(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    choose(path)
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/import")
    hands.press("Ctrl+O")
    hands.settle()
    hands.press("Ctrl+Return")
    hands.settle()
    assert "K106" in hands.shell.wrong.text
    assert page(hands).state.step is Step.FILES


def test_files_are_dropped_on_the_page(tmp_path: Path, open_desk: OpenDesk) -> None:
    path = tmp_path / "x.mrc"
    path.write_bytes(iso2709(book("1", "Ruhm")))
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/import")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/y.mrc")])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, left, none)
    page(hands)._files.dropEvent(drop)
    hands.settle()
    assert page(hands).state.paths == (path,)
    assert hands.rows("importFiles") == [("x.mrc", str(tmp_path), "1 kB")]
    hands.press("Delete")
    assert page(hands).state.paths == ()


def test_a_hundred_thousand_problems_are_listed_without_a_stall() -> None:
    problems = tuple(
        located(warning("isbn.invalid", isbn=str(number)), "x.mrc", number, None) for number in range(100_000)
    )
    report = ImportReport(100_000, 0, 0, 0, 0, 0, 0, problems, 1.0, complete=True)
    load = problem_source(wording("en"), report)
    assert [row.place for row in load(Asked(offset=99_900))] == list(range(99_900, 100_000))
    assert load(Asked(sort="place", descending=True))[0].place == 99_999
    assert [row.place for row in load(Asked(words="99998"))] == [99_998]
