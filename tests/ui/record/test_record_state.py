"""The answer on a record as a table: until when, from when, or why not."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.model.decision import Reason, ReasonCode, Say, SayCode
from kiosk.ui.patron.date_slips import Slip
from kiosk.ui.patron.record_panel import Asked, panel
from kiosk.ui.patron.title_rows import GOOD, STOP, WAIT
from kiosk.words import wording
from tests.ui.find.test_find_state import LIBRARY

NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
DUE = datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)
EN, DE, PL = (wording(code, "Europe/Berlin") for code in ("en", "de", "pl"))


def asked(say: Say, form: str = "book", items: int = 3, available: int = 2) -> Asked:
    return Asked(say, form, items, available, "MAIN", NOW)


def test_it_is_yours_until_a_day_told_with_weekday_and_month() -> None:
    said = panel(asked(Say(SayCode.TAKE_NOW, due_at=DUE)), LIBRARY, DE)
    assert (said.headline, said.first, said.second) == (
        "Ihres bis Di., 22. Dezember",
        "wenn Sie es heute ausleihen · 28 Tage",
        "2 von 3 Exemplaren sind da",
    )
    assert (said.tone, said.slip) == (GOOD, Slip("Di.", "22", "Dezember", GOOD))


def test_a_loan_of_hours_names_the_hour() -> None:
    said = panel(asked(Say(SayCode.TAKE_NOW, due_at=NOW + timedelta(hours=3))), LIBRARY, EN)
    assert said.headline == "Yours until Tue 24 November, 17:32"
    assert said.first == "if you borrow it today"


def test_what_stands_in_the_way_is_said_instead_of_a_promise() -> None:
    said = panel(asked(Say(SayCode.TAKE_NOW, reasons=(Reason(ReasonCode.CARD_LOST),))), LIBRARY, EN)
    assert (said.tone, said.slip) == (WAIT, None)
    assert said.first
    assert said.second
    assert not said.first.startswith("reason.")


@pytest.mark.parametrize(
    ("say", "headline", "first", "tone", "dated"),
    [
        (
            Say(SayCode.BACK_ON, back_at=DUE),
            "Back on Tue 22 December",
            "nobody is waiting: place a hold",
            WAIT,
            True,
        ),
        (
            Say(SayCode.HOLD, back_at=DUE, position=3),
            "Back on Tue 22 December",
            "place a hold: you would be number 3",
            WAIT,
            True,
        ),
        (
            Say(SayCode.HOLD, position=2),
            "Lent out, day of return not known",
            "place a hold: you would be number 2",
            WAIT,
            False,
        ),
        (
            Say(SayCode.HOLD, position=2, own=True),
            "Lent out, day of return not known",
            "on hold for you: you are number 2",
            WAIT,
            False,
        ),
        (
            Say(SayCode.ONLY_HERE),
            "Only to use here",
            "read it in the library as long as you like",
            GOOD,
            False,
        ),
        (Say(SayCode.ONLINE), "Read at home", "on your own device, with your card, any time", GOOD, False),
        (Say(SayCode.NONE), "Cannot be borrowed at present", "please ask the staff", STOP, False),
        (Say(SayCode.TAKE_NOW, branch="WEST"), "Here: take it along", "West Branch", GOOD, False),
    ],
)
def test_every_word_has_its_panel(say: Say, headline: str, first: str, tone: int, dated: bool) -> None:
    said = panel(asked(say), LIBRARY, EN)
    assert (said.headline, said.first, said.tone, said.slip is not None) == (headline, first, tone, dated)


@pytest.mark.parametrize(
    ("items", "available", "text"),
    [(3, 2, "na miejscu 2 z 3 egzemplarzy"), (1, 0, "jedyny egzemplarz jest wypożyczony"), (0, 0, "")],
)
def test_copies_are_counted_in_the_forms_of_the_language(items: int, available: int, text: str) -> None:
    said = panel(asked(Say(SayCode.BACK_ON, back_at=DUE), items=items, available=available), LIBRARY, PL)
    assert said.second == text
