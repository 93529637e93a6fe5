"""Small worlds with a random past: a few readers, titles and copies, and what was done with them."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import strategies as st

from kiosk.model.decision import ReasonCode
from kiosk.model.errors import KioskError
from kiosk.model.outcome import Outcome

from .desk import MAIN, NOON, NORTH, Desk, by, rule, staff_may, town_library

CARDS = ("anna", "boris", "celia")
COPIES = {"a1": 0, "a2": 0, "b1": 1}  # by title
BRANCHES = (MAIN, NORTH)
_numbers = itertools.count(1)


PAST_ACTS = (
    *("lend", "lend", "return", "return", "renew", "hold", "hold_item", "cancel", "lose", "night"),
    *("undo", "suspend", "resume", "move"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens, so many hours after the one before."""

    act: str
    card: str
    copy: str
    branch: str
    hours: int


STEPS = st.builds(
    Step,
    act=st.sampled_from(PAST_ACTS),
    card=st.sampled_from(CARDS),
    copy=st.sampled_from(tuple(COPIES)),
    branch=st.sampled_from(BRANCHES),
    hours=st.sampled_from((0, 1, 24, 24 * 8, 24 * 30)),
)
PASTS = st.lists(STEPS, max_size=14)


@dataclass
class World:
    """One small world of its own at a desk that others share: cards and barcodes carry its number."""

    desk: Desk
    now: datetime = NOON
    number: int = field(default_factory=lambda: next(_numbers))
    titles: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk.configure(SMALL_RULES)
        self.titles = [self.desk.title("Emma"), self.desk.title("Solaris")]
        for card, category in zip(CARDS, ("adult", "adult", "child"), strict=True):
            self.desk.reader(self.own(card), category=category)
        for copy, title in COPIES.items():
            kind = "dvd" if title else "book"
            branch = NORTH if copy == "a2" else MAIN
            self.desk.copy(self.own(copy), self.titles[title], item_type=kind, branch=branch)

    def own(self, name: str) -> str:
        """Return the card or barcode of that name in this world."""
        return f"{name}-{self.number}"

    def live(self, past: list[Step]) -> list[Outcome | None]:
        return [self.do(step) for step in past]

    def do(self, step: Step) -> Outcome | None:
        """Let the step happen; None where it is no act upon one item, or not possible at all."""
        self.now += timedelta(hours=step.hours)
        who, what, where = self.own(step.card), self.own(step.copy), by(self.now, step.branch)
        record = self.titles[COPIES[step.copy]]
        acts = self.desk.acts
        try:
            match step.act:
                case "lend":
                    return acts.checkout(who, what, where)
                case "return":
                    return acts.checkin(what, where)
                case "renew":
                    return acts.renew(who, what, where)
                case "hold":
                    # Staff may keep a copy that stands on the shelf, so that queues come to be.
                    override = staff_may(ReasonCode.HOLD_AVAILABLE_NOW)
                    return acts.place_hold(who, record, where, override=override)
                case "hold_item":
                    override = staff_may(ReasonCode.HOLD_AVAILABLE_NOW)
                    return acts.place_hold(who, record, where, item=what, override=override)
                case "undo":
                    return acts.undo(who, what, where)
                case "suspend":
                    return acts.change_hold.suspend(who, record, where)
                case "resume":
                    return acts.change_hold.resume(who, record, where)
                case "move":
                    return acts.change_hold.fetch_at(who, record, step.branch, where)
                case "cancel":
                    return acts.cancel_hold(who, record, where)
                case "lose":
                    return acts.declare_lost(what, where)
                case _:
                    acts.nightly(self.now)
        except KioskError:
            return None
        return None


SMALL_RULES = town_library(
    rule(3, {"patron_category": "child"}, max_loans=1),
    rule(4, {"patron_category": "child", "item_type": "dvd"}, renewals=0, minimum_age=6),
    max_loans=2,
    max_holds=2,
    block_overdue=2,
)
