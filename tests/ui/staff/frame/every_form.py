"""Every form of the workspace: the way to it, and hands that type a word into each of its fields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from kiosk.model.item import Item
from kiosk.model.request import RequestKind
from kiosk.services import Services
from kiosk.ui.staff.desk.page import DeskPage
from kiosk.ui.staff.desk.tabs import DESK
from kiosk.ui.staff.drafts import SOUGHT
from kiosk.ui.staff.patrons.person_page import PersonPage
from kiosk.ui.staff.typed_places import TextField, form_of, name_of, text_fields, text_in
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import ANNA, BARCODES, NOW, OWING, charge, lend
from tests.ui.staff.policies.conftest import write_answers

Step = Callable[[DeskHands], None]


@dataclass(frozen=True, slots=True)
class FormAt:
    """A form of a page: what to press until it is there.

    One that holds up its page is a `dialog`; `seeking` are the fields in which one looks for something,
    which hide rows that the forms are about.
    """

    route: str
    steps: tuple[Step, ...] = ()
    dialog: bool = False
    seeking: bool = False

    @property
    def page(self) -> str:
        return self.route.partition("/")[0]


def fill(services: Services) -> None:
    """Put into the small library what the forms are about."""
    write_answers(services)
    make = services.requests.make
    make(RequestKind.QUESTION, {"text": "May parrots come in?"}, at=NOW - timedelta(days=2), card=ANNA)
    make(RequestKind.PURCHASE, {"title": "Solaris"}, at=NOW - timedelta(days=1), email="a@example.org")
    make(RequestKind.ERASE, {}, at=NOW - timedelta(hours=1), card=OWING)
    charge(services, OWING, 350)
    lend(services, ANNA, "Momo")


# --- ways


def press(*keys: str) -> Step:
    return lambda desk: desk.press(*keys)


def click(name: str) -> Step:
    def step(desk: DeskHands) -> None:
        desk.click(name)
        desk.settle()

    return step


def tab(key: str) -> Step:
    """Turn to the tab of that word."""

    def step(desk: DeskHands) -> None:
        text = desk.place.words(key)
        for tabs in desk.page.findChildren(QTabWidget):
            for place in range(tabs.count()):
                if tabs.tabText(place).startswith(text):
                    tabs.setCurrentIndex(place)
        desk.settle()

    return step


def row(table: str, number: int = 0, column: int = 0) -> Step:
    def step(desk: DeskHands) -> None:
        view = desk.one(QTableView, table)
        desk.wait(lambda: view.model().rowCount() > number)
        desk.focus(view)
        view.setCurrentIndex(view.model().index(number, column))
        view.selectRow(number)
        view.setCurrentIndex(view.model().index(number, column))
        desk.settle()

    return step


def scan(code: str) -> Step:
    def step(desk: DeskHands) -> None:
        desk.wait(lambda: desk.seen("scan"))
        desk.focus("scan")
        desk.press("Ctrl+A")
        desk.scan(code)
        desk.settle()

    return step


def found(words: str) -> Step:
    def step(desk: DeskHands) -> None:
        field = desk.one(QLineEdit, "catalogueSearch")
        desk.focus(field)
        desk.press("Ctrl+A")
        desk.write(words)
        desk.wait(lambda: len(desk.rows("titles")) == 1)
        desk.settle()
        row("titles")(desk)
        desk.wait(lambda: desk.find("addCopy").isEnabled() and bool(desk.rows("copies")))

    return step


def one_more_copy(desk: DeskHands) -> None:
    """Have a colleague add a second copy."""

    def add(services: Services) -> None:
        with services.database.act() as work:
            first = work.items.by_barcode(BARCODES["Klara and the Sun"])
            assert first is not None
            if work.items.by_barcode("K-2") is None:
                work.items.add(Item(0, first.record_id, "K-2", "MAIN", "book"))
                work.commit()

    desk.aside(add)
    desk.press("F5")
    desk.wait(lambda: len(desk.rows("copies")) == 2)


def all_copies(desk: DeskHands) -> None:
    view = desk.one(QTableView, "copies")
    desk.focus(view)
    view.selectAll()
    desk.settle()


def act(name: str) -> Step:
    """Do what stands in the menu of a person."""

    def step(desk: DeskHands) -> None:
        page = desk.page
        assert isinstance(page, PersonPage)
        getattr(page.acts, name)()

    return step


def override(desk: DeskHands) -> None:
    """Try to lend what cannot be lent."""
    scan(ANNA)(desk)
    scan(BARCODES["Brockhaus Enzyklopädie"])(desk)


def tab_desk(desk: DeskHands) -> None:
    """Turn from the lists of the desk back to the desk itself."""
    page = desk.page
    assert isinstance(page, DeskPage)
    page.tabs.turn_to(DESK)
    desk.settle()


def marc_cell(desk: DeskHands) -> None:
    view = desk.one(QTableView, "marc")
    desk.focus(view)
    view.setCurrentIndex(view.model().index(2, 3))
    desk.press("F2")


LISTS = ("branch", "patron_category", "item_type", "shelf", "channel", "kiosk", "service")
PERSON = f"patrons/{ANNA}"
FORMS: tuple[FormAt, ...] = (
    FormAt("today"),
    FormAt("catalogue"),
    FormAt("catalogue", (found("klara"), click("addCopy")), dialog=True),
    FormAt("catalogue", (found("klara"), row("copies"), click("changeCopies")), dialog=True),
    FormAt("catalogue", (found("klara"), click("copyLabels")), dialog=True),
    FormAt("catalogue", (found("klara"), one_more_copy, all_copies, click("changeCopies")), dialog=True),
    FormAt("catalogue", (click("scanCopies"),), dialog=True),
    FormAt("catalogue/new/book"),
    FormAt("catalogue/new/book", (marc_cell,)),
    FormAt("catalogue/duplicates"),
    FormAt("catalogue/import"),
    FormAt("catalogue/add/template"),
    FormAt("catalogue/add/template", (click("saveTemplate"),), dialog=True),
    FormAt("catalogue/sources"),
    FormAt("desk", (tab_desk,)),
    FormAt("desk", (tab_desk, override, press("F8")), dialog=True),
    FormAt("desk", (tab_desk, scan(OWING), press("F9")), dialog=True),
    FormAt(
        "desk",
        (
            tab_desk,
            click("drop"),
        ),
        dialog=True,
    ),
    FormAt("desk/pull"),
    FormAt("patrons"),
    FormAt(PERSON),
    FormAt(PERSON, (tab("staff.patrons.tab.money"), click("charge")), dialog=True),
    FormAt(PERSON, (tab("staff.patrons.tab.remarks"), click("restrict")), dialog=True),
    FormAt(PERSON, (tab("staff.patrons.tab.remarks"), click("note")), dialog=True),
    FormAt(PERSON, (act("replace_card"),), dialog=True),
    FormAt(PERSON, (act("merge"),), dialog=True),
    FormAt(f"patrons/{OWING}", (tab("staff.patrons.tab.money"), click("pay")), dialog=True),
    FormAt(f"patrons/{OWING}", (tab("staff.patrons.tab.money"), click("waive")), dialog=True),
    FormAt(f"patrons/{OWING}", (click("declineRequest"),), dialog=True),
    FormAt("patrons/new"),
    FormAt("patrons/sweep"),
    FormAt("policies"),
    FormAt("policies", (click("newArticle"),), dialog=True),
    FormAt("policies/article/wifi", (click("part-text"),)),
    FormAt("policies/article/wifi", (click("part-words"),)),
    FormAt("policies/article/wifi", (click("part-shared"),)),
    FormAt("policies/unanswered", (row("unanswered"),)),
    FormAt("policies/guides/lost"),
    FormAt("policies/guides", (click("newGuide"),), dialog=True),
    FormAt("messages", (row("messages"),)),
    FormAt("messages", (row("messages", 1),)),
    FormAt("messages", (row("messages"), click("as_article")), dialog=True),
    FormAt("messages", (click("templates"),), dialog=True),
    # A cell that is being written stays open: what is typed on the page beside it comes before.
    FormAt("rules/matrix", (row("matrix-loans", 0, 4), press("F2"))),
    FormAt("rules/matrix"),
    FormAt("rules/calendar"),
    FormAt("rules/calendar", (click("addClosure"),), dialog=True),
    FormAt("reports"),
    FormAt("settings/library"),
    *(FormAt(f"settings/{part}", (row("elements"),)) for part in LISTS),
    *(FormAt(f"settings/{part}", (click("addElement"),), dialog=True) for part in LISTS),
    FormAt("settings/letters"),
    FormAt("settings/file"),
    FormAt("settings/accounts"),
    FormAt("settings/accounts", (click("add"),), dialog=True),
    FormAt("settings/roles"),
    FormAt("settings/roles", (click("addRole"),), dialog=True),
    FormAt("settings/trail"),
)
# On the other tabs of the same page.
_STEPS: dict[str, tuple[Step, ...]] = {
    "desk": (tab_desk,),
    "catalogue/add/template": (tab("staff.intake.tab.elsewhere"),),
}
SOUGHT_AT = tuple(
    FormAt(route, _STEPS.get(route, ()), seeking=True)
    for route in dict.fromkeys(form.route for form in FORMS)
)


# --- hands


def at_form(desk: DeskHands, form: FormAt, do: Callable[[QWidget], None]) -> None:
    """Open a form and do something there; a dialog is dropped afterwards, neither done nor left."""
    desk.go(form.route)
    if not form.seeking:
        show_all(desk)
    if not form.dialog:
        for step in form.steps:
            step(desk)
        desk.settle()
        do(desk.page)
        return
    over: list[bool] = []

    def inside() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            desk.settle()
            do(dialog)
        finally:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            dialog.hide()
            over.append(True)

    for step in form.steps[:-1]:
        step(desk)
    desk.settle()
    _when_in_front(desk, inside)
    form.steps[-1](desk)
    desk.wait(lambda: bool(over))
    desk.settle()


def show_all(desk: DeskHands) -> None:
    """Take away what is looked for on a page, so that its rows are there."""
    for field in text_fields(desk.page):
        if form_of(field, desk.shell.route).endswith(SOUGHT) and isinstance(field, QLineEdit):
            field.clear()
    desk.settle()


def _when_in_front(desk: DeskHands, inside: Callable[[], None]) -> None:
    watch = QTimer(desk.window)

    def look() -> None:
        front = QApplication.activeModalWidget()
        if front is not None and front.isActiveWindow():
            watch.stop()
            inside()

    watch.timeout.connect(look)
    watch.start(5)


def typed_everywhere(desk: DeskHands, form: FormAt, root: QWidget, numbers: "count[int]") -> dict[str, str]:
    """Type something else into each field, as keys do; return what stands there then, by name."""
    words: dict[str, str] = {}
    desk.come_to_the_front()
    for field in fields_of(root):
        if form_of(field, desk.shell.route).endswith(SOUGHT) != form.seeking and not form.dialog:
            continue
        if not field.isVisible() or not field.isEnabled():
            continue  # what was typed before has taken it away
        name, before = name_of(field), text_in(field)
        desk.focus(_holder(field))
        _write(desk, field, _word(name, before, next(numbers)))
        assert text_in(field), name
        if text_in(field) == before:  # a field may take nothing but what it holds
            continue
        words[name] = text_in(field)
    return words


# What cannot be is refused at once, with its reason: these take only what they know.
KNOWN = {"time_zone": "Europe/Warsaw", "currency": "EUR", "cards-prefix": "31", "cards-length": "12"}


def _word(name: str, before: str, number: int) -> str:
    if name.startswith("hours-"):
        return f"08:{number % 60:02}-20:00"
    if name.startswith(("retention", "joining-", "hold_prio", "card_valid", "idle_s", "record.year")):
        return str(number)
    return KNOWN.get(name, str(number) if before.isdecimal() else f"Ż{number}")


def fields_of(root: QWidget) -> list[TextField]:
    return sorted(
        text_fields(root), key=lambda one: (one.mapTo(one.window(), QPoint(0, 0)).y(), name_of(one))
    )


def _holder(field: TextField) -> QWidget:
    parent = field.parentWidget()
    return parent if isinstance(parent, QAbstractSpinBox | QComboBox) else field


def _write(desk: DeskHands, field: TextField, word: str) -> None:
    holder = _holder(field)
    if isinstance(holder, QDateTimeEdit):
        holder.setCurrentSection(QDateTimeEdit.Section.MinuteSection)
        QTest.keyClick(holder, Qt.Key.Key_Up if holder.time().minute() < 59 else Qt.Key.Key_Down)
        return
    field.selectAll()
    if isinstance(holder, QAbstractSpinBox):
        QTest.keyClicks(holder, "7" if text_in(field).strip() != "7" else "9")
    else:
        desk.write(word)


def makers(root: QWidget) -> Iterator[str]:
    """Yield the modules that have made the fields: of what holds them, and of what listens there."""
    for field in text_fields(root):
        at: Any = field
        while at is not None:
            yield type(at).__module__
            for child in at.children():
                yield type(child).__module__
            at = at.parentWidget()
