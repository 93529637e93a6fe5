"""The net below every form: what is typed in any field outlives a crash, whoever wrote the form."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDateTimeEdit,
    QDialog,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from shiboken6 import isValid

from kiosk.ui.staff.drafts import SOUGHT, TYPED, Draft
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.typed_places import (
    TextField,
    form_of,
    name_of,
    text_field,
    text_fields,
    text_in,
)
from kiosk.ui.staff.workplace import Workplace

_KEPT_AFTER_MS = 250
_LOOK_MS = 150


class TypingNet(QObject):
    """Keep the words of each field beside the drafts of forms, and put them back where they were typed.

    A form's own draft knows more: it comes first, and the net adds only what differs from it. Words go
    when their form has saved them, their dialog was left, or the account leaves the workspace; a dialog
    whose work failed finds them again. A password is never kept.
    """

    def __init__(
        self, workplace: Workplace, shell: QWidget, page: Callable[[], tuple[StaffPage | None, str]]
    ) -> None:
        super().__init__(shell)
        self._workplace, self._shell, self._page = workplace, shell, page
        self._left: dict[str, dict[str, str]] = {}
        self._typed: dict[str, dict[str, str]] = {}
        self._before: dict[tuple[str, str], str] = {}
        self._routes: dict[str, str] = {}
        self._about: dict[str, str] = {}
        self._stale: set[str] = set()
        self._handed: list[tuple[str, str, str]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)
        # Looks, instead of being told, while there is something to put back: fields come by many ways.
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._put_back)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._came)
        workplace.jobs.idle.connect(self._rest)
        workplace.said.connect(self._taken_over)
        workplace.wrong.connect(self._failed)

    def begin(self, drafts: Sequence[Draft]) -> None:
        """Have the words at hand that were left the last time."""
        for draft in drafts:
            if draft.form.endswith((TYPED, SOUGHT)):
                words = {str(name): str(text) for name, text in draft.values.items()}
                self._left.setdefault(draft.form, {}).update(words)
        self._look_on()

    def give_up(self, form: str) -> None:
        """Forget the words that were left in a form."""
        self._left.pop(form, None)
        self._workplace.forget_draft(form)

    def leave(self) -> None:
        """Forget what was typed: whoever leaves was asked about what is not saved, and forms keep theirs."""
        self._later.stop()
        drafts = self._workplace.drafts

        def forget() -> None:
            for form in forms:
                drafts.forget(form)

        forms = {*self._typed, *(form for form in self._left if form.endswith(SOUGHT))}
        self._typed.clear()
        if forms:
            # In turn with changes: a workspace that closes waits for those.
            self._workplace.jobs.serial(forget, lambda _: None)

    # --- typing

    def _came(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch the field the keyboard has come to, and see whether a dialog waits for its words."""
        if not isValid(self) or not isValid(self._shell) or new is None or not self._is_ours(new):
            return
        field = text_field(new)
        if field is not None:
            form, name = self._where(field)
            if name not in self._typed.get(form, {}):
                self._before[form, name] = text_in(field)
            self._watch(field)

    def _is_ours(self, widget: QWidget) -> bool:
        at: QWidget | None = widget
        while at is not None and at is not self._shell:
            at = at.parentWidget()
        return at is not None

    def _watch(self, field: TextField) -> None:
        if field.property("netted"):
            return
        field.setProperty("netted", True)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _: self._wrote(field))
        field.textChanged.connect(lambda *_: self._changed(field))
        holder = field.parentWidget()  # which steps without a word of its line
        if isinstance(holder, QDateTimeEdit):
            holder.dateTimeChanged.connect(lambda _: self._changed(field))
        elif isinstance(holder, QSpinBox):
            holder.valueChanged.connect(lambda _: self._changed(field))
        dialog = field.window()
        if isinstance(dialog, QDialog) and not dialog.property("netted"):
            dialog.setProperty("netted", True)
            dialog.finished.connect(lambda result: self._ended(dialog, result))

    def _wrote(self, field: TextField) -> None:
        form, name = self._where(field)
        text, words = text_in(field), self._typed.setdefault(form, {})
        if text == self._before.get((form, name), ""):
            words.pop(name, None)
        else:
            words[name] = text
        page, route = self._page()
        dialog = field.window()
        titles = [page.title if page is not None else ""]
        titles += [dialog.windowTitle()] if isinstance(dialog, QDialog) else []
        self._routes[form], self._about[form] = route, " – ".join(filter(None, titles))
        self._touch(form)

    def _changed(self, field: TextField) -> None:
        """Take what a completion wrote as typed, and what a form shows anew as no longer wanted."""
        form, name = self._where(field)
        holder = field.parentWidget()
        spun = isinstance(holder, QAbstractSpinBox)  # by keys that no letter comes of, too
        focused = field.hasFocus() or (isinstance(holder, QAbstractSpinBox) and holder.hasFocus())
        if focused and (spun or not isinstance(field, QLineEdit)):
            self._wrote(field)
        elif name in self._typed.get(form, {}) and self._typed[form][name] != text_in(field):
            if focused:
                self._wrote(field)
            else:
                self._drop(form, name)

    def _where(self, field: TextField) -> tuple[str, str]:
        return form_of(field, self._page()[1]), name_of(field)

    def _touch(self, form: str) -> None:
        self._stale.add(form)
        if not self._later.isActive():
            self._later.start(_KEPT_AFTER_MS)

    def _drop(self, form: str, name: str) -> None:
        if self._typed.get(form, {}).pop(name, None) is not None:
            self._touch(form)

    def _keep(self) -> None:
        place, stale = self._workplace, self._stale
        self._stale = set()
        for form in stale:
            if words := self._typed.get(form):
                place.keep_draft(form, self._about.get(form, ""), {**self._left.get(form, {}), **words})
            elif form not in self._left:
                place.forget_draft(form)

    # --- what becomes of it

    def _ended(self, dialog: QDialog, result: int) -> None:
        """Let the words of a dialog go that was left; those of one that does its work wait for its end."""
        within = f"{type(dialog).__name__}:{dialog.windowTitle()}/"
        for form, words in self._typed.items():
            for name in [one for one in words if one.startswith(within)]:
                if result == QDialog.DialogCode.Accepted:
                    self._handed.append((form, name, words[name]))
                else:
                    self._drop(form, name)

    def _taken_over(self, *_: object) -> None:
        """Let the words of the page in front go once it has nothing left to save."""
        page, route = self._page()
        if page is not None and page.unsaved() == 0:
            for form, words in self._typed.items():
                if self._routes.get(form) == route and form.endswith(TYPED):
                    for name in [one for one in words if ":" not in one.partition("/")[0]]:
                        self._drop(form, name)

    def _failed(self, *_: object) -> None:
        """Have the words of a dialog at hand whose work has failed."""
        for form, name, text in self._handed:
            self._left.setdefault(form, {})[name] = text
        self._handed.clear()
        self._look_on()

    def _rest(self) -> None:
        """Let go what dialogs have done, once nothing is under way any more."""
        for form, name, _text in self._handed:
            self._drop(form, name)
        self._handed.clear()

    # --- what was left

    def _put_back(self) -> None:
        if self._workplace.jobs.running or not isValid(self._shell):
            return  # forms read what they show, and their own drafts, first
        section = self._page()[1].partition("/")[0]
        if not any(form.startswith(section) for form in self._left):
            return
        front = QApplication.activeModalWidget()
        root = front if front is not None and self._is_ours(front) else self._shell
        for field in list(text_fields(root)):
            form, name = self._where(field)
            text = self._left.get(form, {}).pop(name, None)
            if text is not None and not self._left[form]:
                del self._left[form]
            if text is not None and text != text_in(field):
                self._before[form, name] = text_in(field)
                self._watch(field)
                self._put(field, text)
        if not self._left:
            self._looks.stop()

    def _look_on(self) -> None:
        if self._left:
            self._looks.start(_LOOK_MS)

    def _put(self, field: TextField, text: str) -> None:
        """Write into a field as somebody who types there and goes on to the next one does."""
        if not isinstance(field, QLineEdit):
            field.setPlainText(text)
            self._wrote(field)
            return
        field.setText(text)
        field.setModified(True)
        field.textEdited.emit(text)
        holder = field.parentWidget()
        if isinstance(holder, QAbstractSpinBox):
            holder.interpretText()
        elif not field.hasFocus():
            field.editingFinished.emit()
