"""Steps about money: charges that staff set by hand, payments and waivers."""

from uuid import uuid4

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.model.charge import ChargeKind
from kiosk.model.outcome import ActBy, Outcome
from tests.machine_of_loans.game import CARD, PASSING, Game, tried
from tests.machine_of_loans.library import eur
from tests.machine_of_loans.reasons import owes
from tests.machine_of_loans.worlds import BRANCHES

# What staff ask for by hand; one of them is what loans alone cause, one names nothing, one is nothing.
ASKED = (
    ("membership", 1200, ""),
    ("card_replacement", 300, ""),
    ("other", 45, "a torn page"),
    ("other", 45, " "),
    ("fine", 45, "late"),
    ("membership", 0, ""),
)


class Money(Game):
    """A game in which money is asked for, comes in and is forgiven."""

    @rule(passing=PASSING, card=CARD, asked=st.sampled_from(ASKED), rarely=st.integers(0, 2))
    def ask_for_money(self, passing: int, card: str, asked: tuple[str, int, str], rarely: int) -> None:
        """Charge by hand, and send the same act again; not often, for who owes much does little else."""
        if rarely != 1:
            return
        at, (kind, cents, note) = self.later(passing), asked
        expected = self.model.ask_for(card, kind, cents, note.strip(), at)
        act_id, by = str(uuid4()), ActBy(at, BRANCHES[0], account="desk")
        for again in (False, True):
            done = tried(
                lambda: self.kept.acts.charge(
                    card, ChargeKind(kind), eur(cents), by, note=note, act_id=act_id
                )
            )
            self.agree("ask", expected, done, again=again)

    @precondition(lambda self: self.model.state.charges)
    @rule(
        passing=PASSING,
        which=st.integers(0, 5),
        much=st.sampled_from(("booked", "some", "all", "more")),
        waive=st.booleans(),
    )
    def settle(self, passing: int, which: int, much: str, waive: bool) -> None:
        """Pay or waive some of what is booked, or all of it."""
        at = self.later(passing)
        card = self.model.state.charges[which % len(self.model.state.charges)].card
        booked = sum(charge.open for charge in self.model.state.charges if charge.card == card)
        owed = owes(self.model.state, card, at)
        amount = {"booked": booked, "all": owed, "more": owed + 1}.get(much, 20)
        if amount:
            expected = self.model.settle(card, amount, waive, at)
            by = ActBy(at, BRANCHES[0], account="desk")

            def settled() -> Outcome:
                return self.kept.acts.settle(card, eur(amount), by, waive=waive, reason="as said")

            self.agree("settle", expected, tried(settled))
