"""What is open on a card, and what was charged and paid, as tabs of the person's page."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kiosk.membership.account import LoanLine
from kiosk.membership.card_ledger import LedgerLine
from kiosk.membership.hold_lines import HoldLine
from kiosk.model.decision import LoanFacts
from kiosk.staff.patrons.account import PatronAccount
from kiosk.staff.rights import Right
from kiosk.ui.staff.patrons.money_dialog import MoneyDialog
from kiosk.ui.staff.patrons.saving_files import save_made
from kiosk.ui.staff.patrons.shown import branch_name, table_day
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording


class LoansTab(QWidget):
    """Open loans with when they are due, and what they cost so far."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._table: DataTable[LoanLine] = DataTable(
            workplace, _loan_columns(workplace.words), name="loans", filtered=False
        )
        _filled(self, self._table)

    def show_account(self, account: PatronAccount) -> int:
        """Show them; return how many."""
        self._table.show_rows(account.statement.loans)
        return len(account.statement.loans)


class HoldsTab(QWidget):
    """Open holds with their place and where they are fetched."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._table: DataTable[HoldLine] = DataTable(
            workplace, _hold_columns(workplace), name="holds", filtered=False
        )
        _filled(self, self._table)

    def show_account(self, account: PatronAccount) -> int:
        """Show them; return how many."""
        self._table.show_rows(account.statement.holds)
        return len(account.statement.holds)


class PastTab(QWidget):
    """Loans that are over, where the patron chose to keep them; else that it is not kept."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        words = workplace.words
        self._told = label(words("staff.patrons.past.none"), wrap=True, name="pastTold")
        self._table: DataTable[LoanFacts] = DataTable(
            workplace,
            (
                Column("title", words("staff.patrons.title"), lambda one: one.title),
                Column("barcode", words("staff.patrons.barcode"), lambda one: one.barcode, "mono", 160),
                Column(
                    "lent",
                    words("staff.patrons.lent"),
                    lambda one: table_day(one.loan.lent_at, words),
                    width=150,
                    sort=lambda one: one.loan.lent_at,
                ),
                Column(
                    "returned",
                    words("staff.patrons.returned"),
                    lambda one: table_day(one.loan.returned_at, words),
                    width=150,
                    sort=lambda one: one.loan.returned_at,
                ),
            ),
            name="past",
        )
        _filled(self, self._told, self._table)

    def show_account(self, account: PatronAccount) -> int:
        """Show them; return how many."""
        self._told.setVisible(account.past is None)
        self._table.setVisible(account.past is not None)
        self._table.show_rows(account.past or ())
        return len(account.past or ())


