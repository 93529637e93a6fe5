"""Opens the money dialog for a card and does what is wanted in it, one act after another."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.circulation.recording import new_act_id
from kiosk.circulation.taking_back import TakenBack
from kiosk.model.charge import Charge
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.cards import DeskCard
from kiosk.ui.staff.desk.pay_dialog import PayDialog
from kiosk.ui.staff.desk.pay_form import MoneyAct, MoneyWanted
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.typed_places import typed_about
from kiosk.ui.staff.workplace import Workplace

MONEY_FORM = "desk/money"
Found = tuple[DeskCard, tuple[Charge, ...], Draft | None]


class MoneyTalk(QObject):
    """Talk about money with one card at a time; `settled` tells each change, `over` the end."""

    settled = Signal()
    over = Signal()

    def __init__(self, workplace: Workplace, over: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self._parent = over
        self._dialog: PayDialog | None = None
        self._card = ""
        self._act_id = ""

    def begin(self, card: str) -> None:
        """Read what the card owes and open the dialog on it."""
        if self._dialog is not None:
            return
        self._card = card
        # Made while the card is read: made and shown in one turn it would hold up the window.
        self._dialog = PayDialog(self._workplace, self._parent)
        self._dialog.wanted.connect(self._do)
        self._dialog.finished.connect(self._closed)
        typed_about(self._dialog, f"{MONEY_FORM}/{card}")
        self._read(self._open, self._unread)

    def go_on(self) -> None:
        """Open the dialog again on the card of the draft that was left."""
        drafts = self._workplace.drafts
        self._workplace.read(lambda: drafts.of(MONEY_FORM), self._go_on)

    def _go_on(self, draft: Draft | None) -> None:
        card = draft.values.get("card") if draft is not None else None
        if isinstance(card, str) and card:
            self.begin(card)

    def _read(self, done: Callable[[Found], None], failed: Callable[[Exception], None] | None = None) -> None:
        services, by, at, number = (
            self._workplace.services,
            self._workplace.by,
            self._workplace.now(),
            self._card,
        )

        drafts = self._workplace.drafts

        def work() -> Found:
            card = services.desk.cards.open(by, number, at=at)
            return card, services.desk.money.charges(by, number), drafts.of(MONEY_FORM)

        self._workplace.read(work, done, failed)

    def _unread(self, error: Exception) -> None:
        self._drop()
        self._workplace.fail(error)

    def _open(self, found: Found) -> None:
        if self._dialog is None:
            return
        card, charges, draft = found
        self._dialog.show_card(card.name, card.statement.owes, charges)
        if draft is not None and draft.values.get("card") == self._card:
            with suppress(KeyError, ValueError, TypeError):
                self._dialog.restore(draft.values)
        self._dialog.typed.connect(self._keep)
        self._dialog.setModal(True)
        self._dialog.show()

    def _do(self, wanted: MoneyWanted) -> None:
        # One act until it is known what became of it: whoever presses again after trouble pays once.
        self._act_id = self._act_id or new_act_id()
        self._workplace.change(lambda: self._work(wanted), self._done, self._failed)

    def _work(self, wanted: MoneyWanted) -> Outcome | TakenBack:
        money, by, at = self._workplace.services.desk.money, self._workplace.by, self._workplace.now()
        card, act_id = self._card, self._act_id
        match wanted.act:
            case MoneyAct.PAY:
                return money.pay(by, card, wanted.amount, wanted.method, at=at, act_id=act_id)
            case MoneyAct.WAIVE:
                return money.waive(by, card, wanted.amount, reason=wanted.text, at=at, act_id=act_id)
            case MoneyAct.CHARGE:
                return money.charge(
                    by, card, wanted.kind, wanted.amount, note=wanted.text, at=at, act_id=act_id
                )
        return money.take_back(by, card, wanted.charge_id or 0, reason=wanted.text, at=at, act_id=act_id)

    def _done(self, done: Outcome | TakenBack) -> None:
        self._act_id = ""
        words = self._workplace.words
        if isinstance(done, TakenBack):
            key = "staff.desk.money.paid_out" if done.paid_out else "staff.desk.money.cancelled"
            self._workplace.say(words(key, amount=done.paid_out or done.cancelled))
        else:
            self._workplace.say(words(f"staff.desk.money.done.{done.act}", amount=done.charge))
        self.settled.emit()
        self._workplace.changed.emit("charge")
        self._read(self._again)

    def _again(self, found: Found) -> None:
        """Show what is left; with nothing left to pay the dialog has done its work."""
        if self._dialog is None:
            return
        card, charges, _ = found
        self._dialog.show_charges(charges)
        self._dialog.show_owed(card.statement.owes)
        self._dialog.ready()
        if not card.statement.owes:
            self._dialog.accept()

    def _failed(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.tell_wrong(self._workplace.sentence(error))
            self._dialog.ready()

    def _keep(self) -> None:
        if self._dialog is not None:
            about = self._workplace.words("staff.desk.money")
            self._workplace.keep_draft(MONEY_FORM, about, {"card": self._card, **self._dialog.values})

    def _closed(self) -> None:
        self._workplace.forget_draft(MONEY_FORM)
        self._drop()
        self.over.emit()

    def _drop(self) -> None:
        dialog, self._dialog, self._act_id = self._dialog, None, ""
        if dialog is not None:
            dialog.deleteLater()
