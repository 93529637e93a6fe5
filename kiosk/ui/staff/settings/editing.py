"""What all parts of rules, calendar and settings share: edits, drafts, saving, undo, and two at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiosk.model.library import Library
from kiosk.model.staff_errors import SettingsChangedMeanwhile, SettingsInvalid
from kiosk.staff.settings.changing import LastChange, Saved
from kiosk.staff.settings.leaves import Path, Plain
from kiosk.ui.staff.settings.differing import Differing
from kiosk.ui.staff.settings.keeping import Kept, hide_unless
from kiosk.ui.staff.settings.leaf_form import LeafForm
from kiosk.ui.staff.settings.refusals import Refusal, Refusals
from kiosk.ui.staff.settings.telling import told_changes
from kiosk.ui.staff.settings.working import Working, edits_over_theirs, kept, possible, restored, working
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip, ChipLabel
from kiosk.ui.staff.widgets.panel import across
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace


class EditingPart(QWidget):
    """Show a library that is being changed; `shows` tells that there is something else to show.

    A part builds itself below `bar` and says its edits by `edit`; those that cannot be are taken back
    at once and their reason is said. What was typed, `type_in`, stays in its field: it is in `refused`.
    """

    shows = Signal()
    titled = Signal()
    make = staticmethod(working)
    """What lays edits over a library; it runs off the GUI thread."""

    def __init__(self, workplace: Workplace, keeps: Kept) -> None:
        super().__init__()
        self.workplace = workplace
        self.keeps = keeps
        self.state: Working | None = None
        self.refused = Refusals()
        self._edits: dict[Path, Plain | None] = {}
        self._before: list[dict[Path, Plain | None]] = []
        self._asked = self._pending = self._wants_save = self._telling = False
        self.may = workplace.by.may(keeps.right)
        words = workplace.words
        self.save_button = button(
            words("staff.save"), self.save, kind="primary", picture="check", name="save"
        )
        self.undo_button = button(words("staff.settings.undo"), self.undo, picture="back", name="undo")
        self.unsaved_chip = ChipLabel()
        self.bar = across(self.save_button, self.undo_button, self.unsaved_chip)
        for one in (self.save_button, self.undo_button):
            hide_unless(one, self.may)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP + 4)
        self.column.addWidget(self.bar)
        workplace.changed.connect(self._look_again)
        self._look()

    # --- for the page

    def unsaved(self) -> int:
        """Count the changes that are not saved."""
        return len(self.refused) + (len(self.state.changes) if self.state is not None else 0)

    def open(self) -> None:
        """Read the library when the part is first shown."""
        if self.state is None and not self._asked:
            self.refresh()

    def refresh(self) -> None:
        """Read the library again and lay the edits over it; what was left of another time, too."""
        self._asked = True
        make = self.make
        by, service, form, drafts = (
            self.workplace.by,
            self.keeps.service,
            self.keeps.form,
            self.workplace.drafts,
        )
        edits, first = dict(self._edits), self.state is None

        def read() -> tuple[Working, str]:
            library = service.library(by)
            left = drafts.of(form) if first else None
            try:
                return make(library, edits or (restored(left.values) if left else {})), ""
            except SettingsInvalid as wrong:
                return make(library), self.workplace.sentence(wrong)

        self.workplace.read(read, self._read)

    def save(self) -> None:
        """Save the edits in one transaction."""
        state, by, service, make = self.state, self.workplace.by, self.keeps.service, self.make
        if self._pending:
            self._wants_save = True
            return
        if state is None or not state.changes or not self.may:
            if self.refused:
                self.workplace.wrong.emit(self.workplace.words("staff.settings.mend_first"))
            return
        self.save_button.setEnabled(False)
        self.workplace.change(
            lambda: _saved(service.save(by, state.library, state.edits), make), self._saved, self._not_saved
        )

    def undo(self) -> None:
        """Take back the last edit that is not saved, else ask whether to take back what was saved last."""
        if self.refused.take_back():
            self._show_again()
        elif self._before:
            self._take(self._before.pop())
        elif self.may:
            by, service = self.workplace.by, self.keeps.service
            self.workplace.read(lambda: service.last_change(by), self._ask_undo)

    # --- for the parts

    def edit(self, edits: Mapping[Path, Plain | None]) -> None:
        """Set values; None takes one away."""
        if edits and self.may:
            self._before.append(dict(self._edits))
            self._take({**self._edits, **edits})

    def type_in(self, edits: Mapping[Path, Plain | None], texts: Mapping[Path, str]) -> None:
        """Set values that were typed so; one that cannot be stays as it was typed, with its reason."""
        if self.state is None:
            return
        again = {path for path, text in texts.items() if self.refused.holds(path, text)}
        mended = self.refused.type_in({path: text for path, text in texts.items() if path not in again})
        leaves = self.state.leaves
        new = {p: value for p, value in edits.items() if p not in again and leaves.get(p) != value}
        if new:
            self.edit(new)
        elif mended:
            self._show_again()

    def take_from(self, form: LeafForm) -> None:
        """Have a form's edits, and what was typed there and cannot be."""
        form.changed.connect(self.edit)
        form.typed.connect(self.type_in)
        form.unreadable.connect(self.unreadable)

    def unreadable(self, path: Path, refusal: Refusal) -> None:
        """Keep what was typed and means nothing; its form has said why."""
        self.refused.unreadable(path, refusal)
        self._show_again()

    def take_back(self, paths: frozenset[Path]) -> None:
        """Drop the edits at these paths."""
        self._before.append(dict(self._edits))
        self._take({path: value for path, value in self._edits.items() if path not in paths})

    def plain_button(self, key: str, pressed: object, picture: str = "", name: str = "") -> QPushButton:
        """Add a button to the bar; it is hidden from who may change nothing."""
        made = button(self.workplace.words(key), pressed, picture=picture, name=name)  # type: ignore[arg-type]
        hide_unless(made, self.may)
        layout = self.bar.layout()
        layout.insertWidget(layout.count() - 2, made)  # type: ignore[union-attr]
        return made

    # --- what comes back

    def _look_again(self, what: str) -> None:
        """Read again what another part of the workspace has saved."""
        if what == "rules" and not self._telling and self.state is not None and not self._edits:
            self.refresh()

    def _take(self, edits: dict[Path, Plain | None]) -> None:
        state = self.state
        if state is None:
            return
        self._edits, self._pending, make, before = edits, True, self.make, dict(state.edits)
        self.workplace.jobs.latest(
            f"{self.keeps.form}.working",
            lambda: possible(make, state.library, edits, before),
            self._tried,
            self._refused,
        )

    def _tried(self, found: tuple[Working, Mapping[Path, SettingsInvalid]]) -> None:
        """Go on with what can be; what cannot is taken back alone, and its reason is said."""
        state, errors = found
        if errors:
            self._wants_save = False
            self._edits = dict(state.edits)
            if self._before:
                self._before.pop()
            reason = self.refused.refuse(errors, self.workplace.words)
            self.workplace.wrong.emit(reason or self.workplace.sentence(next(iter(errors.values()))))
        self._worked(state)

    def _refused(self, error: Exception) -> None:
        """Show again what was there before the trouble."""
        self._pending = self._wants_save = False
        self.workplace.fail(error)
        if self.state is not None:
            self._edits = dict(self.state.edits)
            self._show(self.state)

    def _worked(self, state: Working) -> None:
        self._pending = False
        if state.changes:
            self.workplace.keep_draft(self.keeps.form, self.windowTitle(), kept(state.changes))
        else:
            self.workplace.forget_draft(self.keeps.form)
        self._show(state)
        if self._wants_save:
            self._wants_save = False
            self.save()

    def _read(self, found: tuple[Working, str]) -> None:
        state, wrong = found
        restored_now = bool(state.edits) and not self._edits
        self._edits = dict(state.edits)
        self._show(state)
        if wrong:
            self.workplace.wrong.emit(wrong)
        elif restored_now:
            self.workplace.say(self.workplace.words.count("staff.settings.restored", len(state.changes)))

    def _show_again(self) -> None:
        if self.state is not None:
            self._show(self.state)

    def _show(self, state: Working) -> None:
        self.state = state
        self._look()
        self.shows.emit()
        self.titled.emit()

    def _look(self) -> None:
        count, words = self.unsaved(), self.workplace.words
        chip = Chip(words.count("staff.settings.unsaved", count), "warn") if count else None
        self.unsaved_chip.show_chip(chip)
        self.save_button.setEnabled(bool(count))

    def _saved(self, done: tuple[Saved, Working]) -> None:
        saved, state = done
        self._edits, self._before = {}, []
        self.workplace.forget_draft(self.keeps.form)
        self._show(state)
        words = self.workplace.words
        told = words.count("staff.settings.saved", len(saved.changes))
        if saved.answers:
            told += " " + words.count("staff.settings.saved.answers", len(saved.answers))
        self.workplace.say(told, self.undo)
        self._telling = True
        self.workplace.changed.emit("rules")
        self._telling = False

    def _not_saved(self, error: Exception) -> None:
        self._look()
        if isinstance(error, SettingsChangedMeanwhile) and self.state is not None:
            self._choose(error)
        else:
            self.workplace.fail(error)

    def _choose(self, error: SettingsChangedMeanwhile) -> None:
        """Show what another changed beside the edits, and go on with what is chosen."""
        library, theirs = error.values["library"], error.values["theirs"]
        dialog = Differing(self.workplace.words, theirs, self._edits, library, self)  # type: ignore[arg-type]
        if not dialog.exec():
            return
        chosen, edits, make = dialog.theirs_chosen(), dict(self._edits), self.make

        def merged(state: Working) -> None:
            self._edits = dict(state.edits)
            self._before = []
            self._worked(state)
            self.save()

        self.workplace.read(
            lambda: make(library, edits_over_theirs(library, edits, chosen)),  # type: ignore[arg-type]
            merged,
        )

    def _ask_undo(self, last: LastChange | None) -> None:
        words = self.workplace.words
        if last is None or self.state is None:
            self.workplace.say(words("staff.settings.nothing_to_undo"))
            return
        told = words("staff.settings.undo.what", account=last.entry.account, at=last.entry.at)
        told += "\n\n" + told_changes(last.changes, self.state.now, words)
        doing = words("staff.settings.undo.do")
        if ask(words, self, words("staff.settings.undo"), told, doing):
            by, service, entry, make = self.workplace.by, self.keeps.service, last.entry.id, self.make
            self.workplace.change(lambda: _saved(service.undo(by, entry), make), self._saved)


def _saved(saved: Saved, make: Callable[[Library], Working]) -> tuple[Saved, Working]:
    return saved, make(saved.library)
