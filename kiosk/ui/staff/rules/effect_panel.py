"""What the change that is not saved yet would do: to open loans, to limits, to the answers of the kiosks."""

from kiosk.staff.rules.effects import Effects
from kiosk.storage import OpenKind
from kiosk.ui.staff.rules.effect_lines import EffectLine, effect_lines
from kiosk.ui.staff.rules.loans_dialog import LoansDialog
from kiosk.ui.staff.settings.working import Working
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import Panel, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class EffectPanel(Panel):
    """Look at the effect whenever the edits change; the newest look is shown."""

    def __init__(self, workplace: Workplace) -> None:
        words = workplace.words
        super().__init__(words("staff.rules.effect"), "")
        self._workplace = workplace
        self._state: Working | None = None
        self._kinds: tuple[OpenKind, ...] = ()
        self.told = label("", "caption", wrap=True, name="effectTold")
        columns: tuple[Column[EffectLine], ...] = (
            Column("what", words("staff.rules.effect.what"), lambda one: one.what),
            Column("before", words("staff.rules.effect.before"), lambda one: one.before, width=70),
            Column("after", words("staff.rules.effect.after"), lambda one: one.after, width=80),
            Column("for", words("staff.rules.effect.for"), lambda one: one.concerns, width=148),
        )
        self.lines: DataTable[EffectLine] = DataTable(
            workplace, columns, name="effects", filtered=False, csv=True, counted=False
        )
        self.lines.view.setAccessibleName(words("staff.rules.effect"))
        self._loans = button(
            words("staff.rules.effect.show_loans"), self._show_loans, kind="quiet", name="showLoans"
        )
        self.act(self._loans, self.lines.bar)
        self.put(self.told)
        self.put(self.lines, stretch=1)

    def show_state(self, state: Working) -> None:
        """Look at what these edits would do."""
        self._state = state
        words = self._workplace.words
        self._loans.setEnabled(False)
        self.lines.setVisible(bool(state.changes))
        self.lines.bar.setVisible(bool(state.changes))
        if not state.changes:
            self._workplace.jobs.forget("rules.effects")
            self.told.setText(words("staff.rules.effect.nothing"))
            self.lines.show_rows(())
            return
        self.told.setText(words("staff.rules.effect.looking"))
        rules, by, language = self._workplace.services.rules, self._workplace.by, words.language
        self._workplace.jobs.latest(
            "rules.effects",
            lambda: rules.effects(by, state.library, state.now, language),
            lambda effects: self._show(effects, state),
            self._workplace.fail,
        )

    def _show(self, effects: Effects, state: Working) -> None:
        words, self._kinds = self._workplace.words, effects.kinds
        self._loans.setEnabled(bool(effects.kinds))
        loans = words.count("staff.rules.effect.concerned", effects.loans)
        answers = words.count("staff.rules.effect.answers", len(effects.answers))
        self.told.setText(f"{loans} {answers}")
        self.lines.show_rows(effect_lines(effects, state.now, words))

    def _show_loans(self) -> None:
        if self._state is not None and self._state.changes:
            LoansDialog(self._workplace, self._state, self._kinds, self).exec()
