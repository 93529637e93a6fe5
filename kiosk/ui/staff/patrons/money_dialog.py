"""Asks how much is charged, paid or forgiven, and for what; books it once however often it is pressed."""

from uuid import uuid4

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from kiosk.membership.account import Statement
from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.errors import InvalidAmount
from kiosk.model.money import Money
from kiosk.ui.staff.patrons.choices import CodeChoice
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.workplace import Workplace

_FEES = (ChargeKind.OTHER, ChargeKind.CARD_REPLACEMENT, ChargeKind.MEMBERSHIP)


def amount_of(typed: str, currency: str) -> Money:
    """Return the amount that was typed with a comma or a point; raises InvalidAmount."""
    text = typed.strip().replace(" ", "")
    if "," in text and "." not in text:
        text = text.replace(",", ".")
    amount = Money.parse(text, currency)
    if amount.minor <= 0:
        raise InvalidAmount(amount=typed)
    return amount


class MoneyDialog(QDialog):
    """`act` is pay, charge or waive; what is owed is proposed where something is settled."""

    def __init__(self, workplace: Workplace, parent: QWidget, statement: Statement, act: str) -> None:
        super().__init__(parent)
        self._workplace, self._statement, self._act = workplace, statement, act
        self._act_id = str(uuid4())
        words = workplace.words
        subject = words(f"staff.patrons.money.{act}").removesuffix(" …")
        self.setWindowTitle(subject)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(subject, "heading"))
        column.addWidget(label(words("staff.patrons.owes", owes=statement.owes), "caption"))
        self._form = Form()
        self._amount, self._text, self._choice = QLineEdit(), QLineEdit(), self._choices()
        self._form.add(words("staff.patrons.amount"), self._amount, "amount")
        if act != "waive":
            told = "staff.patrons.what" if act == "charge" else "staff.patrons.method"
            self._form.add(words(told), self._choice, "choice")
        if act != "pay":
            told = "staff.patrons.for" if act == "charge" else "staff.patrons.reason"
            self._form.add(words(told), self._text, "text")
        column.addWidget(self._form)
        self._do = button(words(f"staff.patrons.money.{act}.do"), self._book, kind="primary", name="do")
        self._do.setDefault(True)
        column.addWidget(across(self._do, button(words("staff.cancel"), self.reject, name="leave")))
        if act != "charge":
            self._amount.setText(statement.owes.decimal())
        self._amount.setMaxLength(20)
        self._text.setMaxLength(500)
        self._amount.selectAll()
        self._amount.setFocus()

    def _choices(self) -> CodeChoice:
        words = self._workplace.words
        if self._act == "charge":
            return CodeChoice([(kind.value, words(f"ledger.kind.{kind}")) for kind in _FEES])
        return CodeChoice([(one.value, words(f"data.paid.{one}")) for one in PaymentMethod])

    def _book(self) -> None:
        place, statement = self._workplace, self._statement
        self._form.clear_wrong()
        try:
            amount = amount_of(self._amount.text(), statement.library.currency)
        except InvalidAmount as error:
            self._form.wrong(self._amount, place.sentence(error))
            self._amount.setFocus()
            return
        needs_text = self._act == "waive" or self._choice.code == ChargeKind.OTHER.value
        if self._act != "pay" and needs_text and not self._text.text().strip():
            self._form.wrong(self._text, place.words("request.problem.missing"))
            self._text.setFocus()
            return
        self._do.setEnabled(False)
        place.change(lambda: self._booked(amount), lambda _: self._done(amount), self._refused)

    def _booked(self, amount: Money) -> None:
        place, patron = self._workplace, self._statement.patron.id
        money, by, now, text = place.services.patrons.accounts, place.by, place.now(), self._text.text()
        if self._act == "charge":
            kind = ChargeKind(self._choice.code)
            money.charge(by, patron, kind, amount, at=now, note=text, act_id=self._act_id)
        elif self._act == "pay":
            method = PaymentMethod(self._choice.code)
            money.pay(by, patron, amount, at=now, method=method, act_id=self._act_id)
        else:
            money.waive(by, patron, amount, at=now, reason=text, act_id=self._act_id)

    def _done(self, amount: Money) -> None:
        words = self._workplace.words
        self._workplace.changed.emit("patron")
        self._workplace.say(words(f"staff.patrons.money.{self._act}.done", amount=amount))
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._do.setEnabled(True)
        self._form.wrong(self._amount, self._workplace.sentence(error))
