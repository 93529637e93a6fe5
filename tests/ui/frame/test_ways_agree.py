"""Whatever a kiosk tells of how its library is reached, it tells everywhere alike: its own branch's ways."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.model.clock import FixedClock
from kiosk.model.library import KioskProfile, Library
from kiosk.model.request import RequestKind
from kiosk.paper.reach import reach_parts
from kiosk.paper.roll import RollPicture
from kiosk.paper.roll_text import roll_text
from kiosk.policies.answer import Answered, ArticleAnswer, Band
from kiosk.policies.live.opening import channels_shown
from kiosk.staff.library_file import read_library_file
from kiosk.ui.patron.answer_note import answer_note
from kiosk.ui.patron.answer_paper import answer_slip
from kiosk.ui.patron.answer_reading import Reading
from kiosk.ui.patron.answer_state import AnswerInputs, answer_state
from kiosk.ui.patron.answer_visit import surroundings_of
from kiosk.ui.patron.channel_rows import channel_rows
from kiosk.ui.patron.flows.requesting import Asked
from kiosk.ui.patron.help_state import HelpStep, help_state
from kiosk.ui.patron.receipts import checkout_receipt, return_receipt
from kiosk.ui.patron.request_paper import number_paper
from kiosk.ui.patron.visit import Visit
from kiosk.words.contact_card import contact_card
from kiosk.words.opening import week_sentence
from tests.ui.frame.test_help_state import EVENING

DOMAIN = "stadtbibliothek-lindenau.example"
WAYS = {
    "MAIN": ["+49 341 5550 120", f"auskunft@{DOMAIN}", f"www.{DOMAIN}"],
    "WEST": ["+49 341 5550 160", f"west@{DOMAIN}", f"www.{DOMAIN}"],
}
ANSWER = ArticleAnswer("wifi", "de", "visit", "WLAN?", None, None, (), "", (), (), date(2026, 11, 24))


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library_file(Path(__file__).parents[3] / "data" / "library.toml")


def at(library: Library, branch: str) -> Visit:
    return Visit(library, KioskProfile("here", branch, ("de",)), FixedClock(EVENING), "de")


def told(library: Library, branch: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each place that tells the ways, with their values."""
    visit = at(library, branch)
    words, nothing = visit.words, Reading(Answered("?", "de", Band.NONE))
    help_shown = help_state(HelpStep.REACH, None, library, branch, words, EVENING)
    none = answer_state(AnswerInputs(), nothing, surroundings_of(visit))
    yield "home", [one.value for one in channel_rows(library, branch, words, EVENING)]
    yield "help", [one.value for one in help_shown.channels]
    yield "answer none", [one.value for one in none.channels]
    yield "answers at the command line", [o.value for o in channels_shown(library, branch, EVENING, words)]
    yield "note", answer_note(ANSWER, library, branch, words).text.splitlines()[-3:]
    slip, lent, returned = (
        answer_slip(ANSWER, visit).reach,
        checkout_receipt((), visit).reach,
        return_receipt((), visit).reach,
    )
    for name, reach in (("slip", slip), ("receipt", lent), ("receipt of returns", returned)):
        yield name, [way.value for way in reach.ways]
        assert reach.card == contact_card(library, branch, words)


@pytest.mark.parametrize("branch", ["MAIN", "WEST"])
def test_every_place_names_the_same_ways(library: Library, branch: str) -> None:
    for place, ways in told(library, branch):
        assert sorted(ways) == sorted(WAYS[branch]), place


@pytest.mark.parametrize("branch", ["MAIN", "WEST"])
def test_the_card_has_the_number_that_belongs_to_its_address(library: Library, branch: str) -> None:
    visit = at(library, branch)
    card = contact_card(library, branch, visit.words).splitlines()
    phone, mail, web = WAYS[branch]
    there = library.branch(branch)
    assert there is not None
    assert there.address
    assert [f"TEL:{phone.replace(' ', '')}", f"EMAIL:{mail}", f"URL:https://{web}"] == card[5:8]
    assert there.address.split(",")[0] in card[8]


def test_the_branch_s_own_telephone_has_the_branch_s_hours(library: Library) -> None:
    visit, west = at(library, "WEST"), library.branch("WEST")
    assert west is not None
    (phone,) = (w for w in channel_rows(library, "WEST", visit.words, EVENING) if w.kind == "phone")
    assert (phone.name, phone.brief, phone.open) == ("Telefon", "wieder ab Do. 10:00", False)
    reach = help_state(HelpStep.REACH, None, library, "WEST", visit.words, EVENING).channels
    (in_help,) = (way for way in reach if way.kind == "phone")
    assert (in_help.state, in_help.brief, in_help.open) == (phone.state, phone.brief, phone.open)
    on_paper = answer_slip(ANSWER, visit).reach.ways[0]
    assert on_paper.hours == week_sentence(west.calendar, visit.words)


def test_the_slip_of_a_number_ends_with_the_ways_their_hours_and_the_code(library: Library) -> None:
    visit = at(library, "WEST")
    asked = Asked("K7-4MP", RequestKind.QUESTION, with_card=False)
    roll = number_paper(asked, visit).roll()
    reach = answer_slip(ANSWER, visit).reach
    assert roll.parts[-len(tuple(reach_parts(reach))) :] == tuple(reach_parts(reach))
    assert all(f"{way.value}\n  {way.hours}" in roll_text(roll) for way in reach.ways)
    assert isinstance(roll.parts[-1], RollPicture)
