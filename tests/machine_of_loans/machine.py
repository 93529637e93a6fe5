"""The state machine: every act is done twice, by the product and by the model, and all must agree."""

import copy as copying
from collections import Counter
from datetime import datetime, timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from kiosk.model.decision import Override, ReasonCode
from kiosk.model.errors import MoreThanOwed
from kiosk.model.outcome import ActBy, Outcome
from tests.machine_of_loans.library import Kept, Seen, eur, expected_in, seen_in
from tests.machine_of_loans.model import Model
from tests.machine_of_loans.plain import OPEN, Answer, Loan, State, Town
from tests.machine_of_loans.reasons import STAFF_MAY, in_order, owes
from tests.machine_of_loans.worlds import (
    BARCODES,
    BEGINNINGS,
    BRANCHES,
    CARDS,
    CATEGORIES,
    TITLES,
    TOWNS,
    World,
    worlds,
)

# So many minutes pass before an act: mostly a few, now and then a month.
PASSING = st.sampled_from((0, 0, 10, 10, 70, 200, 600, 1440, 1440, 4320, 11520, 43200))
CARD = st.sampled_from((*CARDS, *CARDS, "nobody"))
BARCODE = st.sampled_from((*BARCODES, *BARCODES, "nothing"))
BRANCH = st.sampled_from(BRANCHES)
# What staff set aside: mostly nothing.
MAY = {
    "": frozenset[str](),
    "shelf": frozenset({"hold.available_now"}),
    "queue": frozenset({"item.held_for_other", "item.wanted_by_other", "renewal.wanted_by_other"}),
    "all": STAFF_MAY,
}
OVERRIDE = st.sampled_from(("", "", "", "shelf", "queue", "all"))

Change = Town | tuple[str, str, bool] | tuple[str, str]
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.tuples(
        st.sampled_from(CARDS), st.sampled_from(CATEGORIES), st.sampled_from((False, False, False, True))
    ),
    st.tuples(st.sampled_from(BARCODES), st.sampled_from(("fine", "damaged", "missing"))),
    TOWNS,
)

# Games are about patrons: however the drawing leans, staff have their turn now and then only.
ACTS_BETWEEN_CHANGES = 6


class Tally:
    """Counts what a run came upon, so that an empty proof is noticed."""

    def __init__(self) -> None:
        self.steps = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.places: Counter[str] = Counter()

    def count(self, act: str, answer: Answer) -> None:
        self.steps += 1
        self.done[act] += answer.done
        self.refused.update(() if answer.done else answer.codes)
        if answer.place is not None:
            self.places[answer.place.partition(":")[0]] += 1


