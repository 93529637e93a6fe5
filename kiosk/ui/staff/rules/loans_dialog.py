"""The open loans that a change concerns, each with what renewing it now would come to, before and after."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kiosk.model.decision import Decision
from kiosk.staff.rules.desk import RenewalThen
from kiosk.storage import OpenKind
from kiosk.ui.staff.settings.working import Working
from kiosk.ui.staff.style import GAP, MARGIN
from kiosk.ui.staff.widgets.buttons import button
from kiosk.ui.staff.widgets.columns import Asked, Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence


class LoansDialog(QDialog):
    """List them page by page; Esc closes."""

    def __init__(
        self, workplace: Workplace, state: Working, kinds: Sequence[OpenKind], parent: QWidget
    ) -> None:
        super().__init__(parent)
        words = workplace.words
        self.setWindowTitle(words("staff.rules.loans"))
        self.resize(980, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addWidget(label(words("staff.rules.loans"), "heading"))
        column.addWidget(label(words("staff.rules.loans.told"), wrap=True))
        self.table: DataTable[RenewalThen] = DataTable(
            workplace,
            _columns(state, words),
            name="loansConcerned",
            filtered=False,
            key=lambda one: one.loan.id,
        )
        column.addWidget(self.table, 1)
        column.addWidget(across(button(words("staff.close"), self.accept, kind="primary", name="close")))
        rules, by = workplace.services.rules, workplace.by

        def load(asked: Asked[RenewalThen]) -> tuple[RenewalThen, ...]:
            behind = asked.after.loan.id if asked.after is not None else 0
            return rules.renewals(by, state.library, state.now, kinds, limit=asked.limit, after_loan=behind)

        self.table.follow(load)


def _columns(state: Working, words: Wording) -> tuple[Column[RenewalThen], ...]:
    def told(decision: Decision) -> str:
        if decision.allowed:
            return words.moment(decision.due_at) if decision.due_at else words("word.yes")
        return " ".join(reason_sentence(reason, words, state.now) for reason in decision.reasons)

    return (
        Column(
            "barcode",
            words("staff.rules.loans.barcode"),
            lambda one: one.loan.barcode,
            kind="mono",
            width=150,
            sortable=False,
        ),
        Column(
            "due",
            words("staff.rules.loans.due"),
            lambda one: words.moment(one.loan.due_at),
            width=210,
            sortable=False,
        ),
        Column("before", words("staff.rules.loans.before"), lambda one: told(one.before), sortable=False),
        Column("after", words("staff.rules.loans.after"), lambda one: told(one.after), sortable=False),
    )
