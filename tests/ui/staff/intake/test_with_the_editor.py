"""What comes in opens in the real editor, is found in the real list, and goes out from it."""

from pathlib import Path

from kiosk.catalog.reading import read_marc
from kiosk.catalog.sru import SruTarget
from kiosk.ui.staff.pages import page_kinds
from kiosk.ui.staff.records.record_page import RecordPage
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.intake.conftest import Choose
from tests.ui.staff.intake.test_new_page import counted, only

KINDS = tuple(kind for kind in page_kinds() if kind.section == "catalogue")
NOWHERE = SruTarget("Nowhere", "http://127.0.0.1:1/x", page=10)


def test_a_record_that_was_begun_opens_in_the_editor_and_is_exported(
    tmp_path: Path, open_desk: OpenDesk, choose: Choose
) -> None:
    hands = open_desk("en", kinds=KINDS, prepare=only(NOWHERE))
    hands.go("catalogue/add/template")
    hands.write("Vaters Land")
    hands.press("Return")
    hands.settle()
    assert isinstance(hands.page, RecordPage)
    assert "Vaters Land" in hands.page.title
    hands.go("catalogue/?vaters land")
    hands.settle()
    hands.press("F5")
    hands.wait(lambda: any("Vaters Land" in row[0] for row in hands.rows("titles")))
    choose(tmp_path / "found.xml")
    hands.click("exportTitles")
    hands.settle()
    hands.wait(lambda: hands.seen("exportGo"))
    hands.click("exportGo")
    hands.settle()
    titles = [read.record.get("245") for read in read_marc(tmp_path / "found.xml") if read.record]
    assert [title.first("a") for title in titles if title] == ["Vaters Land"]


def test_a_record_of_another_catalogue_opens_in_the_editor(yaz: SruTarget, open_desk: OpenDesk) -> None:
    hands = open_desk("de", kinds=KINDS, prepare=only(yaz))
    before = hands.aside(counted)
    hands.go("catalogue")
    hands.press("Ctrl+N")
    hands.settle()
    hands.focus("copy_title")
    hands.scan("computer")
    hands.settle()
    hands.press("Down", "Down", "Down", "Return")
    hands.settle()
    assert isinstance(hands.page, RecordPage)
    assert "The Computer Bible" in hands.page.title
    assert hands.aside(counted) == before + 1
    hands.click("toastUndo")
    hands.settle()
    assert hands.aside(counted) == before
