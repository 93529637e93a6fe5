"""A record corrected with real keys: form and table on one record, saved, taken back, never overwritten."""

import threading
import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QWidget,
)

from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import MarcRecord, data_field
from kiosk.catalog.search import SearchRequest
from kiosk.services import Services
from kiosk.staff.records.form_fields import FormField, with_form_value
from kiosk.staff.records.headings import HeadingKind
from kiosk.staff.records.problems import RecordProblem, problems_of
from kiosk.staff.records.putting import Put, opened_now, put_record
from kiosk.ui.staff.pages import page_kinds
from kiosk.ui.staff.records import editor_state
from kiosk.ui.staff.records.editor_state import resumed
from kiosk.ui.staff.records.fields import FormLine
from kiosk.ui.staff.records.record_page import RecordPage
from scripts.desk_hands import DeskHands
from tests.staff.people import signed
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.records.conftest import shelve

# Lists under a line are windows of their own, which a screen that is none cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Open = Callable[..., tuple[DeskHands, int]]


def page_of(hands: DeskHands) -> RecordPage:
    page = hands.page
    assert isinstance(page, RecordPage)
    return page


def stored(services: Services, record_id: int) -> MarcRecord:
    with services.database.read() as view:
        record = view.records.get(record_id)
    assert record is not None
    return read_back(record.marc)


def retype(hands: DeskHands, name: str, text: str) -> None:
    hands.focus(name)
    hands.press("Ctrl+A")
    hands.write(text)


def test_a_title_is_corrected_and_saved(open_record: Open) -> None:
    hands, number = open_record()
    retype(hands, "record.title", "Wölfe : Roman")
    assert hands.find("unsavedChip").accessibleName() == "1 change not saved"
    assert ("245", "1", "0", "$a Wölfe : $b Roman / $c Hilary Mantel.") in hands.rows("marc")
    hands.press("Ctrl+S")
    hands.settle()
    assert not hands.seen("unsavedChip")
    assert hands.aside(stored, number).all("245")[0].first("b") == "Roman /"
    assert page_of(hands).title == "Wölfe : Roman"
    assert "Last changed" in page_of(hands).keys_told
    found = hands.services.finder.index.search
    assert [hit.record_id for hit in found(SearchRequest("wölfe roman")).hits] == [number]


