"""What is done with many patrons at once: cards printed, files taken and given, old cards swept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from kiosk.membership.patron_files import PatronImport
from kiosk.model.patron import Patron
from kiosk.staff.rights import Right
from kiosk.ui.staff.patrons.import_report import ImportReport
from kiosk.ui.staff.patrons.saving_files import save_made
from kiosk.ui.staff.widgets.long_work import LongWork
from kiosk.ui.staff.workplace import Workplace


class PeopleMenu:
    """A menu of those acts that the account may do."""

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        marked: Callable[[], tuple[Patron, ...]],
        changed: Callable[[], None],
    ) -> None:
        self._workplace = workplace
        self._page = page
        self._marked = marked
        self._changed = changed
        self.below: QPushButton | None = None

    def show_below(self) -> None:
        """Open the menu under its button."""
        words, may = self._workplace.words, self._workplace.by.may
        menu = QMenu(self._page)
        menu.setObjectName("peopleMenu")
        printing = menu.addAction(words("staff.patrons.print_cards"), self.print_cards)
        printing.setEnabled(bool(self._marked()))
        if may(Right.PATRONS_EDIT):
            menu.addAction(words("staff.patrons.import"), self.take_file)
        if may(Right.PATRONS_PRIVACY):
            menu.addAction(words("staff.patrons.export"), self.give_file)
            menu.addSeparator()
            menu.addAction(words("staff.patrons.sweep"), lambda: self._workplace.go("patrons/sweep"))
        if self.below is not None:
            menu.popup(self.below.mapToGlobal(QPoint(0, self.below.height())))

    def print_cards(self) -> None:
        """Save the marked patrons' cards as a PDF of sheets."""
        place = self._workplace
        numbers = [one.id for one in self._marked()]
        services, by = place.services.patrons, place.by
        save_made(
            place,
            self._page,
            place.words("staff.patrons.file.cards"),
            "pdf",
            lambda: services.cards.printed(by, numbers, place.library, place.words),
        )

    def give_file(self) -> None:
        """Save all patrons as CSV."""
        place = self._workplace
        services, by = place.services.patrons, place.by
        name = place.words("staff.patrons.file.patrons")
        save_made(place, self._page, name, "csv", lambda: services.files.give(by)[0].encode("utf-8"))

    def take_file(self) -> None:
        """Ask for a CSV file and take its rows."""
        place = self._workplace
        asked = place.words("staff.patrons.import.which")
        chosen, _ = QFileDialog.getOpenFileName(self._page, asked, "", "CSV (*.csv)")
        if not chosen:
            return
        services, by = place.services.patrons, place.by
        work = LongWork(place, self._page, place.words("staff.patrons.import.going"))
        work.begin(lambda _so_far: services.files.take(by, Path(chosen)), self._taken)

    def _taken(self, report: PatronImport) -> None:
        self._workplace.changed.emit("patron")
        self._changed()
        ImportReport(self._workplace, self._page, report).open()
