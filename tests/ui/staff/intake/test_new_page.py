"""New records by keyboard alone: scanned, found elsewhere, taken over once; begun from templates."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from kiosk.catalog.sru import SruTarget
from kiosk.library_folder import LibraryFolder
from kiosk.model.record import Form
from kiosk.services import Services
from kiosk.staff.intake.sources import FIRST_SOURCES, RecordSource, RecordSources
from kiosk.staff.rights import Right
from kiosk.storage import View
from kiosk.ui.staff.intake.new_page import NewPage
from kiosk.ui.staff.intake.saving_template import SaveTemplate
from kiosk.ui.staff.pages import PageKind
from scripts.desk_hands import DeskHands
from tests.staff.people import signed
from tests.ui.borrow.lending_library import NOW
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.intake.conftest import Elsewhere

KINDS = (
    PageKind("catalogue/add", Right.CATALOGUE_EDIT, NewPage),
    PageKind("catalogue", Right.CATALOGUE_SEE, Elsewhere, icon="book"),
)
ADMIN = signed("administrator")
NOWHERE = SruTarget("Nowhere", "http://127.0.0.1:1/x", page=10)


def only(target: SruTarget) -> Callable[[Services], None]:
    """Ask this catalogue alone."""

    def prepare(services: Services) -> None:
        sources = RecordSources(services.database)
        for source in FIRST_SOURCES:
            sources.save(ADMIN, replace(source, active=False), source, at=NOW)
        sources.save(ADMIN, RecordSource("here", target), None, at=NOW)

    return prepare


def page(hands: DeskHands) -> NewPage:
    assert isinstance(hands.page, NewPage)
    return hands.page


def counted(services: Services) -> int:
    with services.database.read() as view:
        return view.records.counts().titles


def last(services: Services) -> tuple[str, Form, str | None]:
    def told(view: View) -> tuple[str, Form, str | None]:
        found = view.records.get(view.records.newest(1)[0])
        assert found is not None
        return found.description.title, found.description.form, found.description.language

    with services.database.read() as view:
        return told(view)


def test_a_scanned_isbn_is_found_elsewhere_taken_over_and_opened(yaz: SruTarget, open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(yaz))
    before = hands.aside(counted)
    hands.go("catalogue/add")
    hands.scan("9783498035679")
    hands.settle()
    assert len(hands.rows("foundCopies")) == 10
    assert hands.rows("foundCopies")[0][:2] == ("How to program a computer", "Jack Collins")
    hands.press("Down", "Down", "Down")
    assert page(hands).elsewhere.state.chosen == 3
    hands.press("Ctrl+Return")
    hands.settle()
    assert hands.page.title.startswith("r")
    assert hands.aside(counted) == before + 1
    hands.go("catalogue/add")
    hands.scan("9783498035679")
    hands.settle()
    hands.press("Down", "Down", "Down")
    assert "already" in hands.one(QLabel, "twinWarning").text()
    hands.press("Return")
    hands.settle()
    assert hands.aside(counted) == before + 1


def test_words_are_asked_for_page_by_page(yaz: SruTarget, open_desk: OpenDesk) -> None:
    hands = open_desk("de", kinds=KINDS, prepare=only(yaz))
    hands.go("catalogue/add")
    hands.focus("copy_title")
    hands.scan("computer")
    hands.settle()
    assert hands.one(QLabel, "foundTold").text() == "1 bis 10 von 23"
    assert not hands.find("pageBefore").isEnabled()
    for name in ("pageAfter", "pageAfter"):
        hands.click(name)
        hands.settle()
    assert hands.one(QLabel, "foundTold").text() == "21 bis 23 von 23"
    assert not hands.find("pageAfter").isEnabled()
    hands.click("pageBefore")
    hands.settle()
    assert hands.one(QLabel, "foundTold").text() == "11 bis 20 von 23"


def test_a_catalogue_that_is_not_there_is_told_and_what_was_typed_stays(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add")
    hands.scan("9783498035679")
    hands.settle()
    assert "Nobody answers at “Nowhere”" in hands.shell.wrong.text
    assert hands.one(QLineEdit, "copy_isbn").text() == "9783498035679"
    assert not hands.find("takeCopy").isEnabled()
    assert hands.shell.wrong.isVisible()
    hands.press("Ctrl+Tab")
    assert not hands.shell.wrong.isVisible(), "it says nothing of the template"


def test_the_other_way_to_a_title_begins_in_its_first_field(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add")
    hands.settle()
    hands.press("Ctrl+Tab")
    hands.write("Kairos")
    assert page(hands).template.fields["title"].text() == "Kairos"
    hands.press("Ctrl+Tab")
    hands.write("978")
    assert hands.one(QLineEdit, "copy_isbn").text() == "978"


def test_nothing_to_ask_for_asks_nobody(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add")
    hands.press("Return")
    hands.settle()
    assert hands.shell.wrong.text == ""


def test_a_record_is_begun_from_a_template_once(open_desk: OpenDesk) -> None:
    hands = open_desk("de", kinds=KINDS, prepare=only(NOWHERE))
    before = hands.aside(counted)
    hands.go("catalogue/add/template")
    hands.focus("template")
    hands.write("Film")
    for name, text in (("new_title", "Vaters Land"), ("new_year", "2024"), ("new_language", "deutsch")):
        hands.focus(name)
        hands.write(text)
    hands.press("Ctrl+Return")
    hands.settle()
    assert hands.page.title.startswith("r")
    assert hands.aside(last) == ("Vaters Land", Form.FILM, "ger")
    hands.go("catalogue/add/template")
    assert page(hands).template.typed.is_blank
    hands.focus("new_title")
    hands.write("Vaters Land")
    hands.focus("new_year")
    hands.write("2024")
    hands.focus("new_language")
    hands.write("ger")
    hands.when_asked(lambda: hands.press("Esc"))
    hands.press("Return")
    hands.settle()
    assert hands.aside(counted) == before + 1


def test_what_is_wrong_stands_under_its_field(open_desk: OpenDesk) -> None:
    hands = open_desk("pl", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add/template")
    hands.focus("new_year")
    hands.write("MMXX")
    hands.focus("new_isbn")
    hands.write("9783498035670")
    assert "ISBN" in hands.find("new_isbn").accessibleDescription()
    hands.press("Return")
    hands.settle()
    assert hands.focused().objectName() == "new_title"
    assert hands.find("new_title").accessibleDescription()
    assert hands.find("new_year").accessibleDescription()


def test_a_title_that_was_typed_survives_a_crash(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add/template")
    hands.write("Vaters Land")
    assert page(hands).unsaved() == 1
    hands.settle()
    hands.window.hide()  # as one that is gone
    services = Services(LibraryFolder(hands.services.folder.path), hands.services.clock)
    again = DeskHands.over(services, "en", kinds=KINDS)
    again.go("catalogue/add")
    assert again.one(QLineEdit, "new_title").text() == "Vaters Land"
    again.close()
    services.close()


def test_a_template_is_made_of_a_record_and_deleted_again(open_desk: OpenDesk) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add/template")
    hands.write("Vaters Land")
    hands.press("Return")
    hands.settle()
    number = hands.page.title
    hands.go("catalogue/add/template")

    def name_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveTemplate)
        hands.wait(dialog.isActiveWindow)
        hands.focus("templateRecord")
        hands.write(number)
        hands.focus("templateName")
        hands.write("Our films")
        hands.press("Return")

    hands.when_asked(name_it)
    hands.click("saveTemplate")
    hands.settle()
    tab = page(hands).template
    assert (tab.choice.currentText(), tab.code) == ("Our films", "our-films")
    hands.when_asked(lambda: hands.click("do"))
    hands.click("forgetTemplate")
    hands.settle()
    assert tab.choice.findData("our-films") == -1


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_label_is_in_words(language: str, open_desk: OpenDesk) -> None:
    hands = open_desk(language, kinds=KINDS, prepare=only(NOWHERE))
    for route in ("catalogue/add", "catalogue/add/template"):
        hands.go(route)
        assert "staff.intake" not in hands.texts()
