"""The buttons over a person's page, and the menu of what is done less often."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QWidget

from kiosk.staff.patrons.cards import NewPin
from kiosk.staff.patrons.pages import PatronPage
from kiosk.staff.patrons.renewing import Renewal
from kiosk.staff.rights import Right
from kiosk.ui.staff.patrons.merge_dialog import MergeDialog
from kiosk.ui.staff.patrons.pin_dialog import PinDialog
from kiosk.ui.staff.patrons.replacing import ReplaceDialog
from kiosk.ui.staff.patrons.saving_files import save_made
from kiosk.ui.staff.patrons.shown import spoken_name
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace


class PersonActs(QWidget):
    """Save, undo, card, PIN; in the menu lost, replaced, a child, merged, own data, forgotten."""

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        save: Callable[[], None],
        undo: Callable[[], None],
        photo: Callable[[], None],
    ) -> None:
        super().__init__()
        self._workplace, self._page = workplace, page
        self._shown: PatronPage | None = None
        self._photo = photo
        words = workplace.words
        self._save = button(words("staff.save"), save, kind="primary", picture="check", name="save")
        self._undo = button(words("staff.undo"), undo, picture="back", name="undoTyped")
        self._print = button(
            words("staff.patrons.print_card"), self.print_card, picture="print", name="printCard"
        )
        self._pin = button(words("staff.patrons.new_pin"), self.new_pin, picture="number", name="newPin")
        self._more = button(words("staff.patrons.more"), self.show_menu, picture="down", name="morePerson")
        editing = workplace.by.may(Right.PATRONS_EDIT)
        if not editing:
            for one in (self._save, self._undo, self._pin):
                one.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self._save, self._undo, self._print, self._pin, self._more):
            row.addWidget(one)
        self.show_unsaved(0)

    def show_opened(self, page: PatronPage) -> None:
        """Act on that person from now on."""
        self._shown = page

    def show_unsaved(self, count: int) -> None:
        """Let saving and undoing be pressed only where there is something."""
        self._save.setEnabled(count > 0)
        self._undo.setEnabled(count > 0)

    def show_menu(self) -> None:
        """Open the menu under its button."""
        if self._shown is None:
            return
        self.menu_of(self._shown).popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def menu_of(self, page: PatronPage) -> QMenu:
        """Return the menu of what the account may do with the person."""
        words, may = self._workplace.words, self._workplace.by.may
        menu = QMenu(self)
        menu.setObjectName("personMenu")
        if may(Right.PATRONS_EDIT):
            lost = "found" if page.patron.card_lost else "lost"
            menu.addAction(words(f"staff.patrons.card.{lost}"), self.turn_lost)
            menu.addAction(words("staff.patrons.card.replace"), self.replace_card)
            if not page.patron.temporary:
                menu.addAction(words("staff.patrons.renew"), self.renew_card)
            menu.addSeparator()
            menu.addAction(
                words("staff.patrons.child"), lambda: self._workplace.go(f"patrons/new/{page.patron.card}")
            )
            menu.addAction(words("staff.patrons.photo.take"), self._photo)
        if may(Right.PATRONS_PRIVACY):
            menu.addAction(words("staff.patrons.merge"), self.merge)
            menu.addSeparator()
            menu.addAction(words("staff.patrons.own_data"), self.own_data)
            menu.addAction(words("staff.patrons.erase"), self.erase)
        return menu

    # --- the acts

    def print_card(self) -> None:
        """Save the card as a PDF."""
        page, place = self._shown, self._workplace
        if page is None:
            return
        services, number = place.services.patrons, page.patron.id
        save_made(
            place,
            self._page,
            f"{place.words('staff.patrons.file.card')}-{page.patron.card}",
            "pdf",
            lambda: services.cards.printed(place.by, [number], page.library, place.words),
        )

    def new_pin(self) -> None:
        """Ask, make up a PIN and show it once."""
        page, place = self._shown, self._workplace
        words = place.words
        if page is None or not ask(
            words,
            self._page,
            words("staff.patrons.pin.ask"),
            words("staff.patrons.pin.told", name=spoken_name(page.patron)),
            words("staff.patrons.pin.do"),
        ):
            return
        services, number, now = place.services.patrons, page.patron.id, place.now()
        place.change(lambda: services.cards.reset_pin(place.by, number, at=now), self._show_pin)

    def turn_lost(self) -> None:
        """Mark the card as lost, or as found again; one can undo the other."""
        if self._shown is not None:
            self._set_lost(self._shown.patron.id, lost=not self._shown.patron.card_lost)

    def renew_card(self) -> None:
        """Ask, and let the card be valid for as long as a new one, with the category's fee."""
        page, place = self._shown, self._workplace
        if page is None:
            return
        renewing, number, now = place.services.patrons.renewing, page.patron.id, place.now()
        place.read(lambda: renewing.look(place.by, number, at=now), self._ask_renewal)

    def _ask_renewal(self, renewal: Renewal) -> None:
        place, words = self._workplace, self._workplace.words
        until = words.dated(renewal.until, "year") if renewal.until else words("staff.patrons.for_ever")
        told = words("staff.patrons.renew.told", until=until)
        if renewal.fee:
            told = f"{told} {words('staff.patrons.renew.fee', fee=renewal.fee)}"
        subject = words("staff.patrons.renew").removesuffix(" …")
        if not ask(words, self._page, subject, told, words("staff.patrons.renew.do")):
            return
        renewing, now = place.services.patrons.renewing, place.now()

        def done(_: None) -> None:
            place.changed.emit("patron")
            place.say(words("staff.patrons.renew.done", until=until))

        place.change(lambda: renewing.renew(place.by, renewal, at=now), done)

    def replace_card(self) -> None:
        """Give another card."""
        if self._shown is not None:
            ReplaceDialog(self._workplace, self._page, self._shown.patron).open()

    def merge(self) -> None:
        """Make one of this card and another of the same person."""
        if self._shown is not None:
            alike = self._shown.alike
            MergeDialog(
                self._workplace, self._page, self._shown.patron, alike[0].card if alike else ""
            ).open()

    def own_data(self) -> None:
        """Save all that is kept about the person, to hand it over."""
        page, place = self._shown, self._workplace
        if page is None:
            return
        services, number, now = place.services.patrons, page.patron.id, place.now()
        name = f"{place.words('staff.patrons.file.data')}-{page.patron.card}"
        save_made(
            place,
            self._page,
            name,
            "txt",
            lambda: services.privacy.export(place.by, number, place.words, at=now).text.encode("utf-8"),
        )

    def erase(self) -> None:
        """Ask, and forget the person for good."""
        page, place = self._shown, self._workplace
        words = place.words
        if page is None or not ask(
            words,
            self._page,
            words("staff.patrons.erase").removesuffix(" …"),
            words("staff.patrons.erase.told", name=spoken_name(page.patron)),
            words("staff.patrons.erase.do"),
            dangerous=True,
        ):
            return
        services, number, now = place.services.patrons, page.patron.id, place.now()
        place.change(lambda: services.privacy.erase(place.by, number, at=now), lambda _: self._erased())

    def _erased(self) -> None:
        self._workplace.go("patrons")
        self._workplace.changed.emit("patron")
        self._workplace.say(self._workplace.words("staff.patrons.erase.done"))

    def _set_lost(self, number: int, *, lost: bool) -> None:
        place = self._workplace
        cards, now = place.services.patrons.cards, place.now()
        act = cards.report_lost if lost else cards.report_found
        told = place.words(f"staff.patrons.card.{'lost' if lost else 'found'}.done")

        def done(_: None) -> None:
            place.changed.emit("patron")
            place.say(told, lambda: self._set_lost(number, lost=not lost))

        place.change(lambda: act(place.by, number, at=now), done)

    def _show_pin(self, made: NewPin) -> None:
        assert self._shown is not None
        shown: QDialog = PinDialog(self._workplace, self._page, made, self._shown.library)
        shown.open()
