"""A part that is a list: branches, categories, types, shelves, contacts or kiosks, each with its form."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QWidget

from kiosk.staff.library_file import use_told
from kiosk.staff.rights import Right
from kiosk.staff.settings.leaves import Leaves, Path, Plain, without
from kiosk.storage import InUse
from kiosk.ui.staff.settings.editing import EditingPart, Kept
from kiosk.ui.staff.settings.element_dialog import ElementDialog
from kiosk.ui.staff.settings.fields import PartKind, part_kinds
from kiosk.ui.staff.settings.leaf_form import LeafForm, at_top
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the list as its row shows it."""

    label: str
    name: str
    configured: bool

    @property
    def code(self) -> str:
        """The code by which items and patrons name it."""
        return self.label


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
        self.list.chosen.connect(self._show_element)
        listed = Panel(words(f"staff.settings.tab.{part}"))
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
        named = f"staff.settings.field.{'branch' if self._part == 'kiosk' else 'name'}"
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
        self.list.show_rows(elements(self._part, state.leaves, self.workplace.words.language))
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
        self._form.changed.connect(self.edit)
        self._area.setWidget(at_top(self._form))
        self._area.viewport().setAutoFillBackground(False)

    def _show_element(self) -> None:
        one, state = self.list.current, self.state
        self._area.setVisible(one is not None)
        if one is None or state is None or self._form is None:
            self._panel.head("")
            return
        self._panel.head(one.name or one.label, one.label if one.name else "")
        self._form.show_element((self._part, one.label), state.leaves)

    def _add(self) -> None:
        state = self.state
        if state is None:
            return
        dialog = ElementDialog(self.workplace.words, state.now, self.kind, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        label = self.kind.label(dialog.values)
        self._wanted = label
        if any(path[:2] == (self._part, label) for path in state.leaves):
            self._show_list()
            return
        edits: dict[Path, Plain | None] = {
            (self._part, label, key): value for key, value in dialog.values.items() if value
        }
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
            words("staff.settings.remove.told", name=one.name or one.label),
            words("staff.settings.remove.do"),
        ):
            self.edit(without(state.leaves, (self._part, one.label)))


def elements(part: str, leaves: Leaves, language: str) -> tuple[Element, ...]:
    """Return the elements of a part in the library's order."""
    found: dict[str, dict[Path, Plain]] = {}
    for path, value in leaves.items():
        if path[0] == part:
            found.setdefault(path[1], {})[path[2:]] = value
    return tuple(
        Element(label, _name(part, own, leaves, language), own.get(("configured",)) is not False)
        for label, own in found.items()
    )


def _name(part: str, own: Leaves, leaves: Leaves, language: str) -> str:
    if part == "kiosk":  # is known by where it stands
        branch = str(own.get(("branch",), ""))
        inside = {path[2:]: value for path, value in leaves.items() if path[:2] == ("branch", branch)}
        return _name("branch", inside, leaves, language) or branch
    named = {path[1]: str(value) for path, value in own.items() if path[0] == "name" and path[1:]}
    return named.get(language) or next(iter(named.values()), "") or str(own.get(("name",), ""))
