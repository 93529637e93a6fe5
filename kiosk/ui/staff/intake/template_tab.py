"""A new record from a template: what was typed, codes and media types filled in, opened in the editor."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.model.record import record_key
from kiosk.staff.intake.copying import Taken
from kiosk.staff.intake.templates import RecordTemplate
from kiosk.storage.imports import Outcome
from kiosk.ui.staff.intake.saving_template import SaveTemplate
from kiosk.ui.staff.intake.title_form import TitleTyped, isbn_doubtful, language_known, title_of, year_known
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import Panel, across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_TO = "staff.intake."
_FIELDS = ("title", "author", "isbn", "year", "publisher", "language")


class TemplateTab(QWidget):
    """`edited` tells that something was typed, which is a draft until the record is begun."""

    edited = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        words = self._words = workplace.words
        self._templates = workplace.services.intake.templates
        self._offered: tuple[RecordTemplate, ...] = ()
        self._wanted = ""
        self.form = Form()
        self.choice = QComboBox()
        self.form.add(words(f"{_TO}new.template"), self.choice, "template")
        self.choice.activated.connect(lambda _: self._chosen())
        self.fields = {name: self._field(name) for name in _FIELDS}
        self._begin = button(
            words(f"{_TO}new.begin"), self.begin, kind="primary", name="beginRecord", keys="Ctrl+Return"
        )
        self._forget = button(
            words(f"{_TO}templates.forget"), self._ask_forget, kind="quiet", name="forgetTemplate"
        )
        self._save = button(words(f"{_TO}templates.save"), self._ask_save, name="saveTemplate")
        self.form.row(across(self._begin))
        panel = Panel(words(f"{_TO}new.template_head"))
        panel.act(self._forget, self._save)
        panel.put(self.form)
        panel.put(label(words(f"{_TO}new.template_hint"), "caption", wrap=True))
        column = QVBoxLayout()
        column.addWidget(panel)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.addLayout(column, 3)
        row.addStretch(2)
        self._chosen()

    @property
    def typed(self) -> TitleTyped:
        """Give what stands in the form."""
        values = {name: field.text() for name, field in self.fields.items()}
        return TitleTyped(template=self.code, **values)

    @property
    def code(self) -> str:
        """Give the code of the chosen template."""
        return str(self.choice.currentData() or self._wanted)

    def show_typed(self, typed: TitleTyped) -> None:
        """Put something into the form, as a draft does."""
        for name, field in self.fields.items():
            field.setText(getattr(typed, name))
        self._wanted = typed.template
        self._choose(typed.template)

    def refresh(self) -> None:
        """Read the templates again."""
        by = self.workplace.by
        self.workplace.read(lambda: self._templates.all(by), self._offer)

    def begin(self) -> None:
        """Make the record and open it."""
        if self._complain() or not self.code:
            return
        self._make(apart=False)

    # --- what somebody wants

    def _make(self, *, apart: bool) -> None:
        by, at, code, title = self.workplace.by, self.workplace.now(), self.code, title_of(self.typed)
        self._begin.setEnabled(False)
        self.workplace.change(
            lambda: self._templates.make(by, code, title, at=at, apart=apart), self._made, self._not_made
        )

    def _ask_save(self) -> None:
        dialog = SaveTemplate(self.workplace, self)
        if dialog.exec() == SaveTemplate.DialogCode.Accepted:
            by, at, name, record = self.workplace.by, self.workplace.now(), dialog.name, dialog.record
            self._change(lambda: self._templates.save(by, name, record, at=at), "templates.saved", name)

    def _ask_forget(self) -> None:
        name, code = self.choice.currentText(), self.code
        told = self._words(f"{_TO}templates.sure", name=name)
        doing = self._words(f"{_TO}templates.forget")
        if ask(self._words, self, doing, told, doing, dangerous=True):
            by, at = self.workplace.by, self.workplace.now()
            self._change(lambda: self._templates.forget(by, code, at=at), "templates.forgotten", name)

    def _change(self, work: Callable[[], object], key: str, name: str) -> None:
        def done(result: object) -> None:
            if isValid(self):
                if isinstance(result, RecordTemplate):
                    self._wanted = result.code
                self.workplace.say(self._words(f"{_TO}{key}", name=name))
                self.refresh()

        self.workplace.change(work, done)

    # --- what comes back

    def _offer(self, templates: tuple[RecordTemplate, ...]) -> None:
        if not isValid(self):
            return
        wanted = self._wanted or self.code
        self._offered = templates
        self.choice.clear()
        for template in templates:
            self.choice.addItem(self._words.name(template.name), template.code)
        self._choose(wanted)

    def _made(self, taken: Taken) -> None:
        if not isValid(self):
            return
        self._begin.setEnabled(True)
        if taken.outcome is Outcome.UNCHANGED:
            there, apart = self._words(f"{_TO}new.there"), self._words(f"{_TO}new.apart")
            if ask(self._words, self, there, self._words(f"{_TO}new.there_told"), apart):
                self._make(apart=True)
                return
        else:
            self.workplace.changed.emit("record")
        self.show_typed(TitleTyped(template=self.code))
        self.edited.emit()
        self.workplace.go(f"catalogue/{record_key(taken.record_id)}")
        if taken.outcome is Outcome.CREATED:
            self.workplace.say(self._words(f"{_TO}new.made"))

    def _not_made(self, error: Exception) -> None:
        if isValid(self):
            self._begin.setEnabled(True)
            self.workplace.fail(error)

    # --- what is shown

    def _choose(self, code: str) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(code)) if self.choice.count() else -1)
        self._chosen()

    def _chosen(self) -> None:
        self._wanted = self.code
        template = next((one for one in self._offered if one.code == self.code), None)
        self._forget.setEnabled(template is not None and template.own)
        self._begin.setEnabled(template is not None)

    def _complain(self) -> bool:
        """Say under each field what is wrong with it; tell whether something is."""
        typed, words = self.typed, self._words
        reasons = {
            "title": "" if typed.title.strip() else words("error.title_missing"),
            "year": "" if year_known(typed) else words(f"{_TO}new.year_wrong"),
            "language": "" if language_known(typed) else words(f"{_TO}new.language_wrong"),
        }
        for name, reason in reasons.items():
            self.form.wrong(self.fields[name], reason)
        wrong = next((name for name, reason in reasons.items() if reason), None)
        if wrong is not None:
            self.fields[wrong].setFocus()
        return wrong is not None

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(500)
        field.returnPressed.connect(self.begin)
        field.textEdited.connect(lambda _: self._typed(name))
        hint = {"isbn": f"{_TO}new.isbn_hint", "language": f"{_TO}new.language_hint"}.get(name)
        field.setPlaceholderText(self._words(hint) if hint else "")
        self.form.add(self._words(f"{_TO}new.{name}"), field, f"new_{name}")
        return field

    def _typed(self, name: str) -> None:
        doubtful = name == "isbn" and isbn_doubtful(self.typed)
        self.form.wrong(self.fields[name], self._words(f"{_TO}new.isbn_invalid") if doubtful else "")
        self.edited.emit()
