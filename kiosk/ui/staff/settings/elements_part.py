"""A part that is a list: branches, categories, types, shelves, contacts or kiosks, each with its form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QToolButton, QWidget

from kiosk.staff.library_file import use_told
from kiosk.staff.rights import Right
from kiosk.staff.settings.leaves import Path, Plain, order_of, root_of, without
from kiosk.staff.settings.orders import order_path
from kiosk.storage import InUse
from kiosk.ui.staff.settings.editing import EditingPart
from kiosk.ui.staff.settings.element_dialog import ElementDialog
from kiosk.ui.staff.settings.elements import Element, elements
from kiosk.ui.staff.settings.fields import PartKind, part_kinds
from kiosk.ui.staff.settings.keeping import Kept, hide_unless
from kiosk.ui.staff.settings.leaf_form import LeafForm, at_top
from kiosk.ui.staff.settings.service_values import in_articles, read_service
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import icon_button, shown_keys
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class ElementsPart(EditingPart):
    """Show the list at the left and the form of the marked one at the right."""

    def __init__(self, workplace: Workplace, part: str) -> None:
        super().__init__(
            workplace, Kept(workplace.services.settings, Right.SETTINGS_EDIT, f"settings/{part}")
        )
        words = workplace.words
        self._part = part
        self._shown: object = None
        self._form: LeafForm | None = None
        self._wanted = ""
        self.setWindowTitle(words(f"staff.settings.tab.{part}"))
        self.plain_button("staff.settings.add", self._add, "plus", "addElement")
        self.plain_button("staff.settings.remove", self._remove, "minus", "removeElement")
        self.list: DataTable[Element] = DataTable(
            workplace, self._columns(), name="elements", key=lambda one: one.label
        )
        self._up, self._down = self._mover("up", -1), self._mover("down", 1)
        self.list.chosen.connect(self._show_element)
        self.list.loaded.connect(self._look_at_moves)
        listed = Panel(words(f"staff.settings.tab.{part}"))
        listed.act(self._up, self._down)
        listed.put(self.list, stretch=1)
        self._panel = Panel()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._panel.put(self._area, stretch=1)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP + 4)
        row.addWidget(listed, 4)
        row.addWidget(self._panel, 5)
        self.column.addWidget(held, 1)
        self.shows.connect(self._show_list)

    @property
    def kind(self) -> PartKind:
        """Give what its elements have."""
        library = self.state.now if self.state is not None else self.workplace.library
        return part_kinds(library)[self._part]

    def _columns(self) -> tuple[Column[Element], ...]:
        words = self.workplace.words
        said = {"kiosk": "branch", "service": "service_value"}
        named = f"staff.settings.field.{said.get(self._part, 'name')}"
        width = 104 if self.kind.counted else 0  # of a code, the rest is the name's
        unsure = Chip(words("staff.settings.unconfigured"), "wait")
        return (
            Column("code", words(f"staff.settings.code.{self._part}"), lambda one: one.label, width=width),
            Column("name", words(named), lambda one: one.name),
            Column(
                "state",
                "",
                lambda one: "" if one.configured else unsure.text,
                chip=lambda one: None if one.configured else unsure,
                width=112 if self.kind.counted else 1,
            ),
        )

    def _show_list(self) -> None:
        state = self.state
        if state is None:
            return
        offered = (state.now.languages, state.now.branches, state.now.currency)
        if offered != self._shown:
            self._shown = offered
            self._make_form()
        marked = self.list.current
        self.list.show_rows(elements(self._part, state.leaves, self.workplace.words, state.now.currency))
        rows = self.list.rows
        wanted, self._wanted = self._wanted or (marked.label if marked else ""), ""
        place = next((n for n, one in enumerate(rows) if one.label == wanted), 0)
        if rows:
            self.list.view.selectRow(place)
        self._show_element()

    def _make_form(self) -> None:
        state = self.state
        if state is None:
            return
        self._form = LeafForm(self.workplace.words, state.now, self.kind.fields, self.may)
        self.take_from(self._form)
        self._area.setWidget(at_top(self._form))
        self._area.viewport().setAutoFillBackground(False)

    def _show_element(self) -> None:
        one, state = self.list.current, self.state
        self._area.setVisible(one is not None)
        self._look_at_moves()
        if one is None or state is None or self._form is None:
            self._panel.head("")
            return
        if self._part == "service":
            self._panel.head(one.label, in_articles(one.label))
        else:
            self._panel.head(one.name or one.label, one.label if one.name else "")
        at = self._at(one.label)
        self._form.show_element(at, state.leaves, self.refused.below(at))

    def _add(self) -> None:
        state = self.state
        if state is None:
            return
        dialog = ElementDialog(self.workplace.words, state.now, self.kind, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        label = self.kind.label(dialog.values)
        self._wanted = label
        at = self._at(label)
        if any(path[: len(at)] == at for path in state.leaves):
            self._show_list()
            return
        edits: dict[Path, Plain | None] = {(*at, key): value for key, value in dialog.values.items() if value}
        if self._part == "service":
            value = read_service(dialog.values["value"], self.workplace.words, state.now.currency)
            edits = {at: value}
        if self._part == "kiosk":
            edits[self._part, label, "languages"] = state.now.languages
        self.edit(edits)

    def _remove(self) -> None:
        """Ask where the element is in use; what is cannot go."""
        one = self.list.current
        if one is None or self.state is None:
            return
        if not self.kind.counted:
            self._ask_remove(one, ())
            return
        service, by, part = self.workplace.services.settings, self.workplace.by, self._part
        self.workplace.read(
            lambda: service.uses(by, part, one.code), lambda uses: self._ask_remove(one, uses)
        )

    def _ask_remove(self, one: Element, uses: tuple[InUse, ...]) -> None:
        words, state = self.workplace.words, self.state
        if uses:
            where = words.show(tuple(use_told(use) for use in uses))
            self.workplace.wrong.emit(words("staff.settings.in_use", where=where))
        elif state is not None and ask(
            words,
            self,
            words("staff.settings.remove"),
            self._remove_told(one),
            words("staff.settings.remove.do"),
        ):
            self.edit(without(state.leaves, self._at(one.label)))

    def _remove_told(self, one: Element) -> str:
        words = self.workplace.words
        if self._part == "service":
            return words("staff.settings.remove.service", name=one.label)
        return words("staff.settings.remove.told", name=one.name or one.label)

    def _at(self, label: str) -> Path:
        return *root_of(self._part), label

    # --- the order

    def _mover(self, way: str, step: int) -> QToolButton:
        """Make a button that moves the marked element, by keys too while they are on the list."""
        keys = QKeySequence(f"Alt+{way.title()}")
        told = self.workplace.words(f"staff.settings.move.{way}", keys=shown_keys(keys.toString()))
        made = icon_button(way, told, lambda: self._move(step), name=f"move-{way}")
        hide_unless(made, self.may)
        shortcut = QShortcut(keys, self.list.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(made.click)
        return made

    def _order(self) -> tuple[str, ...]:
        return order_of(self.state.leaves).get(self._part, ()) if self.state is not None else ()

    def _look_at_moves(self) -> None:
        """Let an element be moved where the list stands in the library's own order, and whole."""
        one, order = self.list.current, self._order()
        whole = self.may and one is not None and tuple(row.label for row in self.list.rows) == order
        self._up.setEnabled(whole and one is not None and one.label != order[0])
        self._down.setEnabled(whole and one is not None and one.label != order[-1])

    def _move(self, step: int) -> None:
        one, order = self.list.current, list(self._order())
        if one is None or one.label not in order:
            return
        place = order.index(one.label)
        if not 0 <= place + step < len(order):
            return
        order[place], order[place + step] = order[place + step], order[place]
        self._wanted = one.label
        self.edit({order_path(self._part): tuple(order)})
