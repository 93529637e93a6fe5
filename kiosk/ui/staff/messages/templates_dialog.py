"""Reply templates: listed, written, changed and removed without leaving the inbox."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kiosk.membership.reply_templates import PLACES, name_of
from kiosk.model.staff_errors import TemplateChangedMeanwhile
from kiosk.storage import Template
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_DRAFT = "messages/templates"
_KEPT_AFTER_MS = 700


class TemplatesDialog(QDialog):
    """Show the list at the left and one template at the right; Ctrl+S keeps it."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._seen: Template | None = None
        words = workplace.words
        self.setWindowTitle(words("staff.templates.title"))
        self.resize(940, 560)
        self.table: DataTable[Template] = DataTable(
            workplace,
            (
                Column("name", words("staff.templates.name"), name_of),
                Column(
                    "language",
                    words("staff.templates.language"),
                    lambda one: language_name(one.language),
                    width=110,
                ),
            ),
            name="templates",
            key=lambda one: (one.kind, one.language),
        )
        self.name = QLineEdit(self)
        self.name.setMaxLength(40)
        self.language = QComboBox(self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)
        self.form = Form(self)
        self._said = label("", "good", name="templateSaid")
        self._build()
        self.table.chosen.connect(self._chosen)
        self.text.textChanged.connect(lambda: self._later.start(_KEPT_AFTER_MS))
        typed_about(self.form, self._draft)
        self._read()
        self._read_draft()

    def _build(self) -> None:
        words = self._workplace.words
        for language in self._workplace.library.languages:
            self.language.addItem(language_name(language), language)
        self.form.add(words("staff.templates.name"), self.name, "templateName")
        self.form.add(words("staff.templates.language"), self.language, "templateLanguage")
        places = ", ".join(f"{{{place}}}" for place in PLACES)
        hint = words("staff.templates.places", places=places)
        self.text.setMinimumHeight(220)
        self.form.add(words("staff.templates.text"), self.text, "templateText", hint)
        save = button(
            words("staff.templates.save"), self._save, kind="primary", name="saveTemplate", keys="Ctrl+S"
        )
        self._remove = button(words("staff.templates.remove"), self._ask_remove, name="removeTemplate")
        self._remove.setEnabled(False)
        new = button(words("staff.templates.new"), self._new, picture="plus", name="newTemplate")
        close = button(words("staff.templates.close"), self.accept, name="leave")
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.form)
        right.addWidget(self._said)
        right.addStretch(1)
        right.addWidget(across(save, self._remove, new, close))
        self.table.setFixedWidth(340)
        halves = QHBoxLayout()
        halves.setSpacing(MARGIN)
        halves.addWidget(self.table)
        halves.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.templates.title"), "heading"))
        column.addLayout(halves, 1)

    def _read(self) -> None:
        place = self._workplace
        place.read(lambda: place.services.replies.all(place.by), self.table.show_rows)

    def done(self, result: int) -> None:
        """Keep what is written and not saved before the dialog goes."""
        self._keep()
        super().done(result)

    @property
    def _draft(self) -> str:
        seen = self._seen
        return f"{_DRAFT}/{f'{name_of(seen)}-{seen.language}' if seen is not None else 'new'}"

    def _keep(self) -> None:
        """Keep what is written of this template as a draft, or forget it where nothing differs."""
        self._later.stop()
        text = self.text.toPlainText()
        if text.strip() and text != (self._seen.body if self._seen is not None else ""):
            values = {"name": self.name.text(), "language": self.language.currentData(), "text": text}
            self._workplace.keep_draft(self._draft, self._workplace.words("staff.templates.title"), values)
        else:
            self._workplace.forget_draft(self._draft)

    def _read_draft(self) -> None:
        place, route = self._workplace, self._draft
        place.jobs.latest("messages.template", lambda: place.drafts.of(route), self._come_back, place.fail)

    def _come_back(self, draft: Draft | None) -> None:
        """Put back what was left of this template; saved, it is compared with what is there as ever."""
        if draft is None or self.text.toPlainText() != (self._seen.body if self._seen is not None else ""):
            return
        if self._seen is None:
            self.name.setText(str(draft.values.get("name", "")))
            self.language.setCurrentIndex(max(0, self.language.findData(draft.values.get("language"))))
        self.text.setPlainText(str(draft.values.get("text", "")))
        self._said.setText(self._workplace.words("staff.policies.came_back"))

    def _chosen(self) -> None:
        marked = self.table.marked
        if len(marked) == 1 and marked[0] != self._seen:
            self._keep()
            self._show(marked[0])
            self._read_draft()

    def _show(self, template: Template) -> None:
        self._seen = template
        typed_about(self.form, self._draft)
        self.form.clear_wrong()
        self._said.setText("")
        self.name.setText(name_of(template))
        self.language.setCurrentIndex(self.language.findData(template.language))
        self.text.setPlainText(template.body)
        self._tie(True)

    def _new(self) -> None:
        self._keep()
        self._seen = None
        typed_about(self.form, self._draft)
        self.table.view.clearSelection()
        self.form.clear_wrong()
        self.name.clear()
        self.text.clear()
        self._said.setText("")
        self._tie(False)
        self._read_draft()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_nothing(self) -> None:
        self._later.stop()
        self.text.setPlainText(self._seen.body if self._seen is not None else "")

    def _tie(self, kept: bool) -> None:
        """Let a kept template keep its name and language: both are what it is told by."""
        self.name.setReadOnly(kept)
        self.language.setEnabled(not kept)
        self._remove.setEnabled(kept)

    def _save(self) -> None:
        place, seen, at = self._workplace, self._seen, self._workplace.now()
        name, language = self.name.text(), str(self.language.currentData())
        text = self.text.toPlainText()
        self.form.clear_wrong()
        place.change(
            lambda: place.services.replies.save(place.by, name, language, text, seen=seen, at=at),
            self._saved,
            self._refused,
        )

    def _saved(self, template: Template) -> None:
        self._workplace.forget_draft(self._draft)
        self._show(template)
        self._said.setText(self._workplace.words("staff.templates.saved", name=name_of(template)))
        self._read()
        self.table.mark((template.kind, template.language))

    def _ask_remove(self) -> None:
        place, seen, at = self._workplace, self._seen, self._workplace.now()
        if seen is None:
            return
        words = place.words
        told = words("staff.templates.remove.ask", name=name_of(seen), language=language_name(seen.language))
        doing = words("staff.templates.remove").replace("&", "")
        if ask(words, self, doing, told, doing, dangerous=True):
            place.change(
                lambda: place.services.replies.remove(place.by, seen, at=at),
                lambda _: self._removed(seen),
                self._refused,
            )

    def _removed(self, gone: Template) -> None:
        self._workplace.forget_draft(self._draft)
        self._write_nothing()
        self._new()
        self._said.setText(self._workplace.words("staff.templates.removed", name=name_of(gone)))
        self._read()

    def _refused(self, error: Exception) -> None:
        self.form.wrong(self.text, self._workplace.sentence(error))
        if isinstance(error, TemplateChangedMeanwhile):
            self._read()
