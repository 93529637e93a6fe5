"""Steps about loans that are thought over: undone within minutes, left for their fee, all renewed at once."""

from datetime import timedelta
from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.model.outcome import ActBy
from tests.machine_of_loans.game import BARCODE, BRANCH, CARD, MAY, OVERRIDE, PASSING, staff_may
from tests.machine_of_loans.library import eur
from tests.machine_of_loans.machine import Circulation
from tests.machine_of_loans.plain import Loan
from tests.machine_of_loans.worlds import BRANCHES, CARDS

SOON = st.sampled_from((0, 0, 1, 4, 10, 11))
MINUTES = timedelta(minutes=1)


class SecondThoughts(Circulation):
    """A game in which readers do not want what they have just borrowed, or not at that price."""

    @rule(passing=PASSING, card=CARD, barcode=BARCODE, branch=BRANCH, earlier=st.sampled_from((0, 0, 0, 5)))
    def undo(self, passing: int, card: str, barcode: str, branch: str, earlier: int) -> None:
        """Undo, and send the same act again; the clock of that kiosk may be slow."""
        at = self.later(passing) - earlier * MINUTES
        expected = self.model.undo(card, barcode, branch, at)
        act_id = str(uuid4())
        for again in (False, True):
            done = self.kept.acts.undo(card, barcode, ActBy(at, branch), act_id=act_id)
            self.agree("undo", expected, done, again=again)

    @rule(passing=PASSING, card=st.sampled_from(CARDS), which=st.integers(0, 5), soon=SOON)
    def borrow_and_think_better(self, passing: int, card: str, which: int, soon: int) -> None:
        self.borrow_freely(passing, card, which)
        if self._fresh():
            self.think_better_of_it(soon, -1, None)

    @precondition(lambda self: self._fresh())
    @rule(soon=SOON, which=st.sampled_from((-1, -1, -1, 0)), branch=st.sampled_from((None, None, *BRANCHES)))
    def think_better_of_it(self, soon: int, which: int, branch: str | None) -> None:
        loan = self._fresh()[which]
        self.undo(soon, str(loan.card), loan.barcode, branch or loan.branch, 0)

    @precondition(lambda self: any(hold.kept for hold in self.model.state.holds))
    @rule(
        which=st.integers(0, 3),
        other=st.integers(0, 2),
        soon=SOON,
        meanwhile=st.sampled_from(("", "lend", "lose", "look", "incomplete", "return")),
        card=st.sampled_from(CARDS),
    )
    def take_another_copy_and_think_better(
        self, which: int, other: int, soon: int, meanwhile: str, card: str
    ) -> None:
        """Borrow another copy than the one kept, which goes its way, and undo that."""
        state = self.model.state
        kept = [hold for hold in state.holds if hold.kept is not None]
        hold = kept[which % len(kept)]
        waits = str(hold.kept)
        fit = [copy for copy in state.copies_of(hold.title) if state.kept_for(copy.barcode) is None]
        fit = [copy for copy in fit if state.loan_of(copy.barcode) is None]
        if fit:
            copy = fit[other % len(fit)]
            branch = copy.stands_at
            self.lend(0, hold.card, copy.barcode, branch, "all")
            self._meanwhile(meanwhile, waits, card, hold.pickup)
            self.undo(soon, hold.card, copy.barcode, branch, 0)

    def _meanwhile(self, what: str, barcode: str, card: str, branch: str) -> None:
        if what == "lend":
            self.lend(0, card, barcode, branch, "all")
        elif what == "lose":
            self.lose(0, 0, barcode, 1)
        elif what == "look":
            self.look_at_item(barcode, "damaged")
        elif what in ("return", "incomplete"):
            self.take_back(0, barcode, branch, 0)
            if what == "incomplete":
                self.miss_a_part(0, barcode, branch, False)

    def _fresh(self) -> list[Loan]:
        """Return what a reader has had for some minutes only, the latest last."""
        lent = [loan for loan in self.model.state.loans if loan.open and loan.card is not None]
        return [loan for loan in lent if self.now - loan.lent <= 10 * MINUTES]

    @rule(
        passing=PASSING,
        card=st.sampled_from(CARDS),
        barcode=BARCODE,
        override=OVERRIDE,
        agreed=st.sampled_from((0, 40, 150)),
    )
    def borrow_for_so_much(self, passing: int, card: str, barcode: str, override: str, agreed: int) -> None:
        """Borrow what costs no more than was agreed to."""
        copy = self.model.state.copies.get(barcode)
        at, branch = self.later(passing), copy.stands_at if copy else BRANCHES[0]
        expected = self.model.checkout(card, barcode, branch, at, MAY[override], agreed)
        may, by = staff_may(override), ActBy(at, branch)
        done = self.kept.acts.checkout(card, barcode, by, override=may, agreed=eur(agreed))
        self.agree("agree to a fee", expected, done)

    @precondition(lambda self: any(loan.open and loan.card for loan in self.model.state.loans))
    @rule(passing=PASSING, which=st.integers(0, 5), rarely=st.integers(0, 2))
    def renew_all(self, passing: int, which: int, rarely: int) -> None:
        """Renew whatever a card has, the first due first; each is decided by itself, mostly in vain."""
        if rarely != 1:
            return
        at, branch = self.later(passing), BRANCHES[0]
        cards = [loan.card for loan in self.model.state.loans if loan.open and loan.card is not None]
        card = cards[which % len(cards)]
        mine = sorted(self.model.state.loans_on(card), key=lambda loan: loan.due)
        expected = [self.model.renew(card, loan.barcode, branch, at) for loan in mine]
        done = self.kept.acts.renew.all(card, ActBy(at, branch))
        self.agree_on_each("renew all", expected, done)
