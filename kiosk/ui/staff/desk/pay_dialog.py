"""Money of one card: what is owed, paid in part or whole, waived with a reason, asked for, taken back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kiosk.circulation.charge import FEES
from kiosk.model.charge import Charge, ChargeKind, PaymentMethod
from kiosk.model.money import Money
from kiosk.staff.rights import Right
from kiosk.ui.staff.desk.pay_form import MoneyAct, MoneyWanted, typed_amount
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.form import Form
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace

_ACTS = (MoneyAct.PAY, MoneyAct.WAIVE, MoneyAct.CHARGE, MoneyAct.TAKE_BACK)
_RIGHTS = {MoneyAct.WAIVE: Right.WAIVE, MoneyAct.TAKE_BACK: Right.WAIVE}


class PayDialog(QDialog):
    """Tell `wanted` what shall be done with money; stays open until it is done or left."""

    wanted = Signal(object)
    typed = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._words = workplace, workplace.words
        self._owes = Money.zero(workplace.library.currency)
        self.setWindowTitle(self._words("staff.desk.money"))
        self.setMinimumSize(740, 560)
        self._name = label("", "heading", name="whose")
        self._owed = label("", "heading", name="owed")
        self.charges: DataTable[Charge] = DataTable(
            workplace, self._columns(), name="charges", key=lambda one: one.id, filtered=False
        )
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 2)
        column.addWidget(self._name)
        column.addWidget(self._owed)
        column.addWidget(self.charges, 1)
        column.addWidget(self._tabs)
        column.addWidget(self._form)
        column.addWidget(self._wrong)
        column.addWidget(across(self._do, button(self._words("staff.close"), self.reject, name="leave")))

    def show_card(self, name: str, owes: Money, charges: Sequence[Charge]) -> None:
        """Show whose card it is and what it owes, ready to be paid."""
        self._name.setText(name)
        self.show_charges(charges)
        self.show_owed(owes)
        self.choose(MoneyAct.PAY)

    def show_owed(self, owes: Money) -> None:
        """Say what is owed by now, and offer all of it to be paid."""
        self._owes = owes
        self._owed.setText(self._words("staff.desk.card.owes", owes=owes))
        self.amount.setText(self._words.money(owes) if owes else "")
        self.amount.selectAll()
        self.text.clear()

    def show_charges(self, charges: Sequence[Charge]) -> None:
        """Show everything ever charged, the latest first."""
        self.charges.show_rows(charges)

    def choose(self, act: MoneyAct) -> None:
        """Ask for what that act needs, and no more."""
        self._act = act
        self._buttons[act].setChecked(True)
        fees = act is MoneyAct.CHARGE
        for field, shown in (
            (self.amount, act is not MoneyAct.TAKE_BACK),
            (self.method, act is MoneyAct.PAY),
            (self.kind, fees),
            (self.text, act is not MoneyAct.PAY),
        ):
            self._form.show_row(field, shown)
        self._form.relabel(
            self.text, self._words("staff.desk.money.note" if fees else "staff.desk.money.why")
        )
        self._do.setText(self._words(f"staff.desk.money.do.{act}"))
        self._do.setAccessibleName(self._words(f"staff.desk.money.do.{act}").replace("&", ""))
        self.amount.setText(self._words.money(self._owes) if self._owes and not fees else "")
        field = self.text if act is MoneyAct.TAKE_BACK else self.amount
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.tell_wrong("")

    @property
    def values(self) -> dict[str, str]:
        """Give what is typed, to be kept as a draft."""
        return {"act": str(self._act), "amount": self.amount.text(), "text": self.text.text()}

    def restore(self, values: Mapping[str, str]) -> None:
        """Show what was typed when the dialog was not closed but lost."""
        self.choose(MoneyAct(values["act"]))
        self.amount.setText(values["amount"])
        self.text.setText(values["text"])

    def tell_wrong(self, sentence: str) -> None:
        """Say why nothing was done; what is typed stays."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._wrong.setAccessibleName(sentence)

    def _make_fields(self) -> None:
        words = self._words
        self.amount, self.text = QLineEdit(), QLineEdit()
        self.amount.setMaxLength(30)
        self.text.setMaxLength(500)
        for field in (self.amount, self.text):
            field.textEdited.connect(lambda _: self.typed.emit())
        self.method, self.kind = QComboBox(), QComboBox()
        for method in PaymentMethod:
            self.method.addItem(words(f"staff.desk.money.method.{method}"), method)
        for kind in FEES:
            self.kind.addItem(words(f"statement.{kind}"), kind)
        self._form = MoneyForm()
        self._form.add(words("staff.desk.money.kind"), self.kind, "kind")
        self._form.add(words("staff.desk.money.amount"), self.amount, "amount")
        self._form.add(words("staff.desk.money.method"), self.method, "method")
        self._form.add(words("staff.desk.money.why"), self.text, "why")
        self._group = QButtonGroup(self)
        self._buttons = {act: self._tab(act) for act in _ACTS}
        self._tabs = across(*self._buttons.values())
        self._wrong = label("", "wrong", wrap=True, name="moneyWrong")
        self._do = button("", self._give, kind="primary", name="do")
        self._do.setDefault(True)

    def _tab(self, act: MoneyAct) -> QPushButton:
        made = button(
            self._words(f"staff.desk.money.act.{act}"),
            lambda: self.choose(act),
            kind="chip",
            name=f"act-{act}",
        )
        made.setCheckable(True)
        made.setVisible(act not in _RIGHTS or self._workplace.by.may(_RIGHTS[act]))
        self._group.addButton(made)
        return made

    def _give(self) -> None:
        currency = self._owes.currency
        act, told = self._act, self.text.text().strip()
        amount = typed_amount(self.amount.text(), currency)
        charge = self.charges.current
        if act is MoneyAct.TAKE_BACK and charge is None:
            self.tell_wrong(self._words("staff.desk.money.which"))
        elif act is not MoneyAct.TAKE_BACK and amount is None:
            self.tell_wrong(self._words("staff.desk.money.no_amount"))
        elif act in _RIGHTS and not told:
            self.tell_wrong(self._words("error.desk_reason_missing"))
        else:
            self.tell_wrong("")
            self._do.setEnabled(False)
            self.wanted.emit(
                MoneyWanted(
                    act,
                    amount or Money.zero(currency),
                    PaymentMethod(self.method.currentData()),
                    ChargeKind(self.kind.currentData()),
                    told,
                    charge.id if charge is not None and act is MoneyAct.TAKE_BACK else None,
                )
            )

    def ready(self) -> None:
        """Let something else be done."""
        self._do.setEnabled(True)

    def _columns(self) -> tuple[Column[Charge], ...]:
        words = self._words
        return (
            Column(
                "day",
                words("staff.desk.column.day"),
                lambda one: words.dated(one.booked_at, "short"),
                sort=lambda one: one.booked_at,
                width=96,
            ),
            Column(
                "what", words("staff.desk.column.what"), lambda one: words(f"statement.{one.kind}"), width=194
            ),
            Column("title", words("staff.desk.column.title"), lambda one: one.title or one.note or ""),
            Column(
                "amount",
                words("staff.desk.column.charge"),
                lambda one: words.money(one.amount),
                kind="number",
                sort=lambda one: one.amount.minor,
                width=90,
            ),
            Column(
                "open",
                words("staff.desk.column.open"),
                lambda one: words.money(one.open_amount) if one.open_amount else "",
                kind="number",
                sort=lambda one: one.open_amount.minor,
                width=90,
            ),
        )


class MoneyForm(Form):
    """A form of which only those rows show that the act at hand needs."""

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show a field with its label, or hide both."""
        field.setVisible(shown)
        said = self._label_of(field)
        if said is not None:
            said.setVisible(shown)

    def relabel(self, field: QWidget, text: str) -> None:
        """Call a field something else."""
        said = self._label_of(field)
        if said is not None:
            said.setText(text)
        field.setAccessibleName(text.replace("&", ""))

    def _label_of(self, field: QWidget) -> QLabel | None:
        return next((said for said in self.findChildren(QLabel) if said.buddy() is field), None)
