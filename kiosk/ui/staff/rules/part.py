"""The rules page: the matrix above, the tester and the effect of what is being changed below."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from kiosk.staff.rights import Right
from kiosk.staff.rules.matrix import new_row, no_row, scope_label
from kiosk.ui.staff.rules.columns import GROUPS
from kiosk.ui.staff.rules.effect_panel import EffectPanel
from kiosk.ui.staff.rules.matrix_view import MatrixView
from kiosk.ui.staff.rules.scope_dialog import ScopeDialog
from kiosk.ui.staff.rules.telling import scope_text, why
from kiosk.ui.staff.rules.tester import Tester
from kiosk.ui.staff.settings.editing import EditingPart
from kiosk.ui.staff.settings.fitting import SideBySide, scrolled
from kiosk.ui.staff.settings.keeping import Kept
from kiosk.ui.staff.settings.working import with_matrix
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace


class RulesPart(EditingPart):
    """Edit rules in place; below stands why a cell holds what it does, a case tried, and the effect."""

    make = staticmethod(with_matrix)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, Kept(workplace.services.rules, Right.RULES_EDIT, "rules"))
        words = workplace.words
        self.setWindowTitle(words("staff.rules"))
        self.plain_button("staff.rules.add", self._add, "plus", "addRule")
        self._remove = self.plain_button("staff.rules.remove", self._take_away, "minus", "removeRule")
        self._wanted = ""
        self.matrix = MatrixView(workplace, lambda: self.may)
        self.why = label("", wrap=True, name="why")
        self.tester = Tester(workplace)
        self.effects = EffectPanel(workplace)
        self.matrix.changed.connect(self._change)
        self.matrix.moved.connect(self._moved)
        self.matrix.wrong.connect(workplace.fail)
        self.shows.connect(self._show_rules)
        self._build()

    def _build(self) -> None:
        panel = Panel()
        panel.setMinimumHeight(300)
        panel.setAccessibleName(self.workplace.words("staff.rules"))
        panel.act(*self._groups(), self.matrix.bars)
        panel.put(self.matrix, stretch=1)
        panel.put(self.why, label(self.workplace.words("staff.rules.hint"), "caption", wrap=True))
        below = SideBySide(((self.tester, 13), (self.effects, 10)), least=960, lowest=300)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 4)
        column.addWidget(panel, 4)
        column.addWidget(below, 3)
        self.column.addWidget(scrolled(held), 1)

    def ahead(self) -> Iterator[None]:
        """Make the table of the matrix, which would hold up the first rules that are shown."""
        return self.matrix.ahead()

    def _groups(self) -> list[QPushButton]:
        group = QButtonGroup(self)
        made = []
        for name in GROUPS:
            one = button(
                self.workplace.words(f"staff.rules.group.{name}"),
                partial(self.matrix.show_group, name),
                kind="chip",
                name=f"group-{name}",
            )
            one.setCheckable(True)
            group.addButton(one)
            made.append(one)
        made[0].setChecked(True)
        return made

    def _show_rules(self) -> None:
        if self.state is not None:
            self.matrix.show_rules(self.state.now, self.state.rows)
            if self._wanted:
                self.matrix.go_to(self._wanted)
                self._wanted = ""
            self.tester.show_library(self.state.now)
            self.effects.show_state(self.state)
            self._moved()

    def _change(self, label: str, name: str, value: object) -> None:
        self.edit({("rule", label, name): value})  # type: ignore[dict-item]

    def _moved(self) -> None:
        row, cell, state = self.matrix.row, self.matrix.cell, self.state
        self._remove.setEnabled(row is not None and row.weight > 0)
        if state is None or row is None:
            return
        words = self.workplace.words
        text = words("staff.rules.why.scope", row=row.number, weight=row.weight)
        if cell is not None:
            text = why(cell[1], row.cell(cell[1]), state.now, words)
        self.why.setText(text)

    def _add(self) -> None:
        if self.state is None:
            return
        dialog = ScopeDialog(self.workplace.words, self.state.now, self)
        if dialog.exec():
            edits = new_row(self.state.leaves, dialog.scope)
            if edits:
                self._wanted = scope_label(dialog.scope)
                self.edit(edits)
            else:
                self.matrix.go_to(scope_label(dialog.scope))

    def _take_away(self) -> None:
        row, state, words = self.matrix.row, self.state, self.workplace.words
        if row is None or state is None:
            return
        told = words("staff.rules.remove.told", row=scope_text(row.scope, state.now, words))
        if ask(words, self, words("staff.rules.remove"), told, words("staff.rules.remove.do")):
            self.edit(no_row(state.leaves, row.label))