def test_the_table_and_the_form_are_one_record(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    hands.press("Ctrl+M")
    assert page.marc.view.hasFocus()
    row = [cells[0] for cells in hands.rows("marc")].index("300")
    page.marc.stand_at(row - 1)
    hands.press("Return", "Ctrl+A")
    hands.write("$a 672 pages ; $c 24 cm")
    hands.press("Return")
    hands.settle()
    assert page.form.fields[FormField.EXTENT].text() == "672 pages ; 24 cm"  # type: ignore[union-attr]
    hands.press("Ctrl+Z")
    assert page.unsaved() == 0
    hands.press("Ctrl+M")
    assert page.form.fields[FormField.TITLE].hasFocus()


def test_a_field_is_added_and_taken_out_by_keys(open_record: Open) -> None:
    hands, number = open_record()
    page = page_of(hands)
    hands.press("Ctrl+M", "Insert")
    hands.press("Ctrl+A")
    hands.write("246")
    hands.press("Return")
    hands.settle()
    row = [cells[0] for cells in hands.rows("marc")].index("246")
    page.marc.stand_at(row - 1)
    hands.press("Return", "Ctrl+A")
    hands.write("$a Wolfshalle")
    hands.press("Ctrl+S")
    hands.settle()
    assert hands.aside(stored, number).all("246")[0].first("a") == "Wolfshalle"
    page.marc.stand_at(row - 1)
    hands.focus("marc")
    hands.press("Ctrl+Delete")
    assert page.unsaved() == 1


def test_a_wrong_isbn_is_marked_with_the_right_digit_and_not_saved(open_record: Open) -> None:
    hands, number = open_record()
    retype(hands, "record.isbn", "9780007230182")
    page = page_of(hands)
    line = page.form.fields[FormField.ISBN]
    assert "it would be 1" in line.accessibleDescription()
    hands.press("Ctrl+S")
    hands.settle()
    assert hands.shell.wrong.isVisible()
    assert line.hasFocus()
    assert hands.aside(stored, number).all("020")[0].first("a") == "9780007230181"
    retype(hands, "record.isbn", "978-0-00-723018-1")
    assert line.accessibleDescription() == ""
    assert page.unsaved() == 0


def test_a_subject_is_completed_from_the_catalogue_and_taken_off(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    hands.focus("subjectsLine")
    hands.write("histor")
    chips = next(iter(page.form.chips.values()))
    hands.wait(lambda: "Historical fiction" in chips.completer.offered)
    hands.press("Escape")
    chips.line.clear()
    hands.write("Tudors -- Fiction")
    hands.press("Return")
    hands.settle()
    assert chips.texts == ("Historical fiction", "Tudors -- Fiction")
    assert page.unsaved() == 1
    hands.click(hands.find("subjectsChip"))
    assert list(chips.texts) == ["Tudors -- Fiction"]


def test_ctrl_z_goes_back_through_the_form_and_beyond_a_save(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    retype(hands, "record.title", "Wölfe")
    hands.focus("record.extent")
    hands.press("Ctrl+S")
    hands.settle()
    hands.click("undo")
    assert page.form.fields[FormField.TITLE].text() == "Wolf Hall"  # type: ignore[union-attr]
    assert page.unsaved() == 1
    hands.press("Ctrl+S")
    hands.settle()
    assert page.unsaved() == 0


def test_what_is_typed_comes_back_after_a_crash(open_record: Open) -> None:
    hands, number = open_record()
    retype(hands, "record.title", "Halb getippt")
    page_of(hands).work.keep_draft()
    hands.settle()
    again = RecordPage(hands.place)
    for _ in again.parts():
        pass
    again.open(f"r{number}")
    hands.settle()
    assert again.unsaved() == 1
    assert again.work.title == "Halb getippt"
    again.work.give_up()
    hands.settle()
    assert again.work.title == "Wolf Hall"
    again.deleteLater()


def colleague(services: Services, record_id: int) -> None:
    """Change the extent and the title at another desk."""
    with services.database.read() as view:
        opened = opened_now(view, view.records.get(record_id), record_id)
    record = with_form_value(opened.record, FormField.TITLE, "Falken")
    record = with_form_value(record, FormField.EXTENT, "672 pages")
    put = Put(opened, record, opened.form, "record.edit")
    put_record(services.database, signed("editor", "jan"), put, services.clock.now())


def test_a_colleagues_change_is_shown_and_merged_by_choice(open_record: Open) -> None:
    hands, number = open_record()
    retype(hands, "record.title", "Wölfe")
    hands.aside(colleague, number)

    def choose() -> None:
        assert "jan" in hands.texts()
        assert not hands.find("conflictSave").isEnabled()
        assert "Title, Responsibility" in hands.texts()
        assert hands.find("choice0.0").accessibleName().startswith("Title, Responsibility: ")
        assert hands.focused().objectName() == "choice0.0"
        hands.wait(lambda: QApplication.focusWidget() is hands.find("choice0.0"))
        hands.press("Right", "Space")
        hands.click("conflictSave")

    hands.when_asked(choose)
    hands.press("Ctrl+S")
    hands.settle()
    hands.settle()
    saved = hands.aside(stored, number)
    assert saved.all("245")[0].first("a") == "Wölfe /"
    assert saved.all("300")[0].first("a") == "672 pages"
    assert page_of(hands).unsaved() == 0


def test_an_earlier_version_is_restored_from_the_history(open_record: Open) -> None:
    hands, number = open_record()
    before = hands.aside(stored, number)
    retype(hands, "record.title", "Wölfe")
    hands.press("Ctrl+S")
    hands.settle()

    def restore() -> None:
        assert len(hands.rows("versions")) == 2
        assert hands.rows("changes")[0][0] == "245"
        hands.one(QTableView, "versions").selectRow(1)
        hands.click("restore")

    hands.when_asked(restore)
    hands.click("history")
    hands.settle()
    assert hands.aside(stored, number) == before


def test_a_new_record_is_begun_and_gets_a_page_of_its_own(open_record: Open) -> None:
    hands, _ = open_record()
    hands.go("catalogue/new/film")
    page = page_of(hands)
    assert page.form.fields[FormField.TITLE].hasFocus()
    hands.write("Arrival")
    hands.press("Ctrl+S")
    hands.settle()
    assert hands.shell.route.startswith("catalogue/r")
    assert page.unsaved() == 0
    assert page.work.state is not None
    assert page.work.state.form == "film"


def test_a_duplicate_begins_without_the_numbers(open_record: Open) -> None:
    hands, _ = open_record()
    hands.click("duplicate")
    hands.settle()
    tags = [cells[0] for cells in hands.rows("marc")]
    assert "001" not in tags
    assert page_of(hands).work.title == "Wolf Hall"


def test_changes_stay_with_their_record_when_another_is_opened(open_record: Open) -> None:
    hands, number = open_record()
    retype(hands, "record.title", "Halb getippt")
    hands.go("catalogue/new/book")
    assert page_of(hands).unsaved() == 0
    hands.go(f"catalogue/r{number}")
    assert page_of(hands).work.title == "Halb getippt"


def test_who_may_only_look_changes_nothing(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    page.workplace.by = signed("circulation")
    page.work.shown.emit()
    retype(hands, "record.title", "Nein")
    assert page.unsaved() == 0
    assert not hands.find("save").isEnabled()


def test_every_control_has_a_name_for_those_who_hear_the_screen(open_record: Open) -> None:
    hands, _ = open_record()
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for one in page_of(hands).findChildren(kind):
            if one.isVisibleTo(page_of(hands)):
                # A mark within a line says what it means by its action's text.
                told = one.accessibleName() or (isinstance(one, QToolButton) and one.toolTip())
                assert told, one.objectName()


def test_ctrl_z_takes_back_letters_first_and_then_earlier_fields(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    retype(hands, "record.title", "W")
    hands.focus("record.extent")
    hands.press("Ctrl+Z")
    assert page.work.title == "Wolf Hall"
    assert page.unsaved() == 0


def test_an_author_is_chosen_by_the_arrow_keys_with_dates_and_all(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    retype(hands, "record.author", "mante")
    hands.wait(lambda: page.form.author.offered == ("Mantel, Hilary",))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    hands.settle()
    line = page.form.fields[FormField.AUTHOR]
    assert isinstance(line, FormLine)
    assert line.text() == "Mantel, Hilary, 1952-2022"
    assert page.unsaved() == 0
    assert line.mark == "check"


def test_a_record_with_hundreds_of_subjects_opens_at_once(open_record: Open) -> None:
    hands, _ = open_record()
    page = page_of(hands)
    assert page.work.state is not None
    many = [data_field("650", " 0", ("a", f"Subject {n}")) for n in range(300)]
    state = page.work.state
    record = state.record.having((*state.record.fields, *many))
    begun = time.perf_counter()
    page.work.take(resumed(state.opened, record, state.form))
    assert time.perf_counter() - begun < 0.25
    chips = page.form.chips[HeadingKind.SUBJECT]
    assert len(chips.texts) == 301
    hands.settle()
    hands.click("subjectsMore")
    assert page.marc.view.hasFocus()


class Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_a_page_is_a_window_while_it_is_made(open_desk: OpenDesk) -> None:
    """Such a window would take the keyboard from the one that somebody types in."""
    numbers: list[int] = []
    kinds = [kind for kind in page_kinds() if kind.section == "catalogue"]
    hands = open_desk(prepare=lambda services: numbers.append(shelve(services)), kinds=kinds)
    windows = Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    for kind in kinds:
        hands.go(f"{kind.route}/r{numbers[0]}" if kind.detail else kind.route)
    app.removeEventFilter(windows)
    assert windows.shown == []


def test_the_class_mark_stands_where_no_call_number_is(open_record: Open) -> None:
    hands, _ = open_record()
    line = hands.one(QLineEdit, "record.call_number")
    assert (line.text(), line.placeholderText()) == ("", "823.914")
    retype(hands, "record.call_number", "FIC MAN")
    assert ("082", "0", "4", "$a 823.914 $2 23") in hands.rows("marc")
    assert ("099", "", "", "$a FIC MAN") in hands.rows("marc")


def test_changes_are_given_up_after_a_question(open_record: Open) -> None:
    hands, _ = open_record()
    retype(hands, "record.title", "Nein")
    hands.when_asked(lambda: hands.click("do"))
    hands.click("discard")
    hands.settle()
    assert page_of(hands).work.title == "Wolf Hall"
    assert page_of(hands).unsaved() == 0


def test_the_kiosks_view_follows_what_is_typed(open_record: Open) -> None:
    hands, _ = open_record("de")
    retype(hands, "record.title", "Wölfe : Roman")
    seen: list[str] = []
    hands.when_asked(lambda: seen.append(hands.texts()))
    hands.click("asKiosk")
    assert "Wölfe : Roman" in seen[0]
    assert "Mantel, Hilary" in seen[0]


def test_what_is_wrong_with_a_title_is_found_on_another_thread_as_it_is_opened(
    open_record: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    on: list[threading.Thread] = []

    def watched(record: MarcRecord, today: date) -> tuple[RecordProblem, ...]:
        on.append(threading.current_thread())
        return problems_of(record, today)

    monkeypatch.setattr(editor_state, "problems_of", watched)
    open_record()
    assert on
    assert on[0] is not threading.main_thread()


def test_a_heading_that_was_typed_and_not_entered_is_saved_too(open_record: Open) -> None:
    hands, number = open_record()
    hands.focus("subjectsLine")
    hands.write("Tudors")
    hands.press("Ctrl+S")
    hands.settle()
    subjects = [field.first("a") for field in hands.aside(stored, number).all("650")]
    assert subjects == ["Historical fiction.", "Tudors"]
    assert page_of(hands).unsaved() == 0


def test_tab_goes_from_the_top_to_the_table_and_stops_at_every_chip(open_record: Open) -> None:
    hands, _ = open_record()
    hands.focus("record.call_number")
    walked = []
    for _ in range(4):
        hands.press("Tab")
        walked.append(hands.focused().objectName())
    assert walked == ["subjectsChip", "subjectsLine", "contributorsLine", "record.edition"]


def test_a_save_is_taken_back_from_the_line_that_tells_of_it(open_record: Open) -> None:
    hands, number = open_record()
    before = hands.aside(stored, number)
    retype(hands, "record.title", "Wölfe")
    hands.press("Ctrl+S")
    hands.settle()
    hands.click("toastUndo")
    hands.settle()
    assert hands.aside(stored, number) == before
    assert page_of(hands).work.title == "Wolf Hall"
    assert page_of(hands).unsaved() == 0
