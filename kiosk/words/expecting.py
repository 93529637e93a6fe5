"""Says when a message will be read."""

from datetime import datetime

from kiosk.rules.expecting import Expectation
from kiosk.words.wording import Wording

_WEEK = 7


def expected_sentence(expectation: Expectation, at: datetime, words: Wording) -> str:
    """Return "today until 18:00", "tomorrow from 10:00", "Monday from 10:00", as a sentence."""
    if expectation.until is not None:
        return words("expect.today_until", time=words.clock(expectation.until))
    starts = expectation.starts
    if starts is None:
        return words("expect.soon")
    time = words.clock(starts)
    ahead = (starts.astimezone(words.zone).date() - at.astimezone(words.zone).date()).days
    if ahead <= 0:
        return words("expect.today_from", time=time)
    if ahead == 1:
        return words("expect.tomorrow", time=time)
    day = words.dated(starts, "weekday_full") if ahead < _WEEK else words.day(starts)
    return words("expect.day", day=day, time=time)
