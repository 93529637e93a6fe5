"""The page of reports with real keys: what was never borrowed is found, kept as a file and on paper."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog, QListWidget, QTableView

from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.ui.staff.charts.bars import BarChart
from kiosk.ui.staff.charts.lines import LineChart
from kiosk.ui.staff.pages import PageKind
from kiosk.ui.staff.reports.kinds import report_kinds
from kiosk.ui.staff.reports.page import ReportsPage
from scripts.desk_hands import PASSWORD, DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import ANNA, BEN, NOW, TITLES, give_back, lend
from tests.ui.staff.conftest import OpenDesk

KINDS = (PageKind("reports", Right.REPORTS, ReportsPage, "sort"),)
LENT = ("Kairos", "Momo", "Solaris")


def lent(services: Services) -> None:
    """Lend three titles, one of them long ago."""
    lend(services, ANNA, "Kairos")
    lend(services, BEN, "Momo", days_ago=3)
    lend(services, BEN, "Solaris", days_ago=800)
    give_back(services, "Solaris", days_ago=790)


@pytest.fixture
def desk(open_desk: OpenDesk) -> DeskHands:
    hands = open_desk(kinds=KINDS, prepare=lent)
    hands.settle()
    return hands


def titles(desk: DeskHands, report: str = "never") -> set[str]:
    return {row[1] for row in desk.rows(f"report.{report}")}


def choose(desk: DeskHands, name: str, steps: int = 1) -> None:
    """Choose with the arrow keys, as from a keyboard."""
    desk.focus(desk.one(QComboBox, f"filter.{name}"))
    desk.press(*["Down"] * steps)
    desk.settle()


def open_by_arrows(desk: DeskHands, name: str) -> None:
    """Go down the list of reports to one of that name."""
    listed = desk.one(QListWidget, "reports")
    desk.focus(listed)
    desk.press("Home")
    for _ in range(listed.count()):
        if listed.currentItem().text() == name:
            break
        desk.press("Down")
    desk.settle()


def test_a_librarian_finds_what_was_never_borrowed(desk: DeskHands) -> None:
    open_by_arrows(desk, "Never borrowed")
    unlent = {title for _, title, *_ in TITLES} - set(LENT)
    assert titles(desk) == unlent
    assert f"{len(unlent)} items in all" in desk.texts()
    choose(desk, "unlent", 2)
    assert titles(desk) == unlent | {"Solaris"}, "not for two years"
    choose(desk, "branch", 2)
    assert titles(desk) == {"Zimna wojna"}
    opened: list[str] = []
    desk.place.went.disconnect()
    desk.place.went.connect(opened.append)
    view = desk.find("report.never")
    desk.focus(view)
    desk.press("Down", "Return")
    assert len(opened) == 1
    assert opened[0].startswith("catalogue/r")


def test_what_was_never_borrowed_tells_no_empty_columns(desk: DeskHands) -> None:
    desk.go("reports/never")
    desk.settle()

    def hidden() -> list[str]:
        view = desk.one(QTableView, "report.never")
        heads = [
            str(view.model().headerData(n, Qt.Orientation.Horizontal))
            for n in range(view.model().columnCount())
        ]
        return [head for n, head in enumerate(heads) if view.isColumnHidden(n)]

    assert hidden() == ["Loans", "Last lent"]
    choose(desk, "unlent", 2)
    assert hidden() == [], "not for two years: how often and when is known"
    desk.press("Home")
    desk.settle()
    assert hidden() == ["Loans", "Last lent"]


def test_the_list_is_filtered_and_sorted_by_the_source(desk: DeskHands) -> None:
    desk.go("reports/never")
    desk.focus("report.neverFilter")
    desk.write("der ")
    desk.settle()
    assert titles(desk) == {"Der Name der Rose", "Das Leben der Anderen"}
    page = desk.page
    assert isinstance(page, ReportsPage)
    assert page._table is not None
    page._table.field.clear()
    page._table.sort("barcode", descending=True)
    desk.settle()
    barcodes = [row[7] for row in desk.rows("report.never")]
    assert barcodes == sorted(barcodes, reverse=True)
    assert len(barcodes) > 10


def test_a_report_goes_to_a_file_and_on_paper(
    desk: DeskHands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.go("reports/never")
    suggested = []
    for name, button in (("never.csv", "csv"), ("never.pdf", "pdf")):

        def choose(_: object, __: str, suggestion: str, ___: str, target: str = name) -> tuple[str, str]:
            suggested.append(suggestion)
            return str(tmp_path / target), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        desk.click(button)
        desk.settle()
    day = desk.place.now().date().isoformat()
    assert suggested == [f"Never borrowed {day}.csv", f"Never borrowed {day}.pdf"]
    lines = (tmp_path / "never.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Call number;Title;Author")
    assert len(lines) == 1 + len(TITLES) - len(LENT)
    paper = PdfReader(io.BytesIO((tmp_path / "never.pdf").read_bytes()))
    text = paper.pages[0].extract_text()
    assert "Never borrowed" in text
    assert "Catan" in text
    assert not list(tmp_path.glob(".*")), "nothing half written is left"


@pytest.mark.parametrize("kind", [kind.key for kind in report_kinds()])
def test_every_report_opens(desk: DeskHands, kind: str) -> None:
    desk.go(f"reports/{kind}")
    assert desk.seen(f"report.{kind}")
    assert desk.shell.wrong.isHidden()


def test_charts_say_what_they_show(desk: DeskHands) -> None:
    desk.go("reports/categories")
    assert desk.one(BarChart, "reportBars").accessibleName() == "Adults: 2, 0"
    desk.go("reports/days")
    assert "24 Nov: 1" in desk.one(LineChart, "reportLine").accessibleName()


def test_days_of_ones_own_are_asked_for_where_wanted(desk: DeskHands) -> None:
    desk.go("reports/days")
    assert len(desk.rows("report.days")) == 30
    assert not desk.seen("filter.from")
    choose(desk, "period", 3)
    for name, day in (("from", QDate(2026, 11, 20)), ("to", QDate(2026, 11, 22))):
        desk.one(QDateEdit, f"filter.{name}").setDate(day)
    desk.settle()
    assert [row[0] for row in desk.rows("report.days")] == ["20/11/2026", "21/11/2026", "22/11/2026"]
    assert [row[1] for row in desk.rows("report.days")] == ["0", "1", "0"]


def test_only_the_last_report_asked_for_is_shown(desk: DeskHands) -> None:
    for kind in ("fees", "hours", "late"):
        desk.place.go(f"reports/{kind}")
    desk.settle()
    assert desk.seen("report.late")
    assert not desk.seen("report.hours")


def test_an_editor_sees_reports_but_not_what_is_for_the_desk(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS, prepare=lent)
    desk.press("Ctrl+L")

    def add(services: Services) -> None:
        by = signed("administrator")
        StaffServices(services).accounts.add(by, "eva", "Eva", "editor", PASSWORD, at=NOW)

    desk.aside(add)
    desk.come_in("eva")
    listed = desk.one(QListWidget, "reports")
    names = [listed.item(place).text() for place in range(listed.count())]
    assert "Never borrowed" in names
    assert "Holds to pull" not in names
