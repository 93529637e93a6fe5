"""Finds a guardian by name while one types into the field for the card."""

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from kiosk.model.patron import Patron
from kiosk.ui.staff.patrons.shown import listed_name
from kiosk.ui.staff.style import dress_window
from kiosk.ui.staff.workplace import Workplace

_FIND = "staff.patrons.guardian"
_MOST, _LEAST = 8, 3
_BETWEEN = " · "


class GuardianFinder(QObject):
    """Offer people by name below the field; whoever is chosen leaves the card's number in it."""

    def __init__(self, workplace: Workplace, field: QLineEdit) -> None:
        super().__init__(field)
        self._workplace, self._field = workplace, field
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(field)
        self._dressed = False
        self._completer.activated.connect(self._choose)
        field.textEdited.connect(self._look)

    def _look(self, typed: str) -> None:
        """Look for a name; a number is a card that needs no finding."""
        text = typed.strip()
        place = self._workplace
        if len(text) < _LEAST or not any(map(str.isalpha, text)):
            place.jobs.forget(_FIND)
            self._close()
            return
        finding, by = place.services.patrons.finding, place.by
        place.jobs.latest(_FIND, lambda: finding.find(by, text, _MOST), self._offer, place.fail)

    def _offer(self, people: tuple[Patron, ...]) -> None:
        self._found.setStringList([f"{listed_name(one)}{_BETWEEN}{one.card}" for one in people])
        if people and self._field.hasFocus():
            self._dress()
            self._completer.complete()
        else:
            self._close()

    def _dress(self) -> None:
        """Make and dress the list when it is first wanted."""
        popup = self._completer.popup()
        if popup is not None and not self._dressed:
            self._dressed = True
            dress_window(popup)

    def _close(self) -> None:
        popup = self._completer.popup() if self._dressed else None
        if popup is not None:
            popup.hide()

    def _choose(self, chosen: str) -> None:
        self._field.setText(chosen.rpartition(_BETWEEN)[2])
