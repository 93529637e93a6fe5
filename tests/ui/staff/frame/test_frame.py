"""The frame of the workspace: the door, the rail, pages that stay, what is said, and the keys."""

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.rights import Right
from kiosk.ui.staff import style
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.pages import Fetched, PageKind, fetch_pages, page_kinds, resolved
from kiosk.ui.staff.workplace import Workplace
from scripts.desk_hands import PASSWORD
from tests.ui.borrow.lending_library import ANNA, TITLES
from tests.ui.staff.conftest import OpenDesk


class Notes(StaffPage):
    """A page with one field."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Notes")
        self.field = QLineEdit(self)
        self.field.setObjectName("note")
        self.column.addWidget(self.field)
        self.opened: list[str] = []
        self.called: list[str] = []

    def open(self, rest: str) -> None:
        self.opened.append(rest)
        self.field.setFocus()

    def refresh(self) -> None:
        self.called.append("refresh")

    def save(self) -> None:
        self.called.append("save")

    def unsaved(self) -> int:
        return int(bool(self.field.text()))


class Other(Notes):
    """Another page."""


KINDS = (
    PageKind("today", Right.REPORTS, Notes, "home"),
    PageKind("catalogue", Right.CATALOGUE_SEE, Other, "book"),
    PageKind("rules", Right.RULES_SEE, Other, "calendar"),
)


def test_the_longest_route_wins_and_details_have_a_page_of_their_own() -> None:
    lists = PageKind("catalogue", Right.CATALOGUE_SEE, Notes, "book")
    record = PageKind("catalogue", Right.CATALOGUE_SEE, Notes, detail=True)
    bringing_in = PageKind("catalogue/import", Right.CATALOGUE_BULK, Notes)
    kinds = (lists, record, bringing_in)
    assert resolved(kinds, "catalogue") == (lists, "")
    assert resolved(kinds, "catalogue/r12") == (record, "r12")
    assert resolved(kinds, "catalogue/new/book") == (record, "new/book")
    assert resolved(kinds, "catalogue/import") == (bringing_in, "")
    assert resolved(kinds, "catalogue/?import") == (lists, "?import")
    assert resolved(kinds, "catalogue/import/7") == (bringing_in, "7")
    assert resolved(kinds, "catalogues") is None


def test_the_first_to_come_makes_an_account_and_later_signs_in(open_desk: OpenDesk) -> None:
    desk = open_desk(signed_in=False, kinds=KINDS)
    assert desk.seen("passwordAgain")
    desk.come_in()
    assert desk.shell.workplace.by.role == "administrator"
    desk.press("Ctrl+L")
    assert desk.window.door is not None
    assert not desk.seen("passwordAgain")
    desk.come_in(password="a wrong password")
    assert desk.window.shell is None
    assert "do not belong together" in desk.texts()
    assert desk.window.door.password.text() == ""
    desk.come_in(password=PASSWORD)
    assert desk.shell.page is not None


def test_two_different_passwords_make_no_account(open_desk: OpenDesk) -> None:
    desk = open_desk(signed_in=False, kinds=KINDS)
    door = desk.window.door
    assert door is not None
    for field, text in (
        (door.name, "eva"),
        (door.shown, "Eva"),
        (door.password, "drei alte Eichen"),
        (door.again, "drei alte Eschen"),
    ):
        desk.focus(field)
        desk.write(text)
    desk.press("Return")
    assert "not the same" in desk.texts()
    assert not desk.aside(_founded)


def _founded(services: Services) -> bool:
    return StaffServices(services).signing_in.is_founded()


def test_a_page_stays_as_it_was_left_and_the_keys_reach_it(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    first = desk.page
    assert isinstance(first, Notes)
    desk.write("half a thought")
    desk.press("Ctrl+2")
    assert desk.shell.route == "catalogue"
    desk.press("Alt+Left")
    assert desk.page is first
    assert first.field.text() == "half a thought"
    desk.press("F5", "Ctrl+S")
    assert first.called == ["refresh", "save"]


def test_the_rail_shows_what_the_account_may_see_and_nothing_else(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    desk.press("Ctrl+L")

    def add_editor(services: Services) -> None:
        staff = StaffServices(services)
        boss = staff.signing_in.sign_in("magda", PASSWORD, at=services.clock.now(), branch="MAIN")
        staff.accounts.add(boss, "ewa", "Ewa", "editor", "vier junge Buchen", at=services.clock.now())

    desk.aside(add_editor)
    desk.come_in("ewa", "vier junge Buchen")
    assert desk.seen("rail-today")
    assert desk.seen("rail-catalogue")
    assert not desk.seen("rail-rules")
    desk.go("rules")
    assert "no page of that kind" in desk.texts()


def test_what_is_not_saved_is_asked_about_before_leaving(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    desk.write("half a thought")
    asked: list[str] = []

    def stay() -> None:
        asked.append(desk.texts())
        desk.press("Esc")

    desk.when_asked(stay)
    desk.press("Ctrl+L")
    assert "1 change is not saved" in asked[0]
    assert desk.window.shell is not None


def test_what_was_done_is_said_with_a_way_back(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    undone: list[bool] = []
    desk.place.say("Saved", lambda: undone.append(True))
    assert desk.find("toastText").isVisible()
    desk.click("toastUndo")
    assert undone == [True]
    assert not desk.seen("toastText")


def test_what_was_done_is_said_in_front_of_the_page_it_leads_to(open_desk: OpenDesk) -> None:
    patrons = PageKind("patrons", Right.PATRONS_SEE, Other, "person")
    desk = open_desk(kinds=(*KINDS, patrons))
    desk.place.say("Begun")
    desk.go("patrons")
    toast = desk.find("toastText").parentWidget()
    assert toast is not None
    held = toast.parentWidget()
    assert held is not None
    seen = held.childAt(toast.geometry().center())
    assert seen is not None
    assert seen is toast or toast.isAncestorOf(seen), "a page that is opened lies over what is said"


def test_the_field_at_the_head_opens_a_card_a_barcode_or_a_search(open_desk: OpenDesk) -> None:
    patrons = PageKind("patrons", Right.PATRONS_SEE, Other, "person")
    desk = open_desk(kinds=(*KINDS, patrons))
    routes: list[str] = []
    for text in (ANNA, TITLES[0][0], "lichtspiel kehlmann"):
        desk.press("Ctrl+K")
        desk.scan(text)
        desk.settle()
        routes.append(desk.shell.route)
    assert routes[0] == f"patrons/{ANNA}"
    assert routes[1].startswith("catalogue/")
    assert routes[2] == "catalogue/?lichtspiel kehlmann"


def test_keys_and_dialogs_of_qt_speak_the_language_of_the_desk(open_desk: OpenDesk) -> None:
    desk = open_desk("de", kinds=KINDS)
    assert desk.shell.header.field.placeholderText().endswith("(Strg+K)")
    desk.press("Ctrl+L")
    desk.settle()
    desk.click("speak-pl")
    desk.settle()
    desk.come_in()
    assert desk.shell.header.field.placeholderText() == "Tytuł, karta, kod … (Ctrl+K)"


def test_what_was_left_unsaved_is_offered_at_the_next_sign_in(open_desk: OpenDesk) -> None:
    desk = open_desk(kinds=KINDS)
    desk.place.keep_draft("catalogue/r12", "Wolf Hall", {"title": "Wolf Hal"})
    desk.place.keep_draft("rules", "Rules", {"days": "14"})
    desk.settle()
    _first, other = desk.place.drafts.all()
    desk.press("Ctrl+L")
    desk.settle()
    desk.come_in()
    assert "Wolf Hall" in desk.texts()
    asked: list[str] = []

    def give_up() -> None:
        asked.append(desk.texts())
        desk.click("do")

    desk.when_asked(give_up)
    desk.click("draftGiveUp")
    desk.settle()
    assert "cannot be brought back" in asked[0]
    assert [draft.form for draft in desk.place.drafts.all()] == [other.form]
    desk.click("draftGoOn")
    desk.settle()
    assert desk.shell.route == other.form
    assert not desk.seen("draftGoOn")


def test_what_pages_need_is_loaded_before_one_is_opened() -> None:
    loaded: list[str] = []

    def fetch() -> type[Notes]:
        loaded.append("notes")
        return Notes

    fetch_pages((PageKind("today", Right.REPORTS, Fetched(fetch)), KINDS[1]))
    assert loaded == ["notes"]


def test_every_page_is_one_that_can_be_loaded_before() -> None:
    assert all(isinstance(kind.make, Fetched) for kind in page_kinds())


def test_the_style_sheet_is_the_windows_and_every_dialogs_in_it(open_desk: OpenDesk) -> None:
    hands = open_desk(KINDS)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.styleSheet() == "", "it would be worked out anew with every widget put into another"
    title = next(one for one in hands.window.findChildren(QLabel) if one.property("role") == "title")
    assert title.font().pixelSize() == style.TITLE
    dialog = QDialog(hands.page)
    heading = QLabel("Heading", dialog)
    heading.setProperty("role", "heading")
    heading.ensurePolished()
    assert heading.font().pixelSize() == style.HEADING