class Circulation(RuleBasedStateMachine):
    """One game; ``kept`` is the library that all games of a run share."""

    kept: ClassVar[Kept]
    tally: ClassVar[Tally]

    def __init__(self) -> None:
        super().__init__()
        self.now = BEGINNINGS[0]
        self.acts_since_change = 0
        self.model = Model(State(Town((), ())))

    @initialize(world=worlds())
    def open_the_doors(self, world: World) -> None:
        self.now = world.begins
        self.kept.begin(world)
        people = {person.card: copying.copy(person) for person in world.people}
        copies = {one.barcode: copying.copy(one) for one in world.copies}
        self.model = Model(State(world.town, people, copies))
        if world.lent_to_nobody_known and copies["c1"].condition == "fine":
            terms = {"unit": "days", "fine_per_day": 0, "fine_grace_days": 0, "fine_closed_days": False}
            terms |= {"fine_max": None, "replacement_fee": 0}
            loan = Loan("c1", None, self.now, self.now + timedelta(days=9), terms)
            self.kept.lend_to_nobody(loan, BRANCHES[0])
            self.model.state.loans.append(loan)
        self.agree("open", None, None)

    @rule(passing=PASSING, card=CARD, barcode=BARCODE, branch=BRANCH, override=OVERRIDE)
    def lend(self, passing: int, card: str, barcode: str, branch: str, override: str) -> None:
        at = self.later(passing)
        expected = self.model.checkout(card, barcode, branch, at, MAY[override])
        by = ActBy(at, branch)
        self.agree("lend", expected, self.kept.acts.checkout(card, barcode, by, override=_staff(override)))

    @rule(passing=PASSING, card=st.sampled_from(CARDS), which=st.integers(0, 5), override=OVERRIDE)
    def borrow_what_stands(self, passing: int, card: str, which: int, override: str) -> None:
        lent = {loan.barcode for loan in self.model.state.loans if loan.open}
        there = [copy for copy in self.model.state.copies.values() if copy.barcode not in lent]
        if there:
            copy = there[which % len(there)]
            self.lend(passing, card, copy.barcode, copy.stands_at, override)

    @rule(passing=PASSING, card=st.sampled_from(CARDS), which=st.integers(0, 5))
    def borrow_freely(self, passing: int, card: str, which: int) -> None:
        self.borrow_what_stands(passing, card, which, "")

    @rule(passing=PASSING, barcode=BARCODE, branch=BRANCH, dropped=st.sampled_from((0, 0, 0, 900, 2880)))
    def take_back(self, passing: int, barcode: str, branch: str, dropped: int) -> None:
        """A book drop is emptied later than it was filled."""
        at = self.later(passing) - timedelta(minutes=dropped)
        expected = self.model.checkin(barcode, branch, at)
        self.agree("return", expected, self.kept.acts.checkin(barcode, ActBy(at, branch)))

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(passing=PASSING, which=st.integers(0, 5), branch=BRANCH)
    def bring_something_back(self, passing: int, which: int, branch: str) -> None:
        lent = [loan.barcode for loan in self.model.state.loans if loan.open]
        self.take_back(passing, lent[which % len(lent)], branch, 0)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(passing=PASSING, card=CARD, barcode=BARCODE, branch=BRANCH, override=OVERRIDE)
    def renew(self, passing: int, card: str, barcode: str, branch: str, override: str) -> None:
        at = self.later(passing)
        expected = self.model.renew(card, barcode, branch, at, MAY[override])
        by = ActBy(at, branch)
        self.agree("renew", expected, self.kept.acts.renew(card, barcode, by, override=_staff(override)))

    @precondition(lambda self: any(loan.open and loan.card for loan in self.model.state.loans))
    @rule(passing=PASSING, which=st.integers(0, 5), override=OVERRIDE)
    def renew_something_lent(self, passing: int, which: int, override: str) -> None:
        lent = [loan for loan in self.model.state.loans if loan.open and loan.card is not None]
        loan = lent[which % len(lent)]
        assert loan.card is not None
        self.renew(passing, loan.card, loan.barcode, BRANCHES[0], override)

    @rule(
        passing=PASSING,
        card=CARD,
        title=st.sampled_from(TITLES),
        pickup=BRANCH,
        branch=BRANCH,
        override=OVERRIDE,
        only=st.sampled_from((None, None, *BARCODES)),
    )
    def place_hold(
        self,
        passing: int,
        card: str,
        title: int,
        pickup: str,
        branch: str,
        override: str,
        only: str | None,
    ) -> None:
        at = self.later(passing)
        expected = self.model.hold(card, title, pickup, branch, at, MAY[override], only)
        done = self.kept.acts.place_hold(
            card,
            self.kept.titles[title],
            ActBy(at, branch),
            item=only,
            pickup_branch=pickup,
            override=_staff(override),
        )
        self.agree("hold", expected, done)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(passing=PASSING, first=st.integers(0, 5), card=st.sampled_from(CARDS), pickup=BRANCH)
    def wait_and_have_it_brought_back(self, passing: int, first: int, card: str, pickup: str) -> None:
        self.wait_for_something_lent(passing, card, first, pickup, False)
        self.bring_something_back(passing, first, pickup)

    @precondition(lambda self: any(hold.kept for hold in self.model.state.holds))
    @rule(passing=PASSING, card=st.sampled_from(CARDS), which=st.integers(0, 3))
    def ask_for_what_is_kept(self, passing: int, card: str, which: int) -> None:
        kept = [hold for hold in self.model.state.holds if hold.kept is not None]
        hold = kept[which % len(kept)]
        self.lend(passing, card, str(hold.kept), hold.pickup, "")

    @precondition(lambda self: any(hold.kept for hold in self.model.state.holds))
    @rule(passing=PASSING, which=st.integers(0, 3), override=OVERRIDE)
    def fetch_what_is_kept(self, passing: int, which: int, override: str) -> None:
        kept = [hold for hold in self.model.state.holds if hold.kept is not None]
        hold = kept[which % len(kept)]
        self.lend(passing, hold.card, str(hold.kept), hold.pickup, override)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(
        passing=PASSING,
        card=st.sampled_from(CARDS),
        which=st.integers(0, 5),
        pickup=BRANCH,
        this_copy=st.booleans(),
    )
    def wait_for_something_lent(
        self, passing: int, card: str, which: int, pickup: str, this_copy: bool
    ) -> None:
        lent = [loan.barcode for loan in self.model.state.loans if loan.open]
        copy = self.model.state.copies[lent[which % len(lent)]]
        only = copy.barcode if this_copy else None
        self.place_hold(passing, card, copy.title, pickup, pickup, "", only)

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(passing=PASSING, card=st.sampled_from(CARDS), title=st.sampled_from(TITLES), branch=BRANCH)
    def cancel(self, passing: int, card: str, title: int, branch: str) -> None:
        at = self.later(passing)
        expected = self.model.cancel(card, title, at)
        done = self.kept.acts.cancel_hold(card, self.kept.titles[title], ActBy(at, branch))
        self.agree("cancel", expected, done)

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(passing=PASSING, which=st.integers(0, 5), days=st.sampled_from((None, 2, 9)), rest=st.booleans())
    def let_rest_or_wait_again(self, passing: int, which: int, days: int | None, rest: bool) -> None:
        at = self.later(passing)
        waiting = [hold for hold in self.model.state.holds if hold.state in OPEN]
        hold = waiting[which % len(waiting)]
        until = None if days is None else at.date() + timedelta(days=days)
        record, by = self.kept.titles[hold.title], ActBy(at, hold.pickup)
        if rest:
            expected = self.model.rest(hold.card, hold.title, until)
            done = self.kept.acts.change_hold.suspend(hold.card, record, by, until=until)
        else:
            expected = self.model.wait_again(hold.card, hold.title)
            done = self.kept.acts.change_hold.resume(hold.card, record, by)
        self.agree("rest", expected, done)

    @precondition(lambda self: self.acts_since_change >= ACTS_BETWEEN_CHANGES)
    @rule(barcode=BARCODE)
    def withdraw(self, barcode: str) -> None:
        expected = self.model.withdraw(barcode)
        done = self.kept.acts.withdraw(barcode, ActBy(self.now, BRANCHES[0]))
        # Nothing brings a withdrawn item back, and a library without items proves little.
        self.acts_since_change = -5 * ACTS_BETWEEN_CHANGES
        self.agree("withdraw", expected, done)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(passing=PASSING, which=st.integers(0, 5), barcode=BARCODE, any_item=st.sampled_from((0, 0, 0, 1)))
    def lose(self, passing: int, which: int, barcode: str, any_item: int) -> None:
        at, branch = self.later(passing), BRANCHES[0]
        lent = [loan.barcode for loan in self.model.state.loans if loan.open]
        barcode = barcode if any_item else lent[which % len(lent)]
        expected = self.model.lose(barcode, at)
        self.agree("lose", expected, self.kept.acts.declare_lost(barcode, ActBy(at, branch)))

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
            self.agree("settle", expected, self._settled(card, amount, waive, at))

    def _settled(self, card: str, cents: int, waive: bool, at: datetime) -> Outcome:
        by = ActBy(at, BRANCHES[0], account="desk")
        try:
            return self.kept.acts.settle(card, eur(cents), by, waive=waive, reason="as said")
        except MoreThanOwed:
            return Outcome("pay", False, "")

    @precondition(lambda self: any(hold.state in OPEN for hold in self.model.state.holds))
    @rule(passing=PASSING)
    def night(self, passing: int) -> None:
        at = self.later(passing)
        expected = self.model.night(at)
        assert self.kept.acts.nightly(at).holds_expired == expected
        self.agree("night", Answer(True), None)

    @precondition(lambda self: self.acts_since_change >= ACTS_BETWEEN_CHANGES)
    @rule(change=CHANGES)
    def change_something(self, change: Change) -> None:
        """Staff load other rules, change a person, or look at an item: what is open stays."""
        self.acts_since_change = -1
        if isinstance(change, Town):
            self.kept.configure(change)
            self.model.state.town = change
        elif len(change) == 3:
            self._change_person(*change)
        else:
            self._look_at_item(*change)
        self.agree("change", Answer(True), None)

    def _change_person(self, card: str, category: str, lost: bool) -> None:
        """Change the category in mid-loan, report the card lost or found, and lengthen it."""
        person = self.model.state.people[card]
        person.category, person.lost, person.expires = category, lost, None
        self.kept.change_person(person)

    def _look_at_item(self, barcode: str, condition: str) -> None:
        """Mend, put aside or miss what nobody has and nobody is promised."""
        state, item = self.model.state, self.model.state.copies[barcode]
        bound = state.loan_of(barcode) is not None or state.kept_for(barcode) is not None
        if not bound and item.condition in ("fine", "damaged", "missing"):
            item.condition = condition
            self.kept.set_condition(barcode, condition)

    def later(self, minutes: int) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def agree(self, act: str, expected: Answer | None, outcome: Outcome | None) -> None:
        """Compare what was said and what is there now."""
        self.acts_since_change += 1
        if expected is not None:
            self.tally.count(act, expected)
        if expected is not None and outcome is not None:
            assert _told(outcome) == expected, (act, self.now, outcome, expected)
        found, wanted = seen_in(self.kept), expected_in(self.model.state, self.kept.titles)
        assert found == wanted, _differing(act, self.now, found, wanted)


def _differing(act: str, now: datetime, found: Seen, wanted: Seen) -> str:
    """Say what is there that should not be, and what should be there."""
    lines = [f"after {act} at {now}:"]
    for name, rows in found.items():
        lines += [f"  {name}: found {row}" for row in rows if row not in wanted[name]]
        lines += [f"  {name}: expected {row}" for row in wanted[name] if row not in rows]
    return "\n".join(lines if len(lines) > 1 else [*lines, f"  another order: {found} != {wanted}"])


def _staff(aside: str) -> Override | None:
    codes = MAY[aside]
    return Override(frozenset(ReasonCode(code) for code in codes), "m.weber", "as said") if codes else None


def _told(outcome: Outcome) -> Answer:
    """Return an outcome in the model's words."""
    place = str(outcome.place) if outcome.place is not None else None
    return Answer(
        outcome.done,
        in_order(str(reason.code) for reason in outcome.reasons),
        outcome.due_at,
        outcome.charge.minor if outcome.charge is not None else 0,
        f"{place}:{outcome.place_branch}" if place == "transit" else place,
    )
