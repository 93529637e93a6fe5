"""Joins the Borrow page to receipts by e-mail: finds addresses, keeps letters, has them sent."""

from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.services import Services
from kiosk.ui.patron.flows import borrow_mail_events as mail
from kiosk.ui.patron.presenters.borrow_run import BorrowRun
from kiosk.ui.patron.presenters.sign_in import SignInPresenter
from kiosk.ui.patron.receipt_mailing import address_on_file, queue_receipt, send_receipts, typed_address
from kiosk.ui.patron.receipts import checkout_receipt
from kiosk.ui.patron.view_models.borrow_mail import BorrowMailViewModel
from kiosk.ui.patron.visit import Visit
from kiosk.ui.shared.jobs import Jobs

_SENDING = "borrow.mail"


class BorrowMail(QObject):
    """Carry out what the flow wants of letters; answers go to the visit in which they were asked for."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        visit: Visit,
        sign_in: SignInPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._visit = visit
        self._sign_in = sign_in
        self._run: BorrowRun | None = None

    def listen(self, view_model: BorrowMailViewModel) -> None:
        """Take what the patron does about e-mail."""
        view_model.mailChosen.connect(lambda: self._advance(mail.MailChosen()))
        view_model.knownAddressChosen.connect(lambda: self._advance(mail.AddressGiven(str(uuid4()))))
        view_model.otherAddressChosen.connect(lambda: self._advance(mail.OtherAddressWanted()))
        view_model.addressTyped.connect(self._typed)
        view_model.mailSkipped.connect(lambda: self._advance(mail.MailSkipped()))
        view_model.mailLeft.connect(lambda: self._advance(mail.MailLeft()))

    def serve(self, run: BorrowRun) -> None:
        """Work for another visit from now on."""
        self._run = run

    def carry_out(self, effect: mail.FindAddress | mail.QueueReceipt | mail.SendLetters) -> None:
        """Do it off the GUI thread."""
        if self._run is None:
            return
        match effect:
            case mail.FindAddress(card):
                self._find(card, self._run)
            case mail.QueueReceipt():
                self._queue(effect, self._run)
            case mail.SendLetters(keys):
                self._send(keys, self._run)

    def _advance(self, event: mail.MailEvent) -> None:
        if self._run is not None:
            self._run.advance(event)

    def _typed(self, text: str) -> None:
        to = typed_address(text)
        self._advance(mail.AddressGiven(str(uuid4()), to) if to else mail.AddressWrong())

    def _find(self, card: str, run: BorrowRun) -> None:
        in_part = self._sign_in.knows_owner(card)
        self._jobs.parallel(
            lambda: address_on_file(self._services, card, in_part=in_part),
            lambda known: run.advance(mail.AddressFound(card, known)),
            # Without the one on file another may be typed.
            lambda _error: run.advance(mail.AddressFound(card)),
        )

    def _queue(self, effect: mail.QueueReceipt, run: BorrowRun) -> None:
        receipt, words = checkout_receipt(effect.rows, self._visit), self._visit.words
        card, key, to = effect.card, effect.key, effect.to
        in_part = self._sign_in.knows_owner(card)

        def queued(shown: str) -> None:
            run.advance(mail.ReceiptQueued(mail.ReceiptLetter(card, shown, key)))
            if run.flow.ended:
                self._send((key,), run)

        self._jobs.serial(
            lambda: queue_receipt(self._services, receipt, words, card, key, to, in_part=in_part),
            queued,
            lambda error: run.advance(mail.ReceiptNotQueued(card, error)),
        )

    def _send(self, keys: tuple[str, ...], run: BorrowRun) -> None:
        """Send beside everything else: a server that is away may keep us waiting."""
        self._jobs.latest(
            _SENDING,
            lambda: send_receipts(self._services, keys),
            lambda fates: run.advance(mail.LettersTried(fates)),
            lambda _error: run.advance(mail.LettersTried(dict.fromkeys(keys, mail.Fate.WAITING))),
        )
