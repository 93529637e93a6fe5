"""What is open on a card and what was paid: seen, charged, paid, forgiven, printed."""

from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.membership.account import Accounts, Statement
from kiosk.membership.card_ledger import CardLedger, CardLedgers
from kiosk.membership.papers import statement_paper
from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.decision import LoanFacts
from kiosk.model.errors import CardUnknown
from kiosk.model.money import Money
from kiosk.model.staff_errors import TextMissing
from kiosk.notices.own_words import own_words
from kiosk.paper.roll_pdf import roll_pdf
from kiosk.paper.statement import statement_roll
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database
from kiosk.words import Wording

_MOST_PAST = 500


@dataclass(frozen=True, slots=True)
class PatronAccount:
    """Loans, holds and money of one card; ``past`` is None unless the patron chose to keep history."""

    statement: Statement
    ledger: CardLedger
    past: tuple[LoanFacts, ...] | None


class PatronAccounts:
    """Shows accounts and books what staff charge, take and forgive."""

    def __init__(self, database: Database, decider: Decider, acts: Acts) -> None:
        self._database = database
        self._accounts = Accounts(database, decider)
        self._ledgers = CardLedgers(database, decider)
        self._acts = acts

    @needs(Right.PATRONS_SEE)
    def open(self, by: SignedIn, patron_id: int, *, at: datetime) -> PatronAccount:
        """Return what is on the card at that moment; CardUnknown."""
        card = self._card(patron_id)
        statement = self._accounts.statement(card, at, by.branch)
        ledger = self._ledgers.of_card(card, at)
        past = None
        if statement.patron.keeps_history:
            with self._database.read() as view:
                past = view.loans.history(patron_id, _MOST_PAST, 0)
        return PatronAccount(statement, ledger, past)

    @needs(Right.DESK)
    def charge(
        self,
        by: SignedIn,
        patron_id: int,
        kind: ChargeKind,
        amount: Money,
        *,
        at: datetime,
        note: str = "",
        act_id: str | None = None,
    ) -> None:
        """Book a fee; InvalidAmount, FeeUnknown for something else without a note, CardUnknown."""
        self._acts.charge(self._card(patron_id), kind, amount, by.acting(at), note=note, act_id=act_id)

    @needs(Right.DESK)
    def pay(
        self,
        by: SignedIn,
        patron_id: int,
        amount: Money,
        *,
        at: datetime,
        method: PaymentMethod | None = None,
        act_id: str | None = None,
    ) -> None:
        """Take a payment, the oldest charge first; InvalidAmount, MoreThanOwed, CardUnknown."""
        card = self._card(patron_id)
        self._acts.settle(card, amount, by.acting(at), method=method, act_id=act_id)

    @needs(Right.WAIVE)
    def waive(
        self,
        by: SignedIn,
        patron_id: int,
        amount: Money,
        *,
        at: datetime,
        reason: str,
        act_id: str | None = None,
    ) -> None:
        """Forgive so much, the oldest charge first; TextMissing without a reason, and as ``pay``."""
        if not reason.strip():
            raise TextMissing
        card = self._card(patron_id)
        self._acts.settle(card, amount, by.acting(at), waive=True, reason=reason.strip(), act_id=act_id)

    @needs(Right.PATRONS_SEE)
    def printed(self, by: SignedIn, patron_id: int, words: Wording, *, at: datetime) -> bytes:
        """Return the statement as a PDF, 80 mm wide; it names nobody. CardUnknown."""
        account = self._accounts.statement(self._card(patron_id), at, by.branch)
        with self._database.read() as view:
            own = own_words(view, account.library, "statement", by.branch, words)
            paper = replace(statement_paper(view, account, by.branch, at, words), own=own)
        return roll_pdf(statement_roll(paper, words), words.language)

    def _card(self, patron_id: int) -> str:
        with self._database.read() as view:
            patron = view.patrons.get(patron_id)
        if patron is None:
            raise CardUnknown(patron=patron_id)
        return patron.card
