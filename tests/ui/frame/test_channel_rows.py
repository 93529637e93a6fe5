"""What home says of how else the library is reached, at every hour; without a screen."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from kiosk.model.calendar import Calendar, Closure, OpenSpan
from kiosk.model.library import Channel
from kiosk.model.texts import LocalText
from kiosk.ui.patron.channel_rows import channel_rows, hours_in_brief
from kiosk.words import wording
from tests.ui.frame.test_help_state import LIBRARY, WEEK

ALWAYS = Calendar("Europe/Berlin")
BREAK = ((OpenSpan(time(10), time(12)), OpenSpan(time(14), time(18))),) * 5 + ((), ())


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    """Return a moment of a week in November that begins on Monday the 23rd, by the clock in Berlin."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


def brief(calendar: Calendar, now: datetime, language: str = "en") -> str:
    return hours_in_brief(calendar, now, wording(language, "Europe/Berlin"))


@pytest.mark.parametrize(
    ("calendar", "now", "said"),
    [
        (WEEK, at(10), "now until 18:00"),
        (WEEK, at(17, 59), "now until 18:00"),
        (WEEK, at(18, 1), "back Wed 10:00"),
        (WEEK, at(9, 59), "back from 10:00"),
        (WEEK, at(12, day=29), "back Mon 10:00"),
        (Calendar("Europe/Berlin", BREAK), at(11, 30), "now until 12:00"),
        (Calendar("Europe/Berlin", BREAK), at(13), "back from 14:00"),
        (ALWAYS, at(3), "any time"),
        (
            Calendar("Europe/Berlin", WEEK.week, (Closure(date(2026, 11, 24), date(2026, 12, 5)),)),
            at(12),
            "back 7 Dec 10:00",
        ),
        (
            Calendar("Europe/Berlin", WEEK.week, (Closure(date(2026, 11, 1), date(2028, 1, 1)),)),
            at(12),
            "not at the moment",
        ),
    ],
)
def test_the_hours_are_said_in_brief(calendar: Calendar, now: datetime, said: str) -> None:
    assert brief(calendar, now) == said


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("now", [at(12), at(9), at(20), at(12, day=29)])
def test_in_every_language_they_are_short_enough_for_a_strip(language: str, now: datetime) -> None:
    for calendar in (WEEK, ALWAYS):
        said = brief(calendar, now, language)
        assert 4 < len(said) <= 22
        assert "reach." not in said
        assert "{" not in said


def test_whoever_is_there_stands_first_and_the_rest_as_the_library_lists_them() -> None:
    words = wording("en", "Europe/Berlin")
    late = Channel("chat", "chat.example", Calendar("Europe/Berlin", BREAK), LocalText.of("Chat"))
    library = replace(LIBRARY, channels=(late, *LIBRARY.channels))
    assert [one.kind for one in channel_rows(library, "MAIN", words, at(13))] == ["phone", "email", "chat"]
    assert [one.kind for one in channel_rows(library, "MAIN", words, at(15))] == ["chat", "phone", "email"]
    assert [one.kind for one in channel_rows(library, "MAIN", words, at(20))] == ["email", "chat", "phone"]
    assert channel_rows(replace(library, channels=()), "MAIN", words, at(13)) == ()


def test_what_is_heard_says_more_than_what_is_seen() -> None:
    (phone, _mail) = channel_rows(LIBRARY, "MAIN", wording("en", "Europe/Berlin"), at(12))
    assert phone.told.endswith("+49 341 5550-120, open today until 18:00")
    assert phone.brief == "now until 18:00"


def test_the_channels_left_out_are_counted_as_each_language_counts() -> None:
    polish, german = (wording(language, "Europe/Berlin") for language in ("pl", "de"))
    assert [polish.count("reach.more", n) for n in (1, 2, 5, 22)] == ["inny", "inne", "innych", "inne"]
    assert [german.count("reach.more", n) for n in (1, 2)] == ["weiterer", "weitere"]
