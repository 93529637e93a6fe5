"""The card that is open: its owner, what stands against lending, money, holds, and its loans to renew."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.membership.account import LoanLine
from kiosk.staff.desk.cards import DeskCard, Relative
from kiosk.ui.staff.desk.card_lines import CardTold, card_told, loan_state
from kiosk.ui.staff.style import GAP, INSET
from kiosk.ui.staff.widgets.buttons import button, shown_keys
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Column
from kiosk.ui.staff.widgets.panel import across, label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace
from kiosk.words import Wording

NARROW, WIDTH = 326, 410
_WARNINGS, _READY = 4, 4
_STATE = 2  # the column that most cards have nothing in
_KEYS = ("F2", "F3", "F4", "F6", "F7", "F8", "F9", "F11", "F12", "Esc", "Ctrl+Tab")


class CardPanel(QFrame):
    """Show a card; `renew` tells barcodes (none: all), `opened` a card of the same family."""

    renew = Signal(tuple)
    opened = Signal(str)
    pay = Signal()
    ended = Signal()
    receipt = Signal()
    patron = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDTH)
        self._workplace = workplace
        words = workplace.words
        self._name = label("", "heading", wrap=True, name="cardName")
        self._facts = label("", wrap=True, name="cardFacts")
        self._warnings = [_notice(n) for n in range(_WARNINGS)]
        self._owes = label("", "heading", name="cardOwes")
        self._ready = label("", wrap=True, name="cardReady")
        self._ready_head = label(words("staff.desk.card.ready"), "label")
        self._waiting = label("", "caption", name="cardWaiting")
        self._family = QWidget()
        self._loans_head = label("", "label", name="cardLoans")
        self._pay = button(words("staff.desk.pay"), self.pay.emit, name="pay", picture="coin")
        self.loans: DataTable[LoanLine] = DataTable(
            workplace,
            self._columns(),
            name="loans",
            key=lambda line: line.barcode,
            filtered=False,
            csv=False,
        )
        self.loans.view.setAccessibleName(words("staff.desk.loans"))
        self._keys = _keys(words)
        self._build()
        self.show_card(None, ())

    def show_card(self, card: DeskCard | None, sitting: tuple[Relative, ...]) -> None:
        """Show a card with the others of its sitting and family, or that there is none."""
        told = None
        if card is not None:
            told = card_told(card, self._workplace.by.branch, self._workplace.words)
        self._card = card
        self._name.setText(told.name if told else self._workplace.words("staff.desk.card.none"))
        self._facts.setText("\n".join(told.facts) if told else self._workplace.words("staff.desk.card.scan"))
        for place, line in enumerate(self._warnings):
            text = told.warnings[place] if told and place < len(told.warnings) else ""
            line.tell(text)
            line.setVisible(bool(text))
        self._show_money(told)
        self._show_holds(told)
        self._show_family(card, sitting)
        self._loans_head.setText(told.loans if told else "")
        loans = card.statement.loans if card else ()
        self.loans.show_rows(loans)
        unsaid = not any(loan_state(line, self._workplace.words)[0] for line in loans)
        self.loans.view.setColumnHidden(_STATE, unsaid)  # its room is the titles'
        for part in (self.loans, self._loans_head, self._buttons, self._foot):
            part.setVisible(card is not None)
        self._keys.setVisible(card is None)
        self.setAccessibleName(", ".join((told.name, *told.facts, *told.warnings)) if told else "")

    def _show_money(self, told: CardTold | None) -> None:
        self._owes.setText(told.owes if told else "")
        self._owes.setVisible(bool(told and told.owes))
        self._pay.setVisible(told is not None)

    def _show_holds(self, told: CardTold | None) -> None:
        lines = told.ready[:_READY] if told else ()
        self._ready.setText("\n".join(lines))
        for part in (self._ready, self._ready_head):
            part.setVisible(bool(lines))
        self._waiting.setText(told.waiting if told else "")
        self._waiting.setVisible(bool(told and told.waiting))

    def _show_family(self, card: DeskCard | None, sitting: tuple[Relative, ...]) -> None:
        row = self._family.layout()
        assert row is not None
        while (item := row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        others: dict[str, Relative] = {}
        if card is not None:
            others = {one.card: one for one in (*sitting, *card.family) if one.card != card.scanned}
        for one in others.values():
            chip = button(
                one.name,
                partial(self.opened.emit, one.card),
                kind="chip",
                name=f"family-{one.card}",
            )
            row.addWidget(chip)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self._family.setVisible(bool(others))

    def _renew_marked(self) -> None:
        marked = tuple(line.barcode for line in self.loans.marked)
        if marked:
            self.renew.emit(marked)

    def _build(self) -> None:
        words = self._workplace.words
        self._more = button(words("staff.desk.patron"), self._go, kind="quiet", name="patronPage")
        self._buttons = across(
            label(words("staff.desk.renew"), "label"),
            button(words("staff.desk.renew_marked"), self._renew_marked, name="renewMarked"),
            button(words("staff.desk.renew_all"), lambda: self.renew.emit(()), name="renewAll"),
        )
        self._foot = across(
            button(words("staff.desk.receipt"), self.receipt.emit, name="receipt"),
            button(words("staff.desk.end"), self.ended.emit, name="end"),
            self._more,
        )
        family = QHBoxLayout(self._family)
        family.setContentsMargins(0, 0, 0, 0)
        family.setSpacing(GAP - 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 14, INSET, 14)
        column.setSpacing(GAP - 2)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addWidget(self._keys)
        column.addWidget(self._family)
        for line in self._warnings:
            column.addWidget(line)
        column.addWidget(across(self._owes, self._pay))
        column.addWidget(self._ready_head)
        column.addWidget(self._ready)
        column.addWidget(self._waiting)
        column.addWidget(self._loans_head)
        column.addWidget(self.loans, 1)
        column.addWidget(self._buttons)
        column.addStretch(0)
        column.addWidget(self._foot)
        column.addStretch(0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _go(self) -> None:
        if self._card is not None:
            self.patron.emit(self._card.patron.card)

    def _columns(self) -> tuple[Column[LoanLine], ...]:
        words = self._workplace.words

        def chip(line: LoanLine) -> Chip | None:
            text, tone = loan_state(line, words)
            return Chip(text, tone) if text else None

        return (
            Column(
                "due",
                words("staff.desk.column.due"),
                lambda line: words.dated(line.due_at, "weekday_short_day_short"),
                sort=lambda line: line.due_at,
                width=110,
            ),
            Column("title", words("staff.desk.column.title"), lambda line: line.title),
            Column("state", "", lambda line: loan_state(line, words)[0], chip=chip, width=118),
        )


def _keys(words: Wording) -> QWidget:
    """Return the keys of the desk with what they do, for as long as there is no card to show."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 6, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(GAP - 2)
    grid.setColumnStretch(1, 1)
    for place, key in enumerate(_KEYS):
        grid.addWidget(label(shown_keys(key), "mono"), place, 0)
        grid.addWidget(label(words(f"staff.desk.key.{key}"), wrap=True), place, 1)
    return made


def _notice(number: int) -> "WarningLine":
    return WarningLine(f"cardWarning{number}")


class WarningLine(QFrame):
    """One thing that stands against a card, on a tint, with its icon's words beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("wrongNotice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        self._text = label("", wrap=True, name=name)
        row.addWidget(self._text, 1)

    def tell(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)
