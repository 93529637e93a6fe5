"""One game: a library opened twice, by the product and by the model, and compared after every act."""

import copy as copying
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from kiosk.model.decision import Override, ReasonCode
from kiosk.model.errors import InputError
from kiosk.model.outcome import Outcome
from tests.machine_of_loans.library import Kept, Seen, expected_in, seen_in
from tests.machine_of_loans.model import Model
from tests.machine_of_loans.plain import Answer, Loan, State, Town
from tests.machine_of_loans.reasons import STAFF_MAY, in_order
from tests.machine_of_loans.worlds import BARCODES, BEGINNINGS, BRANCHES, CARDS, World, worlds

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


class Tally:
    """Counts what a run came upon, so that an empty proof is noticed."""

    def __init__(self) -> None:
        self.steps = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.places: Counter[str] = Counter()

    def count(self, act: str, answer: Answer) -> None:
        self.steps += 1
        (self.done if answer.done else self.refused)[act] += 1
        self.codes.update(() if answer.done else answer.codes)
        self.codes.update(() if answer.error is None else (answer.error,))
        if answer.place is not None:
            self.places[answer.place.partition(":")[0]] += 1


class Game(RuleBasedStateMachine):
    """A game without acts; ``kept`` is the library that all games of a run share."""

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

    def later(self, minutes: int) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def agree(
        self,
        act: str,
        expected: Answer | None,
        outcome: Outcome | InputError | None,
        *,
        again: bool = False,
    ) -> None:
        """Compare what was said and what is there now; an act sent ``again`` is not another one."""
        self.acts_since_change += not again
        if expected is not None and not again:
            self.tally.count(act, expected)
        if expected is not None and outcome is not None:
            assert _told(outcome) == expected, (act, self.now, outcome, expected)
        found, wanted = seen_in(self.kept), expected_in(self.model.state, self.kept.titles)
        assert found == wanted, _differing(act, self.now, found, wanted)

    def agree_on_each(self, act: str, expected: Sequence[Answer], outcomes: Sequence[Outcome]) -> None:
        """Compare the answers to several acts that are done at once."""
        assert [_told(outcome) for outcome in outcomes] == list(expected), (act, self.now, outcomes, expected)
        codes = in_order(code for answer in expected for code in answer.codes)
        self.agree(act, Answer(all(answer.done for answer in expected), codes), None)


def _differing(act: str, now: datetime, found: Seen, wanted: Seen) -> str:
    """Say what is there that should not be, and what should be there."""
    lines = [f"after {act} at {now}:"]
    for name, rows in found.items():
        lines += [f"  {name}: found {row}" for row in rows if row not in wanted[name]]
        lines += [f"  {name}: expected {row}" for row in wanted[name] if row not in rows]
    return "\n".join(lines if len(lines) > 1 else [*lines, f"  another order: {found} != {wanted}"])


def staff_may(aside: str) -> Override | None:
    codes = MAY[aside]
    return Override(frozenset(ReasonCode(code) for code in codes), "m.weber", "as said") if codes else None


def tried(act: Callable[[], Outcome]) -> Outcome | InputError:
    """Return what became of an act, or the error that says what was asked in vain."""
    try:
        return act()
    except InputError as error:
        return error


def _told(outcome: Outcome | InputError) -> Answer:
    """Return an outcome in the model's words."""
    if isinstance(outcome, InputError):
        return Answer(False, error=outcome.key.removeprefix("error."))
    place = str(outcome.place) if outcome.place is not None else None
    return Answer(
        outcome.done,
        in_order(str(reason.code) for reason in outcome.reasons),
        outcome.due_at,
        outcome.charge.minor if outcome.charge is not None else 0,
        f"{place}:{outcome.place_branch}" if place == "transit" else place,
    )
