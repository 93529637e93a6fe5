"""A new librarian from the first start of the workspace: all the main jobs, by real keys."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QListWidget,
    QPlainTextEdit,
    QTableView,
)
from pytestqt.qtbot import QtBot

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.library import Library
from kiosk.model.patron import Patron
from kiosk.model.request import RequestKind
from kiosk.services import Services
from scripts.desk_hands import DeskHands
from scripts.staff_walks_rules import on_cell
from tests.catalog.small_records import book, iso2709, item

NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
REAL = Path(os.environ.get("KIOSK_TEST_DATA", "../shared/data")) / "marc" / "evergreen-concerto-852.xml"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A library that was founded a minute ago, with nothing in it."""
    made = Services(LibraryFolder(tmp_path / "library"), FixedClock(NOW))
    found(made, demo=False, report=lambda _: None)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, services: Services) -> Iterator[DeskHands]:
    """The workspace as it opens for the first time."""
    hands = DeskHands.over(services, "en", signed_in=False)
    yield hands
    hands.close()


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Real records where they are, else some made here."""
    if REAL.is_file():
        return REAL
    path = tmp_path / "records.mrc"
    made = (book(str(n), f"Concerto {n}", item(f"B-{n}")) for n in range(60))
    path.write_bytes(iso2709(*made))
    return path


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the system's own dialogs answer with a file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def retype(desk: DeskHands, name: str, text: str) -> None:
    desk.focus(name)
    desk.press("Ctrl+A")
    desk.write(text)
    desk.press("Tab")
    desk.settle()


def library_of(services: Services) -> Library:
    with services.database.read() as view:
        return view.library.load()


def patron_of(services: Services, card: str) -> Patron:
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
    assert patron is not None
    return patron


def loans_of(services: Services, card: str) -> int:
    return len(services.accounts.statement(card, NOW, "MAIN").loans)


def answer_of(services: Services, question: str) -> str:
    answered = services.asking.ask(question, "en", branch="MAIN", at=NOW)
    return answered.answers[0].text if answered.answers else ""


def set_up(desk: DeskHands) -> None:
    """Name the library, and add a category for children."""
    desk.go("settings/library")
    retype(desk, "name-en", "Lindenau City Library")
    desk.press("Ctrl+S")
    desk.settle()
    desk.go("settings/patron_category")

    def name_it() -> None:
        desk.focus("new-code")
        desk.write("child")
        desk.press("Return")

    desk.when_asked(name_it)
    desk.click("addElement")
    desk.settle()
    retype(desk, "name-en", "Children")
    desk.press("Ctrl+S")
    desk.settle()
    library = desk.aside(library_of)
    assert library.name.in_language("en") == "Lindenau City Library"
    assert {one.code for one in library.patron_categories} == {"adult", "child"}


def bring_in(desk: DeskHands) -> None:
    """Import the file that the dialog gives."""
    desk.go("catalogue/import")
    desk.press("Ctrl+O")
    desk.settle()
    for _ in range(3):
        desk.press("Ctrl+Return")
        desk.settle()


def correct(desk: DeskHands) -> None:
    """Find a title, and correct its extent; its record stays open."""
    desk.go("catalogue")
    desk.focus("catalogueSearch")
    desk.write("concerto")
    desk.wait(lambda: bool(desk.rows("titles")) and "oncert" in desk.rows("titles")[0][0])
    desk.press("Down", "Return")
    desk.settle()
    assert desk.shell.route.startswith("catalogue/r")
    retype(desk, "record.extent", "1 score (52 pages) ; 31 cm")
    assert desk.page.unsaved() == 1
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.page.unsaved() == 0


def add_two_copies(desk: DeskHands, labels: Path) -> list[str]:
    """Add two copies to the record that is open, and save their labels where the dialog says; return their
    barcodes."""
    before = {row[0] for row in desk.rows("copies")}
    desk.click("addCopy")
    desk.wait(lambda: QApplication.activeModalWidget() is not None)
    field = desk.one(QPlainTextEdit, "copyBarcode")
    desk.settle()
    desk.focus(field)
    field.clear()
    for barcode in ("30010009001", "30010009002"):
        desk.scan(barcode)
    desk.press("Ctrl+S")
    desk.wait(lambda: QApplication.activeModalWidget() is None)
    desk.wait(lambda: len(desk.rows("copies")) == len(before) + 2)
    desk.settle()
    added = [row[0] for row in desk.rows("copies") if row[0] not in before]
    desk.one(QTableView, "copies").selectAll()
    desk.click("copyLabels")
    desk.settle()
    desk.press("Return")  # on the button that asks for a file
    desk.wait(lambda: labels.exists() and QApplication.activeModalWidget() is None)
    assert labels.read_bytes().startswith(b"%PDF")
    return added


def register(desk: DeskHands, *typed: str, guardian: str = "") -> str:
    """Register somebody by last name, first name and birth date; return the card."""
    desk.go("patrons/new")
    for text in typed:
        desk.write(text)
        desk.press("Tab")
    desk.settle()
    if guardian:
        desk.focus("category")
        desk.write("Chi")
        desk.focus("guardian_card")
        desk.scan(guardian)
    desk.press("Ctrl+S")
    desk.settle()
    assert not desk.shell.wrong.isVisible(), desk.shell.wrong.text
    return desk.shell.route.partition("/")[2]


def lend(desk: DeskHands, card: str, *barcodes: str) -> None:
    """Scan a card and items."""
    desk.go("desk")
    for code in (card, *barcodes):
        desk.scan(code)
    desk.settle()


def answer_message(desk: DeskHands, text: str) -> None:
    """Answer the oldest message."""
    desk.go("messages")
    desk.settle()
    desk.press("Return")
    desk.write(text)
    desk.press("Ctrl+Return")
    desk.settle()
    assert desk.rows("messages") == []


def write_article(desk: DeskHands, title: str, body: str) -> None:
    """Write an article with a value that the rules decide, and show it to patrons."""
    desk.go("policies")

    def fill() -> None:
        desk.write(title)
        desk.press("Return")
        desk.settle()

    desk.when_asked(fill)
    desk.click("newArticle")
    desk.settle()
    desk.focus("body-en")
    desk.press("Ctrl+A")
    desk.write(body)
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()


def test_a_new_librarian_does_all_the_main_jobs_without_the_manual(
    desk: DeskHands, services: Services, records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.come_in()
    desk.go("patrons/new")  # a page that is open before its choices are made
    set_up(desk)
    chosen(monkeypatch, records)
    bring_in(desk)
    assert desk.aside(lambda one: one.counts().titles) > 50
    correct(desk)
    chosen(monkeypatch, tmp_path / "labels.pdf")
    barcodes = add_two_copies(desk, tmp_path / "labels.pdf")
    mother = register(desk, "Krause", "Anna", "3.5.1985")
    child = register(desk, "Krause", "Lena", "3.5.2017", guardian=mother)
    assert desk.aside(patron_of, child).category == "child"
    lend(desk, child, *barcodes)
    assert desk.aside(loans_of, child) == 2

    def ask(one: Services) -> None:
        one.requests.make(RequestKind.QUESTION, {"text": "May parrots come in?"}, at=NOW, card=mother)

    desk.aside(ask)
    answer_message(desk, "They may, in a cage.")
    question = "How long may I keep a book?"
    write_article(desk, question, "You may keep it for {{loan_period item_type=book}}.")
    assert desk.aside(answer_of, question) == "You may keep it for 28 days."
    desk.go("rules/matrix")
    on_cell(desk, "matrix-loans", 0, 4)
    desk.press("Return")
    desk.write("14")
    desk.press("Return")
    desk.settle()
    desk.press("Ctrl+S")
    desk.settle()
    assert desk.aside(answer_of, question) == "You may keep it for 14 days."
    desk.go("reports")
    listed = desk.one(QListWidget, "reports")
    desk.focus(listed)
    desk.press("Home")
    while listed.currentItem().text() != "Never borrowed":
        desk.press("Down")
    desk.settle()
    never = {text for row in desk.rows("report.never") for text in row}
    assert len(desk.rows("report.never")) > 50
    assert not never & set(barcodes)
