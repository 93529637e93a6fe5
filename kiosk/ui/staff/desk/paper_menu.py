"""Receipts and slips from the desk: printed, sent or not; a printer that refuses changes nothing."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from kiosk.circulation.recording import new_act_id
from kiosk.model.outcome import Outcome
from kiosk.ui.staff.desk.receipts import WantedReceipt, wanted_receipts
from kiosk.ui.staff.desk.state import DeskState
from kiosk.ui.staff.workplace import Workplace


class PaperMenu:
    """Ask which paper is wanted and have it made off the GUI thread."""

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        self._workplace = workplace
        self._over = over

    def ask(self, state: DeskState) -> None:
        """Offer a receipt of the visit by paper or e-mail, and the statement of the card."""
        words = self._workplace.words
        receipts = wanted_receipts(state)
        mailable = tuple(one for one in receipts if one.card is not None)
        card = state.card.patron.card if state.card is not None else state.last.card if state.last else None
        menu = QMenu(self._over)
        menu.setObjectName("papers")
        printed = menu.addAction(words("staff.desk.receipt.print"))
        printed.triggered.connect(lambda: self._print(receipts))
        mailed = menu.addAction(words("staff.desk.receipt.mail"))
        mailed.triggered.connect(lambda: self._mail(mailable))
        statement = menu.addAction(words("staff.desk.receipt.statement"))
        statement.triggered.connect(lambda: self._statement(card or ""))
        printed.setEnabled(bool(receipts))
        mailed.setEnabled(bool(mailable))
        statement.setEnabled(card is not None)
        menu.setActiveAction(printed if receipts else statement)
        menu.popup(self._place())
        menu.aboutToHide.connect(menu.deleteLater)

    def slip(self, outcome: Outcome, *, quietly: bool = False) -> None:
        """Print the slip for what was taken back."""
        services, by, at = self._workplace.services, self._workplace.by, self._workplace.now()
        said = "" if quietly else "staff.desk.slip.printed"
        self._make(lambda: services.desk.papers.print_slip(by, outcome, at=at), said)

    def _print(self, receipts: tuple[WantedReceipt, ...]) -> None:
        services, by, at = self._workplace.services, self._workplace.by, self._workplace.now()

        def work() -> None:
            for one in receipts:
                services.desk.papers.print_receipt(by, one.kind, one.lines, card=one.card, at=at)

        self._make(work, "staff.desk.receipt.printed")

    def _mail(self, receipts: tuple[WantedReceipt, ...]) -> None:
        services, by, at = self._workplace.services, self._workplace.by, self._workplace.now()
        keyed = [(one, new_act_id()) for one in receipts]

        def work() -> None:
            for one, key in keyed:
                services.desk.papers.mail_receipt(
                    by, one.kind, one.lines, card=one.card or "", key=key, at=at
                )

        self._make(work, "staff.desk.receipt.mailed")

    def _statement(self, card: str) -> None:
        services, by, at = self._workplace.services, self._workplace.by, self._workplace.now()
        self._make(
            lambda: services.desk.papers.print_statement(by, card, at=at), "staff.desk.receipt.printed"
        )

    def _make(self, work: Callable[[], None], said: str) -> None:
        def done(_: None) -> None:
            if said:
                self._workplace.say(self._workplace.words(said))

        # One paper after another, and whoever stands there waits for it.
        self._workplace.jobs.aside(work, done, self._workplace.fail, awaited=True)

    def _place(self) -> QPoint:
        button = self._over.findChild(QWidget, "receipt")
        if button is not None and button.isVisible():
            return button.mapToGlobal(button.rect().topLeft())
        return QCursor.pos()
