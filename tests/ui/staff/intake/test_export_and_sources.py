"""Exports from a list and the catalogues to copy from, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton

from kiosk.catalog.reading import read_marc
from kiosk.catalog.search import SearchRequest
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.staff.intake.exporting import Selection
from kiosk.staff.intake.new_titles import NewTitle
from kiosk.staff.intake.sources import FIRST_SOURCES, RecordSource, RecordSources
from kiosk.staff.intake.templates import RecordTemplates
from kiosk.staff.rights import Right
from kiosk.ui.staff.intake.export_dialog import ExportDialog
from kiosk.ui.staff.intake.export_state import ExportOffer, What, with_ending
from kiosk.ui.staff.intake.sources_page import SourcesPage
from kiosk.ui.staff.pages import PageKind
from scripts.desk_hands import DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import NOW, TITLES
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.intake.conftest import Choose, Elsewhere

KINDS = (
    PageKind("catalogue", Right.CATALOGUE_SEE, Elsewhere, icon="book"),
    PageKind("catalogue/sources", Right.SETTINGS_EDIT, SourcesPage),
)
ADMIN = signed("administrator")
SEARCH = SearchRequest("piranesi")


@pytest.mark.parametrize(
    ("offer", "kinds"),
    [
        (ExportOffer(), (What.ALL,)),
        (ExportOffer((1, 2), SEARCH), (What.MARKED, What.SEARCH, What.ALL)),
        (ExportOffer((1,), SEARCH), (What.SEARCH, What.MARKED, What.ALL)),
    ],
)
def test_what_is_likeliest_wanted_is_offered_first(offer: ExportOffer, kinds: tuple[What, ...]) -> None:
    assert offer.kinds == kinds
    assert offer.selection(What.ALL) == Selection()
    assert offer.selection(What.MARKED) == Selection(record_ids=offer.marked)


def test_a_file_gets_the_ending_of_its_format_unless_it_names_another() -> None:
    assert with_ending("/x/katalog", ".xml") == Path("/x/katalog.xml")
    assert with_ending("/x/katalog.MRC", ".xml") == Path("/x/katalog.MRC")
    assert with_ending("/x/2026.11", ".csv") == Path("/x/2026.11.csv")


def made(services: Services) -> tuple[int, ...]:
    templates = RecordTemplates(services.database)
    titles = (NewTitle(f"Neu {number}") for number in range(3))
    return tuple(templates.make(ADMIN, "book", title, at=NOW).record_id for title in titles)


def test_marked_records_are_written_to_a_file(tmp_path: Path, open_desk: OpenDesk, choose: Choose) -> None:
    hands = open_desk("en", kinds=KINDS)
    marked = hands.aside(made)
    choose(tmp_path / "marked")
    dialog = ExportDialog(hands.place, ExportOffer(marked, SEARCH), hands.window)
    dialog.show()
    hands.settle()
    assert hands.one(QRadioButton, "export_marked").text() == "Marked records: 3 records"
    assert hands.one(QRadioButton, "export_all").text().endswith(f"{len(TITLES) + 3} records")
    hands.wait(dialog.isActiveWindow)
    hands.click("exportGo")
    hands.settle()
    titles = [read.record.get("245") for read in read_marc(tmp_path / "marked.mrc") if read.record]
    assert [title.first("a") for title in titles if title] == ["Neu 0", "Neu 1", "Neu 2"]


def codes(services: Services) -> dict[str, tuple[str, bool]]:
    found = RecordSources(services.database).all(ADMIN)
    return {source.code: (source.target.name, source.active) for source in found}


def test_a_catalogue_is_changed_saved_and_taken_back(open_desk: OpenDesk) -> None:
    hands = open_desk("de", kinds=KINDS)
    hands.go("catalogue/sources")
    assert [row[0] for row in hands.rows("sources")] == [one.target.name for one in FIRST_SOURCES]
    hands.focus("source_name")
    hands.find("source_name").selectAll()  # type: ignore[attr-defined]
    hands.write("DNB")
    hands.focus("sourceActive")
    hands.press("Space")
    hands.press("Ctrl+S")
    hands.settle()
    assert hands.aside(codes)["dnb"] == ("DNB", False)
    assert hands.rows("sources")[0] == ("DNB", "nicht in Gebrauch")
    hands.when_asked(lambda: hands.click("do"))
    hands.click("resetSource")
    hands.settle()
    assert hands.aside(codes)["dnb"] == ("Deutsche Nationalbibliothek", True)


def test_a_catalogue_of_ones_own_is_added_and_a_wrong_address_is_told(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/sources")
    hands.click("addSource")
    hands.write("Nachbarn")
    hands.focus("source_address")
    hands.find("source_address").selectAll()  # type: ignore[attr-defined]
    hands.write("file:///etc/passwd")
    hands.press("Ctrl+S")
    hands.settle()
    assert "K334" in hands.find("source_address").accessibleDescription()
    hands.find("source_address").selectAll()  # type: ignore[attr-defined]
    hands.write("https://example.org/sru")
    hands.press("Ctrl+S")
    hands.settle()
    assert hands.aside(codes)["own-1"] == ("Nachbarn", True)


def test_somebody_else_was_quicker_and_what_was_typed_stays(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS)
    hands.go("catalogue/sources")

    def quicker(services: Services) -> None:
        theirs = RecordSource("dnb", FIRST_SOURCES[0].target, active=False, position=1)
        RecordSources(services.database).save(
            signed("administrator", "jan"), theirs, FIRST_SOURCES[0], at=NOW
        )

    hands.aside(quicker)
    hands.focus("source_name")
    hands.write("x")
    hands.press("Ctrl+S")
    hands.settle()
    assert "jan" in hands.shell.wrong.text
    assert hands.one(QLineEdit, "source_name").text().endswith("x")
    assert hands.aside(codes)["dnb"] == ("Deutsche Nationalbibliothek", False)


def test_an_entry_that_was_typed_survives_a_crash(open_desk: OpenDesk) -> None:
    hands = open_desk("pl", kinds=KINDS)
    hands.go("catalogue/sources")
    hands.focus("source_name")
    hands.write(" moje")
    hands.settle()
    hands.window.hide()  # as one that is gone
    services = Services(LibraryFolder(hands.services.folder.path), hands.services.clock)
    again = DeskHands.over(services, "pl", kinds=KINDS)
    again.go("catalogue/sources")
    assert again.one(QLineEdit, "source_name").text() == "Deutsche Nationalbibliothek moje"
    assert again.page.unsaved() == 1
    again.close()
    services.close()
    assert QApplication.activeModalWidget() is None
