"""The page on which patrons are found as one types, and lists of them looked through."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from kiosk.model.item import barcode_key
from kiosk.model.patron import Patron
from kiosk.staff.patrons.finding import PatronList
from kiosk.staff.rights import Right
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.patrons.local_day import today_of
from kiosk.ui.staff.patrons.people_menu import PeopleMenu
from kiosk.ui.staff.patrons.shown import columns
from kiosk.ui.staff.typed_places import seeks
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_FIND = "staff.patrons.find"
_MOST = 500


class PeoplePage(StaffPage):
    """Find by name, card, e-mail, telephone or birth date; newest, expiring, blocked, temporary."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(workplace, words("staff.page.patrons"))
        self.keys_told = words("staff.patrons.keys.list")
        self._which = PatronList.NEWEST
        self._entered = False
        self._build()
        workplace.changed.connect(self._look_again)

    def open(self, rest: str) -> None:
        """Come to the front with the keyboard in the field."""
        self.refresh()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def refresh(self) -> None:
        """Find or list again."""
        services, by = self.workplace.services.patrons, self.workplace.by
        typed, which, today = self._field.text(), self._which, today_of(self.workplace)

        def look() -> tuple[Patron, ...]:
            if typed.strip():
                return services.finding.find(by, typed, _MOST)
            return services.finding.listed(by, which, today=today, limit=_MOST)

        self.workplace.jobs.latest(_FIND, look, self._show, self.workplace.fail)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field into the list with Down."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if down and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down and self._table.rows:
            self._into_list()
            return True
        return False

    # --- building

    def _build(self) -> None:
        words, may = self.workplace.words, self.workplace.by.may
        self._field = self._find_field()
        register = button(
            words("staff.patrons.register"),
            lambda: self.workplace.go("patrons/new"),
            kind="primary",
            picture="plus",
            name="registerPatron",
            keys="Ctrl+N",
        )
        if not may(Right.PATRONS_EDIT):
            register.hide()
        self._menu = PeopleMenu(self.workplace, self, lambda: self._table.marked, self.refresh)
        more = button(words("staff.patrons.more"), self._menu.show_below, picture="down", name="morePatrons")
        self._menu.below = more
        self.column.addWidget(across(self._field, register, more, stretch=False))
        self._lists = {which: self._list_button(which) for which in PatronList}
        self.column.addWidget(across(*self._lists.values(), gap=6))
        self._panel = Panel()
        self._table: DataTable[Patron] = DataTable(
            self.workplace,
            columns(self.workplace.library, today_of(self.workplace), words),
            name="patrons",
            key=lambda one: one.id,
            filtered=False,
        )
        self._table.activated.connect(self._open)
        self._nobody = label("", "caption", wrap=True, name="nobody")
        self._panel.put(self._nobody)
        self._panel.put(self._table, stretch=1)
        self.column.addWidget(self._panel, 1)

    def _find_field(self) -> QLineEdit:
        words = self.workplace.words
        field = QLineEdit(self)
        field.setObjectName("findPatron")
        seeks(field)
        field.setPlaceholderText(words("staff.patrons.find"))
        field.setAccessibleName(words("staff.patrons.find"))
        field.setClearButtonEnabled(True)
        field.setMaxLength(200)
        field.textChanged.connect(self._type)
        field.returnPressed.connect(self._enter)
        field.installEventFilter(self)
        return field

    def _list_button(self, which: PatronList) -> QPushButton:
        told = self.workplace.words(f"staff.patrons.list.{which}")
        made = button(told, lambda: self._choose(which), kind="chip", name=f"list_{which}")
        made.setCheckable(True)
        return made

    # --- doing

    def _choose(self, which: PatronList) -> None:
        self._which = which
        if self._field.text():
            self._field.clear()  # which lists by itself
        else:
            self.refresh()

    def _type(self) -> None:
        self._entered = False
        self.refresh()

    def _enter(self) -> None:
        """Open whom a scanned card or the only find names, once it is found."""
        self._entered = True
        self.refresh()

    def _show(self, found: tuple[Patron, ...]) -> None:
        typed = self._field.text().strip()
        self._table.show_rows(found)
        for which, made in self._lists.items():
            made.setChecked(not typed and which is self._which)
        words = self.workplace.words
        heading = words("staff.patrons.found") if typed else words(f"staff.patrons.list.{self._which}")
        self._panel.head(heading, words("staff.patrons.most", most=_MOST) if len(found) == _MOST else "")
        self._nobody.setVisible(not found)
        nobody = "staff.patrons.nobody" if typed else "staff.patrons.empty_list"
        self._nobody.setText(words(nobody))
        if self._entered and typed:
            self._entered = False
            self._open_entered(typed, found)

    def _open_entered(self, typed: str, found: tuple[Patron, ...]) -> None:
        exact = [one for one in found if barcode_key(one.card) == barcode_key(typed)]
        if exact or len(found) == 1:
            self._open((exact or list(found))[0])
        elif found:
            self._into_list()

    def _into_list(self) -> None:
        self._table.view.setFocus(Qt.FocusReason.TabFocusReason)
        self._table.view.selectRow(0)

    def _open(self, patron: Patron) -> None:
        self.workplace.go(f"patrons/{patron.card}")

    def _look_again(self, kind: str) -> None:
        if kind == "patron" and self.isVisible():
            self.refresh()
