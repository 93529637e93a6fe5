"""Steps about holds that are open: they are cancelled, rest, wait again and are fetched elsewhere."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.model.outcome import ActBy
from tests.machine_of_loans import changing
from tests.machine_of_loans.game import BRANCH, CARD, PASSING, Game, tried
from tests.machine_of_loans.plain import OPEN
from tests.machine_of_loans.worlds import BARCODES, BRANCHES, CARDS, TITLES

TITLE = st.sampled_from(TITLES)
ONLY = st.sampled_from((None, None, None, None, *BARCODES))
PICKUP = st.sampled_from((*BRANCHES, *BRANCHES, "NOWHERE"))
WHICH = st.integers(0, 5)
# Somebody else than who waits: mostly nobody else.
STRANGER = st.sampled_from((*(None,) * 12, *CARDS, "nobody"))


class ChangedHolds(Game):
    """A game in which those who wait think again."""

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(passing=PASSING, card=CARD, title=TITLE, branch=BRANCH, only=ONLY)
    def cancel(self, passing: int, card: str, title: int, branch: str, only: str | None) -> None:
        at = self.later(passing)
        expected = self.model.cancel(card, title, at, only)
        record, by = self.kept.titles[title], ActBy(at, branch)
        done = tried(lambda: self.kept.acts.cancel_hold(card, record, by, item=only))
        self.agree("cancel", expected, done)

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(
        passing=PASSING,
        which=WHICH,
        days=st.sampled_from((None, None, 2, 2, 9, 9, 0)),
        rest=st.sampled_from((True, True, False)),
        alone=st.booleans(),
        stranger=STRANGER,
    )
    def let_rest_or_wait_again(
        self, passing: int, which: int, days: int | None, rest: bool, alone: bool, stranger: str | None
    ) -> None:
        card, title, only = self._one_who_waits(which, alone)
        if rest:
            self.let_rest(passing, stranger or card, title, days, only)
        else:
            self.wait_again(passing, stranger or card, title, only)

    def let_rest(self, passing: int, card: str, title: int, days: int | None, only: str | None) -> None:
        at = self.later(passing)
        until = None if days is None else at.date() + timedelta(days=days)
        expected = changing.rest(self.model.state, card, title, until, at, only)
        record, by = self.kept.titles[title], ActBy(at, BRANCHES[0])
        change = self.kept.acts.change_hold
        done = tried(lambda: change.suspend(card, record, by, until=until, item=only))
        self.agree("rest", expected, done)

    def wait_again(self, passing: int, card: str, title: int, only: str | None) -> None:
        at = self.later(passing)
        expected = changing.wait_again(self.model.state, card, title, only)
        record, by = self.kept.titles[title], ActBy(at, BRANCHES[0])
        done = tried(lambda: self.kept.acts.change_hold.resume(card, record, by, item=only))
        self.agree("wait again", expected, done)

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(passing=PASSING, which=WHICH, pickup=PICKUP, alone=st.booleans(), stranger=STRANGER)
    def move(self, passing: int, which: int, pickup: str, alone: bool, stranger: str | None) -> None:
        at = self.later(passing)
        card, title, only = self._one_who_waits(which, alone)
        card = stranger or card
        expected = changing.move(self.model.state, card, title, pickup, only)
        record, by = self.kept.titles[title], ActBy(at, BRANCHES[0])
        change = self.kept.acts.change_hold
        done = tried(lambda: change.fetch_at(card, record, pickup, by, item=only))
        self.agree("move", expected, done)

    def _one_who_waits(self, which: int, alone: bool) -> tuple[str, int, str | None]:
        """Return whose hold on what; alone, without the card's other holds on the title."""
        waiting = [hold for hold in self.model.state.holds if hold.state in OPEN]
        hold = waiting[which % len(waiting)]
        return hold.card, hold.title, hold.only if alone else None
