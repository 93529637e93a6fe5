"""The state machine: every act is done twice, by the product and by the model, and all must agree."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kiosk.model.outcome import ActBy
from tests.machine_of_loans.changed_holds import ChangedHolds
from tests.machine_of_loans.game import BARCODE, BRANCH, CARD, MAY, OVERRIDE, PASSING, staff_may, tried
from tests.machine_of_loans.money import Money
from tests.machine_of_loans.plain import OPEN, Answer, Town
from tests.machine_of_loans.worlds import BARCODES, BRANCHES, CARDS, CATEGORIES, TITLES, TOWNS

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


class Circulation(ChangedHolds, Money):
    """A game with all that is done at a desk."""

    @rule(passing=PASSING, card=CARD, barcode=BARCODE, branch=BRANCH, override=OVERRIDE)
    def lend(self, passing: int, card: str, barcode: str, branch: str, override: str) -> None:
        at = self.later(passing)
        expected = self.model.checkout(card, barcode, branch, at, MAY[override])
        by = ActBy(at, branch)
        self.agree("lend", expected, self.kept.acts.checkout(card, barcode, by, override=staff_may(override)))

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
        self.agree("renew", expected, self.kept.acts.renew(card, barcode, by, override=staff_may(override)))

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
            override=staff_may(override),
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

    @precondition(lambda self: self.acts_since_change >= ACTS_BETWEEN_CHANGES)
    @rule(passing=PASSING, barcode=BARCODE, branch=BRANCH, back=st.sampled_from((True, True, False)))
    def miss_a_part(self, passing: int, barcode: str, branch: str, back: bool) -> None:
        """Something lacks of what has just been handed in, or was thought to have been."""
        self.acts_since_change = 0
        if back:
            self.take_back(passing, barcode, branch, 0)
        expected = self.model.incomplete(barcode, branch)
        done = self.kept.acts.report_incomplete(barcode, "A part lacks.", "en", ActBy(self.now, branch))
        self.agree("incomplete", expected, done)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(which=st.integers(0, 5), claims=st.booleans(), barcode=BARCODE, any_item=st.sampled_from((0, 0, 1)))
    def claim(self, which: int, claims: bool, barcode: str, any_item: int) -> None:
        """Somebody says to have returned it long ago, or owns to having it; then mostly wants to renew it."""
        lent = [loan for loan in self.model.state.loans if loan.open]
        loan = lent[which % len(lent)]
        barcode = barcode if any_item else loan.barcode
        expected, by = self.model.claim(barcode, claims), ActBy(self.now, BRANCHES[0], account="desk")
        done = tried(lambda: self.kept.acts.claim_returned(barcode, by, claims=claims))
        self.agree("claim", expected, done)
        if not any_item and loan.card is not None:
            self.renew(0, loan.card, loan.barcode, BRANCHES[0], "")

    @precondition(lambda self: self.acts_since_change >= ACTS_BETWEEN_CHANGES)
    @rule(barcode=BARCODE)
    def withdraw(self, barcode: str) -> None:
        expected = self.model.withdraw(barcode)
        done = self.kept.acts.withdraw(barcode, ActBy(self.now, BRANCHES[0]))
        # Nothing brings a withdrawn item back, and a library without items proves little.
        self.acts_since_change = -5 * ACTS_BETWEEN_CHANGES
        self.agree("withdraw", expected, done)

    @precondition(lambda self: any(loan.open for loan in self.model.state.loans))
    @rule(passing=PASSING, which=st.integers(0, 5), barcode=BARCODE, any_item=st.sampled_from((0, 0, 1)))
    def lose(self, passing: int, which: int, barcode: str, any_item: int) -> None:
        at, branch = self.later(passing), BRANCHES[0]
        lent = [loan.barcode for loan in self.model.state.loans if loan.open]
        barcode = barcode if any_item else lent[which % len(lent)]
        expected = self.model.lose(barcode, at)
        self.agree("lose", expected, self.kept.acts.declare_lost(barcode, ActBy(at, branch)))

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
            self.look_at_item(*change)
        self.agree("change", Answer(True), None)

    def _change_person(self, card: str, category: str, lost: bool) -> None:
        """Change the category in mid-loan, report the card lost or found, and lengthen it."""
        person = self.model.state.people[card]
        person.category, person.lost, person.expires = category, lost, None
        self.kept.change_person(person)

    def look_at_item(self, barcode: str, condition: str) -> None:
        """Mend, put aside or miss what nobody has and nobody is promised."""
        state, item = self.model.state, self.model.state.copies[barcode]
        bound = state.loan_of(barcode) is not None or state.kept_for(barcode) is not None
        if not bound and item.condition in ("fine", "damaged", "missing"):
            item.condition = condition
            self.kept.set_condition(barcode, condition)