class MoneyTab(QWidget):
    """Everything charged, paid and forgiven, and what may be done about it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        words, may = workplace.words, workplace.by.may
        self._account: PatronAccount | None = None
        self._owes = label("", "label", name="owes")
        acts = [
            self._button("pay", Right.DESK),
            self._button("charge", Right.DESK),
            self._button("waive", Right.WAIVE),
        ]
        self._acts = {str(one.objectName()): one for one in acts if may(one.property("right"))}
        for one in acts:
            if str(one.objectName()) not in self._acts:
                one.hide()
        printing = button(
            words("staff.patrons.statement"), self._print, kind="quiet", picture="print", name="statement"
        )
        self._table: DataTable[LedgerLine] = DataTable(
            workplace, _ledger_columns(words), name="ledger", filtered=False
        )
        _filled(self, across(self._owes, *acts, printing), self._table)

    def show_account(self, account: PatronAccount) -> int:
        """Show the lines, the latest first; return how many."""
        self._account = account
        owes = account.statement.owes
        self._owes.setText(self._workplace.words("staff.patrons.owes", owes=owes))
        for name in ("pay", "waive"):
            if name in self._acts:
                self._acts[name].setEnabled(owes.minor > 0)
        self._table.show_rows(account.ledger.lines[::-1])
        return len(account.ledger.lines)

    def do(self, act: str) -> None:
        """Ask how much, and book it."""
        if self._account is not None:
            MoneyDialog(self._workplace, self, self._account.statement, act).open()

    def _button(self, act: str, right: Right) -> QPushButton:
        made = button(self._workplace.words(f"staff.patrons.money.{act}"), lambda: self.do(act), name=act)
        made.setProperty("right", str(right))
        return made

    def _print(self) -> None:
        if self._account is None:
            return
        place, patron = self._workplace, self._account.statement.patron
        services, now = place.services.patrons, place.now()
        save_made(
            place,
            self,
            f"{place.words('staff.patrons.file.statement')}-{patron.card}",
            "pdf",
            lambda: services.accounts.printed(place.by, patron.id, place.words, at=now),
        )


def _filled(tab: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, GAP, 0, 0)
    column.setSpacing(GAP)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)


def _loan_columns(words: Wording) -> tuple[Column[LoanLine], ...]:
    return (
        Column("title", words("staff.patrons.title"), lambda one: one.title),
        Column("barcode", words("staff.patrons.barcode"), lambda one: one.barcode, "mono", 160),
        Column(
            "due",
            words("staff.patrons.due"),
            lambda one: table_day(one.due_at, words),
            width=160,
            sort=lambda one: one.due_at,
        ),
        Column(
            "state",
            words("staff.patrons.state"),
            lambda one: _loan_chip(one, words).text,
            width=140,
            chip=lambda one: _loan_chip(one, words),
        ),
        Column(
            "renewals",
            words("staff.patrons.renewals"),
            lambda one: str(one.renewals_left),
            "number",
            130,
            sort=lambda one: one.renewals_left,
        ),
        Column(
            "fine",
            words("staff.patrons.fine"),
            lambda one: words.money(one.fine_so_far) if one.fine_so_far else "",
            "number",
            140,
            sort=lambda one: one.fine_so_far.minor,
        ),
    )


def _loan_chip(line: LoanLine, words: Wording) -> Chip:
    late = "overdue" if line.overdue else "on_loan"
    return Chip(words(f"staff.patrons.loan.{late}"), "stop" if line.overdue else "good")


def _hold_columns(workplace: Workplace) -> tuple[Column[HoldLine], ...]:
    words, library = workplace.words, workplace.library
    return (
        Column("title", words("staff.patrons.title"), lambda one: one.title),
        Column(
            "state", words("staff.patrons.state"), lambda one: words(f"hold.state.{one.state}"), width=140
        ),
        Column(
            "position",
            words("staff.patrons.position"),
            lambda one: str(one.position or ""),
            "number",
            110,
            sort=lambda one: one.position,
        ),
        Column(
            "pickup",
            words("staff.patrons.pickup"),
            lambda one: branch_name(one.pickup_branch, library, words),
            width=180,
        ),
        Column(
            "until",
            words("staff.patrons.until"),
            lambda one: table_day(one.ready_until, words),
            width=160,
            sort=lambda one: one.ready_until,
        ),
    )


def _ledger_columns(words: Wording) -> tuple[Column[LedgerLine], ...]:
    def what(line: LedgerLine) -> str:
        kind = words(f"ledger.kind.{line.kind}")
        return words(f"ledger.{line.settled or 'charge'}", kind=kind)

    return (
        Column(
            "at",
            words("staff.patrons.day"),
            lambda one: table_day(one.at, words),
            width=160,
            sort=lambda one: one.at,
        ),
        Column("what", words("staff.patrons.what"), what, width=310),
        Column("note", words("staff.patrons.for"), lambda one: one.title or one.note or ""),
        Column(
            "amount",
            words("staff.patrons.amount"),
            lambda one: words.money(one.amount),
            "number",
            120,
            sort=lambda one: one.amount.minor,
        ),
        Column(
            "balance",
            words("staff.patrons.balance"),
            lambda one: words.money(one.balance),
            "number",
            120,
            sort=lambda one: one.balance.minor,
        ),
    )
