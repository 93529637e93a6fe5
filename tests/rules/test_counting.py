"""Sums by local day and hour: every event counts once under each facet, on its branch's own day."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar
from kiosk.model.happened import Dimension, Facet, Happened, Happening
from kiosk.model.library import Branch, Library
from kiosk.model.texts import LocalText
from kiosk.rules.counting import facet_of, first_day, span_of_days, sum_up, value_of

LIBRARY = Library(
    LocalText.of("Town"),
    "Europe/Berlin",
    "EUR",
    ("en",),
    branches=(
        Branch("MAIN", LocalText.of("Main"), Calendar("Europe/Berlin")),
        Branch("ISLAND", LocalText.of("Island"), Calendar("Atlantic/Azores")),
    ),
)
DAY = date(2026, 3, 29)  # the clocks go forward
BEGAN = datetime(2026, 3, 28, 0, 0, tzinfo=UTC)
EVENT = Happened(Happening.LOAN, BEGAN, "MAIN", "adult", "book", "Fiction")

moments = st.integers(0, 4 * 24 * 60).map(lambda minutes: BEGAN + timedelta(minutes=minutes))
events = st.builds(
    Happened,
    st.sampled_from(Happening),
    moments,
    st.sampled_from(["MAIN", "ISLAND", "GONE"]),
    st.sampled_from(["adult", "child", ""]),
    st.sampled_from(["book", "dvd"]),
    st.sampled_from(["Fiction", ""]),
    st.booleans(),
)


@given(st.lists(events, max_size=40))
def test_every_facet_counts_every_event_once(happened: list[Happened]) -> None:
    sums = sum_up(LIBRARY, happened, DAY - timedelta(days=9), DAY + timedelta(days=9))
    for facet in Facet:
        mine = [one for one in sums if one.facet is facet]
        assert sum(one.times for one in mine) == len(happened)
        assert sum(one.by_patrons for one in mine) == sum(one.by_patron for one in happened)


@given(st.lists(events, max_size=40))
def test_days_summed_alone_are_the_days_summed_together(happened: list[Happened]) -> None:
    days = [DAY - timedelta(days=n) for n in range(-4, 5)]
    together = sum_up(LIBRARY, happened, min(days), max(days))
    alone = [one for day in days for one in sum_up(LIBRARY, happened, day, day)]
    assert Counter(together) == Counter(alone)


@given(events)
def test_what_counts_on_a_day_lies_within_its_span(event: Happened) -> None:
    first, before = span_of_days(LIBRARY, DAY, DAY)
    if sum_up(LIBRARY, [event], DAY, DAY):
        assert first <= event.at < before


def test_an_hour_and_a_day_are_those_of_the_branch() -> None:
    late = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    both = [replace(EVENT, at=late), replace(EVENT, at=late, branch="ISLAND")]
    found = {
        (one.branch, one.day, one.value)
        for one in sum_up(LIBRARY, both, DAY - timedelta(days=1), DAY)
        if one.facet is Facet.HOUR
    }
    assert found == {("MAIN", DAY, "00"), ("ISLAND", DAY - timedelta(days=1), "22")}


def test_a_day_is_over_when_it_is_over_in_every_branch() -> None:
    assert first_day(LIBRARY, datetime(2026, 3, 28, 23, 30, tzinfo=UTC)) == DAY - timedelta(days=1)
    assert first_day(LIBRARY, datetime(2026, 3, 29, 3, 0, tzinfo=UTC)) == DAY
    assert first_day(replace(LIBRARY, branches=()), datetime(2026, 3, 29, 3, 0, tzinfo=UTC)) == DAY


def test_every_dimension_is_told_by_a_facet() -> None:
    (hour, kind, location) = sum_up(
        LIBRARY, [replace(EVENT, at=EVENT.at + timedelta(days=1, hours=9))], DAY, DAY
    )
    lines = {
        dimension: value_of({f.facet: f for f in (hour, kind, location)}[facet_of(dimension)], dimension)
        for dimension in Dimension
    }
    assert lines == {
        Dimension.DAY: "2026-03-29",
        Dimension.HOUR: "11",
        Dimension.BRANCH: "MAIN",
        Dimension.CATEGORY: "adult",
        Dimension.ITEM_TYPE: "book",
        Dimension.LOCATION: "Fiction",
    }
