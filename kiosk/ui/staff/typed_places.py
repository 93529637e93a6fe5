"""Where a field stands and what is typed in it: the names under which a word is kept and found again."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from kiosk.ui.staff.drafts import SOUGHT, TYPED

_PLACE, _SEEKS = "typedAbout", "seeks"
TextField = QLineEdit | QPlainTextEdit | QTextEdit


def typed_about(widget: QWidget, place: str) -> None:
    """Say which thing is under the pen in a widget whose page shows several: "settings/branch/MAIN"."""
    widget.setProperty(_PLACE, place)


def seeks(field: QWidget) -> None:
    """Mark a field in which one looks for something: its words come back, but are told of as no work."""
    field.setProperty(_SEEKS, True)


def text_field(widget: QWidget | None) -> TextField | None:
    """Return the field that keys go to in a widget; None where none, or where a password is typed."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        widget = widget.lineEdit()
    if not isinstance(widget, TextField) or widget.isReadOnly():
        return None
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return None
    return widget


def text_fields(root: QWidget) -> Iterator[TextField]:
    """Yield the fields that somebody can type in now."""
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for field in root.findChildren(kind):
            if field.isVisible() and field.isEnabled() and text_field(field) is field:
                yield field


def text_in(field: TextField) -> str:
    """Return what stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def form_of(field: QWidget, route: str) -> str:
    """Return under which draft the words of a field lie: its thing, else the page's route."""
    sought, place = False, ""
    at: QWidget | None = field
    while at is not None:
        sought = sought or bool(at.property(_SEEKS))
        place = place or str(at.property(_PLACE) or "")
        at = at.parentWidget()
    return f"{place or route}{SOUGHT if sought else TYPED}"


def name_of(field: QWidget) -> str:
    """Return what a field is called within its form: its dialog, its own name, its place among equals."""
    dialog = field.window()
    within = f"{type(dialog).__name__}:{dialog.windowTitle()}/" if isinstance(dialog, QDialog) else ""
    at: QWidget | None = field
    while at is not None and not at.isWindow() and _is_nameless(at):
        at = at.parentWidget()
    named = at.objectName() if at is not None and not at.isWindow() else ""
    if at is field or at is None:
        return f"{within}{named}{field.property('asked') or ''}"
    alike = [one for one in at.findChildren(type(field)) if _is_nameless(one)]
    return f"{within}{named}/{alike.index(field) if field in alike else 0}"


def _is_nameless(widget: QWidget) -> bool:
    """Tell whether a widget has no name of ours; Qt names its own parts."""
    return not widget.objectName() or widget.objectName().startswith("qt_")


def place_of(form: str) -> str:
    """Return the route of the page on which a draft of such words goes on."""
    return form.removesuffix(TYPED).removesuffix(SOUGHT)
