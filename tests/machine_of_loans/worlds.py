"""Draws libraries: calendars, rules, readers and copies, in the model's plain words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.machine_of_loans.plain import Branch, Copy, Person, Rule, Town

MAIN, NORTH, ISLAND = "MAIN", "NORTH", "ISLAND"
BRANCHES = (MAIN, NORTH, ISLAND)
CATEGORIES = ("adult", "child")
TYPES = ("book", "dvd")
CARDS = ("ada", "bob", "cem", "dot")
TITLES = (0, 1, 2)
BARCODES = ("a1", "a2", "a3", "b1", "b2", "c1")
_OF_TITLE = {"a": 0, "b": 1, "c": 2}

# Days about which clocks and calendars disagree most: both changes of the clock, Christmas, a leap day.
BEGINNINGS = (
    datetime(2026, 3, 20, 9, 0, tzinfo=UTC),
    datetime(2026, 10, 16, 16, 30, tzinfo=UTC),
    datetime(2026, 12, 14, 22, 30, tzinfo=UTC),
    datetime(2028, 2, 21, 11, 0, tzinfo=UTC),
)
_DAY_LONG = ((540, 1080),)
_WITH_A_GAP = ((600, 780), (840, 1140))
_WEEKS = (
    None,
    (*(_DAY_LONG,) * 5, (), ()),
    ((), _DAY_LONG, _WITH_A_GAP, _DAY_LONG, _WITH_A_GAP, ((600, 840),), ()),
)
_CLOSURES = (
    (),
    ((date(2026, 12, 24), date(2027, 1, 1)), (date(2027, 4, 2), date(2027, 4, 5))),
    ((date(2026, 3, 27), date(2026, 4, 6)), (date(2026, 10, 24), date(2026, 10, 26))),
    ((date(2028, 2, 28), date(2028, 3, 2)),),
)
_PERIODS = ((1, "days"), (7, "days"), (28, "days"), (3, "hours"), (30, "hours"))


def _zone(code: str) -> str:
    return "Atlantic/Azores" if code == ISLAND else "Europe/Berlin"


def _branch(code: str) -> st.SearchStrategy[Branch]:
    return st.builds(
        Branch,
        code=st.just(code),
        zone=st.just(_zone(code)),
        week=st.sampled_from(_WEEKS),
        closures=st.sampled_from(_CLOSURES),
    )


# What each value may be; the first is what shrinking tends to.
_CHOICES: dict[str, tuple[Any, ...]] = {
    "loanable": (True, True, True, False),
    "loan_period": _PERIODS,
    "fixed_due_date": (date(2026, 4, 3), date(2026, 12, 31), date(2028, 2, 29)),
    "closed_days": ("next_open_day", "keep", "previous_open_day"),
    "max_loans": (3, 2, 1),
    "renewals": (2, 1, 0),
    "renewal_period": _PERIODS,
    "renew_not_before": (5, 1, 0),
    "holds": (True, True, False),
    "max_holds": (2, 1),
    "hold_shelf_days": (3, 7, 1),
    "minimum_age": (6, 16),
    "loan_fee": (150, 0, 40),
    "fine_per_day": (20, 100, 0),
    "fine_grace_days": (0, 2),
    "fine_closed_days": (False, True),
    "fine_max": (500, 150),
    "replacement_fee": (1500, 0),
    "block_owing": (1000, 200, 0),
    "block_overdue": (2, 1),
}
_EASY: dict[str, tuple[Any, ...]] = {
    "loan_period": ((28, "days"), (7, "days"), (30, "hours")),
    "max_loans": (4, 2),
    "renewals": (2, 1),
    "fine_per_day": (20, 0, 100),
    "replacement_fee": (1500, 0),
    "hold_shelf_days": (3, 7),
    "closed_days": ("next_open_day", "keep", "previous_open_day"),
}
_SCOPES = tuple(
    (branch, category, kind)
    for branch in (None, MAIN, NORTH)
    for category in (None, *CATEGORIES)
    for kind in (None, *TYPES)
    if (branch, category, kind) != (None, None, None)
)


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, ...]:
    """Draw a row for everybody and some for a few; it lends more than it forbids."""
    basic = {name: draw(st.sampled_from(choices)) for name, choices in _EASY.items()}
    for name in draw(st.sets(st.sampled_from(tuple(_CHOICES)), max_size=3)):
        basic[name] = draw(st.sampled_from(_CHOICES[name]))
    scopes = draw(st.lists(st.sampled_from(_SCOPES), max_size=4, unique=True))
    return (Rule((None, None, None), basic), *(Rule(scope, _some_values(draw)) for scope in scopes))


def _some_values(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.sets(st.sampled_from(tuple(_CHOICES)), min_size=1, max_size=3))
    return {name: draw(st.sampled_from(_CHOICES[name])) for name in sorted(names)}


TOWNS = st.builds(
    Town,
    branches=st.tuples(*(_branch(code) for code in BRANCHES)),
    rules=rules(),
    lend_other_branches=st.sampled_from((True, True, True, False)),
    children_first=st.booleans(),
)


@dataclass(frozen=True)
class World:
    """A library with its readers and copies at the beginning of a game."""

    town: Town
    people: tuple[Person, ...]
    copies: tuple[Copy, ...]
    begins: datetime
    lent_to_nobody_known: bool


_BIRTHS = (date(1980, 5, 17), date(2012, 2, 29), date(2020, 12, 30), None)


def _rarely(draw: st.DrawFn) -> bool:
    """Draw one in ten: a number from the middle, for those at the ends are drawn more often."""
    return draw(st.integers(0, 9)) == 4


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a world."""
    begins = draw(st.sampled_from(BEGINNINGS))
    people = [
        Person(
            card,
            draw(st.sampled_from(CATEGORIES)),
            draw(st.sampled_from(_BIRTHS)),
            begins.date() + timedelta(days=20) if _rarely(draw) else None,
            "lost the key" if _rarely(draw) else None,
        )
        for card in CARDS
    ]
    copies = [
        Copy(
            barcode,
            _OF_TITLE[barcode[0]],
            draw(st.sampled_from(BRANCHES)),
            draw(st.sampled_from(TYPES)),
            draw(st.sampled_from((None, 1234, 90))),
            _rarely(draw),
            draw(st.sampled_from(("damaged", "missing", "withdrawn"))) if _rarely(draw) else "fine",
        )
        for barcode in BARCODES
    ]
    return World(draw(TOWNS), tuple(people), tuple(copies), begins, draw(st.booleans()))
