"""How the library is reached is told by what the branch has, else by the library's channels."""

from kiosk.model.calendar import Calendar
from kiosk.model.library import Branch, Channel, Library
from kiosk.model.texts import LocalText
from kiosk.words import wording
from kiosk.words.reaching import contact, ways_to_reach

ALWAYS = Calendar("Europe/Berlin")


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
