"""What the help dialog says at each step, and what a phone does with its codes; without a screen."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.model.errors import DatabaseUnavailable
from kiosk.model.library import Branch, Channel, Library
from kiosk.model.texts import LocalText
from kiosk.paper.squares import Modules, qr_modules
from kiosk.ui.patron.help_state import HelpState, HelpStep, help_state
from kiosk.ui.patron.qr_code import qr_path
from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import wording

WEEK = Calendar("Europe/Berlin", ((OpenSpan(time(10), time(18)),),) * 6 + ((),))
ALWAYS = Calendar("Europe/Berlin")
LIBRARY = Library(
    name=LocalText.of("Town Library"),
    time_zone="Europe/Berlin",
    currency="EUR",
    languages=("en", "de", "pl"),
    branches=(Branch("MAIN", LocalText.of("Main"), WEEK),),
    channels=(
        Channel("phone", "+49 341 5550-120", WEEK),
        Channel("email", "desk@library.example", ALWAYS),
    ),
)
EVENING = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)


def shown(step: HelpStep, language: str = "en") -> HelpState:
    trouble = trouble_behind(DatabaseUnavailable()) if step is HelpStep.TROUBLE else None
    return help_state(step, trouble, LIBRARY, "MAIN", wording(language, "Europe/Berlin"), EVENING)


def test_without_a_step_there_is_no_dialog() -> None:
    assert shown(HelpStep.NONE) == HelpState()


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("step", [step for step in HelpStep if step])
def test_every_step_is_said_in_every_language(step: HelpStep, language: str) -> None:
    said = shown(step, language)
    for text in (said.title, said.text):
        assert text
        assert "help." not in text
        assert "{" not in text


def test_while_closed_it_says_when_it_opens_and_how_else_the_library_is_reached() -> None:
    said = shown(HelpStep.CLOSED)
    assert "closed until Wednesday, 10:00" in said.text
    assert [(one.kind, one.open) for one in said.channels] == [("email", True), ("phone", False)]
    assert all(one.qr and one.qr_size >= 21 and one.name in one.code_name for one in said.channels)


def test_with_the_database_away_it_says_so_with_the_code_and_shows_the_channels() -> None:
    said = shown(HelpStep.TROUBLE)
    assert DatabaseUnavailable.code in said.text
    assert len(said.channels) == 2


def test_a_code_is_drawn_once_however_often_the_dialog_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(link: str) -> Modules:
        drawn.append(link)
        return qr_modules(link)

    monkeypatch.setattr("kiosk.ui.patron.help_state.qr_modules", draw)
    new = replace(LIBRARY, channels=(Channel("email", "just-opened@library.example", ALWAYS),))
    words = wording("en", "Europe/Berlin")
    states = [help_state(HelpStep.REACH, None, new, "MAIN", words, EVENING) for _ in range(3)]
    assert drawn == ["mailto:just-opened@library.example"]
    assert states[0] == states[2]
    assert states[0].channels[0].qr == qr_path(qr_modules(drawn[0]))


def test_once_staff_come_nothing_else_is_shown() -> None:
    assert shown(HelpStep.CALLED).channels == ()
