"""How the library is reached is told by what the branch has, else by the library's channels."""

from dataclasses import replace
from datetime import time

from kiosk.model.calendar import Calendar, OpenSpan
from kiosk.model.library import Branch, Channel, Library
from kiosk.model.texts import LocalText
from kiosk.words import wording
from kiosk.words.reaching import contact, way_name, ways_of, ways_to_reach

ALWAYS = Calendar("Europe/Berlin")
WEEK = Calendar("Europe/Berlin", ((OpenSpan(time(10), time(18)),),) * 5 + ((), ()))


def library(*channels: Channel, phone: str | None = None) -> Library:
    return Library(
        name=LocalText.of("Town Library"),
        time_zone="Europe/Berlin",
        currency="EUR",
        languages=("en",),
        branches=(Branch("MAIN", LocalText.of("Main"), ALWAYS, phone=phone),),
        channels=channels,
    )


def test_a_branch_tells_its_own_ways_and_takes_what_it_lacks_from_the_library_s_channels() -> None:
    there = library(Channel("phone", "1", ALWAYS), Channel("email", "a@b.example", ALWAYS), phone="0341 5550")
    assert ways_to_reach(there, "MAIN") == "0341 5550\na@b.example"
    assert ways_to_reach(there, "NOWHERE") == "1\na@b.example"


def test_where_there_is_nothing_nothing_is_told() -> None:
    assert ways_to_reach(library(), "MAIN") == ""
    assert contact(library(), "MAIN", wording("en")) == "Main"
    assert contact(library(), "NOWHERE", wording("en")) == "Town Library"


def own(there: Library, phone: str, *, email: str | None = None, web: str | None = None) -> Library:
    (branch,) = there.branches
    own_ways = replace(branch, calendar=WEEK, phone=phone, email=email, web=web)
    return replace(there, branches=(own_ways,))


def test_a_branch_s_own_number_stands_for_the_central_one_with_the_hours_of_the_branch() -> None:
    desk, line = (Channel("phone", value, ALWAYS, LocalText.of(value)) for value in ("5550 120", "5550 999"))
    mail = Channel("email", "desk@b.example", WEEK)
    there = own(library(desk, mail, line), phone="5550 160", email="west@b.example")
    assert ways_of(there, "main") == (
        Channel("phone", "5550 160", WEEK),
        Channel("email", "west@b.example", ALWAYS),
        line,
    )
    assert ways_of(there, "NOWHERE") == there.channels


def test_a_number_that_the_library_lists_keeps_its_name_and_hours_and_comes_first() -> None:
    desk, line = (Channel("phone", value, ALWAYS, LocalText.of(value)) for value in ("5550 120", "5550-160"))
    there = own(library(desk, line), phone="5550 160", web="b.example/")
    assert ways_of(there, "MAIN") == (line, desk, Channel("web", "b.example/", ALWAYS))
    assert ways_to_reach(there, "MAIN") == "5550-160\nb.example/"


def test_without_channels_the_branch_is_reached_as_it_says_itself() -> None:
    there = own(library(), phone="5550 160", email="west@b.example")
    assert [(way.kind, way.value) for way in ways_of(there, "MAIN")] == [
        ("phone", "5550 160"),
        ("email", "west@b.example"),
    ]
    assert way_name(ways_of(there, "MAIN")[0], wording("en")) == "Telephone"
