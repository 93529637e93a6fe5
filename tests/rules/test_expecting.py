"""When a message will be read follows from opening hours, closures and the hours of channels."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.rules.calendar import open_state
from kiosk.rules.expecting import Expectation, expected
from kiosk.words import wording
from kiosk.words.expecting import expected_sentence

DAY = (OpenSpan(time(10), time(13)), OpenSpan(time(14), time(18)))
SHUT: tuple[OpenSpan, ...] = ()
BRANCH = Calendar(
    "Europe/Berlin",
    (DAY, DAY, SHUT, DAY, DAY, SHUT, SHUT),
    (Closure(date(2026, 12, 24), date(2027, 1, 3)),),
)
MAILBOX = Calendar("Europe/Berlin")
MAIL_DESK = Calendar("Europe/Berlin", ((OpenSpan(time(8), time(20)),),) * 5 + (SHUT, SHUT))


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment by the clocks of Berlin in winter; 23 November is a Monday."""
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (at(23, 15), "today until 18:00"),
        (at(23, 8), "today from 10:00"),
        (at(23, 12, 50), "today from 14:00"),
        (at(23, 17, 50), "tomorrow from 10:00"),
        (at(24, 19), "Thursday from 10:00"),
        (at(27, 19), "Monday from 10:00"),
        (at(23, 19, month=12), "Monday 4 January from 10:00"),
        (at(30, 11, month=12), "Monday from 10:00"),
    ],
)
def test_it_says_today_until_tomorrow_from_or_on_which_day(moment: datetime, said: str) -> None:
    words = wording("en", "Europe/Berlin")
    assert said in expected_sentence(expected(BRANCH, [MAILBOX], moment), moment, words)


@pytest.mark.parametrize(
    ("moment", "until", "starts"),
    [
        (at(23, 9), at(23, 20), None),
        (at(25, 9), at(25, 20), None),  # the branch rests on Wednesdays, the mail desk does not
        (at(28, 9), None, at(30, 8)),
        (at(24, 9, month=12), None, datetime(2027, 1, 4, 7, tzinfo=UTC)),  # a closure is everybody's
    ],
)
def test_a_channel_with_hours_of_its_own_is_read_by_those_but_not_while_the_branch_is_closed(
    moment: datetime, until: datetime | None, starts: datetime | None
) -> None:
    assert expected(BRANCH, [MAIL_DESK, MAILBOX], moment) == Expectation(until, starts)


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_where_no_hours_tell_no_time_is_promised(language: str) -> None:
    told = expected(MAILBOX, [], at(23, 9))
    sentence = expected_sentence(told, at(23, 9), wording(language, "Europe/Berlin"))
    assert told == Expectation()
    assert not any(map(str.isdigit, sentence))
    assert "expect." not in sentence


def test_a_branch_closed_for_good_promises_nothing() -> None:
    closed = replace(BRANCH, closures=(Closure(date(2026, 1, 1), date(2030, 1, 1)),))
    assert expected(closed, [MAIL_DESK], at(23, 9)) == Expectation()


@given(st.integers(0, 500 * 24 * 60))
def test_whenever_somebody_is_promised_somebody_is_there(minutes: int) -> None:
    moment = at(1, 9, month=1) + timedelta(minutes=minutes)
    told = expected(BRANCH, [MAILBOX], moment)
    if told.until is not None:
        assert open_state(BRANCH, moment).until == told.until > moment
    else:
        assert told.starts is not None
        assert told.starts > moment
        assert open_state(BRANCH, told.starts).open
