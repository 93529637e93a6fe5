"""Shows two cards of one person side by side and makes one of them, once somebody says so."""

from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.model.patron import Patron
from kiosk.staff.patrons.days import shown_day
from kiosk.staff.patrons.merging import Merge
from kiosk.storage import Moved
from kiosk.ui.staff.patrons.shown import spoken_name
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_COMPARED = ("card", "name", "birth_date", "email", "phone")


class MergeDialog(QDialog):
    """First the other card is named, then both are seen, then one goes."""

    def __init__(self, workplace: Workplace, parent: QWidget, stays: Patron, card: str) -> None:
        super().__init__(parent)
        self._workplace, self._stays = workplace, stays
        self._seen: Merge | None = None
        words = workplace.words
        subject = words("staff.patrons.merge").removesuffix(" …")
        self.setWindowTitle(subject)
        self.setMinimumWidth(620)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(subject, "heading"))
        column.addWidget(label(words("staff.patrons.merge.told"), wrap=True))
        self._form, self._card = Form(), QLineEdit(card)
        self._card.setProperty("mono", True)
        self._card.setMaxLength(64)
        self._form.add(words("staff.patrons.merge.other"), self._card, "otherCard")
        column.addWidget(self._form)
        self._both = QWidget(self)
        self._grid = QGridLayout(self._both)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        column.addWidget(self._both)
        self._moving = label("", "caption", wrap=True, name="moving")
        column.addWidget(self._moving)
        self._doubt = label(words("staff.patrons.merge.doubt"), "wrong", wrap=True, name="doubt")
        column.addWidget(self._doubt)
        self._look = button(words("staff.patrons.merge.look"), self._ask, kind="primary", name="look")
        self._do = button(words("staff.patrons.merge.do"), self._merge, kind="danger", name="do")
        self._leave = button(words("staff.cancel"), self.reject, name="leave")
        column.addWidget(across(self._look, self._do, self._leave))
        self._card.textChanged.connect(self._forget)
        self._card.returnPressed.connect(self._ask)
        self._forget()
        self._card.setFocus()
        self._card.selectAll()

    def _forget(self) -> None:
        self._seen = None
        self._both.hide()
        self._moving.hide()
        self._doubt.hide()
        self._do.setEnabled(False)
        self._look.setEnabled(bool(self._card.text().strip()))

    def _ask(self) -> None:
        place, card, patron = self._workplace, self._card.text(), self._stays.id
        merging = place.services.patrons.merging
        place.read(lambda: merging.preview(place.by, patron, card), self._show, self._refused)

    def _show(self, seen: Merge) -> None:
        words = self._workplace.words
        self._seen = seen
        self._form.clear_wrong()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, key in enumerate(("stays", "goes"), start=1):
            self._grid.addWidget(label(words(f"staff.patrons.merge.{key}"), "caption"), 0, place)
        for row, name in enumerate(_COMPARED, start=1):
            key = "staff.patrons.name" if name == "name" else f"staff.patrons.field.{name}"
            self._grid.addWidget(label(words(key), "label"), row, 0)
            for place, patron in enumerate((seen.stays, seen.goes), start=1):
                told = label(self._told(patron, name), "mono" if name == "card" else "")
                self._grid.addWidget(told, row, place)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._both.show()
        self._moving.setText(self._moved(seen.moving))
        self._moving.show()
        self._doubt.setVisible(seen.doubtful)
        self._do.setEnabled(True)
        (self._leave if seen.doubtful else self._do).setFocus()
        self.adjustSize()  # wrapped words want more than the least height that a layout sees to

    def _told(self, patron: Patron, name: str) -> str:
        if name == "name":
            return spoken_name(patron)
        if name == "birth_date":
            return shown_day(patron.birth_date, self._workplace.words.language)
        return str(getattr(patron, name) or "")

    def _moved(self, moving: Moved) -> str:
        names = ("loans", "holds", "charges", "requests", "messages")
        counts = {name: getattr(moving, name) for name in names}
        return self._workplace.words("staff.patrons.merge.moving", **counts)

    def _merge(self) -> None:
        place, seen = self._workplace, self._seen
        if seen is None:
            return
        merging, now = place.services.patrons.merging, place.now()
        self._do.setEnabled(False)
        place.change(lambda: merging.merge(place.by, seen, at=now), lambda _: self._done(), self._refused)

    def _done(self) -> None:
        self.accept()
        self._workplace.changed.emit("patron")
        self._workplace.say(self._workplace.words("staff.patrons.merge.done"))

    def _refused(self, error: Exception) -> None:
        self._forget()
        self._form.wrong(self._card, self._workplace.sentence(error))
        self._card.setFocus()
