"""Contact and address stand among the library's articles, in every language and with what is true now."""

from datetime import timedelta

import pytest

from kiosk.model.library import Library
from kiosk.policies.answer import Band
from kiosk.policies.asking import Asking
from kiosk.policies.blocks import Table
from tests.policies.conftest import NOW

ASKED = {
    "de": ("Wie kann ich euch erreichen?", "An welcher Adresse ist die Bücherei?"),
    "en": ("How do I contact you?", "What is the address of the library?"),
    "pl": ("Jak się z wami skontaktować?", "Jaki jest adres biblioteki?"),
}
HOURS = {"de": ("bis 19:00", "Mittwoch 10:00"), "en": ("until 19:00", "Wednesday"), "pl": ("do 19:00", "śr")}


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_channel_stands_there_with_its_hours_by_day_and_by_night(
    asking: Asking, sample_library: Library, language: str
) -> None:
    for at, said in zip((NOW, NOW + timedelta(hours=6)), HOURS[language], strict=True):
        found = asking.article("contact", language, branch="MAIN", at=at)
        assert found is not None
        (table,) = (block for block in found.blocks if isinstance(block, Table) and block.name == "channels")
        told = {row.key: " ".join(row.cells) for row in table.rows}
        for channel in sample_library.channels:
            assert channel.value in told[channel.kind]
        assert said in told["phone"]


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_the_address_of_every_branch_stands_there(
    asking: Asking, sample_library: Library, language: str
) -> None:
    found = asking.article("location-and-parking", language, branch="MAIN")
    assert found is not None
    for branch in sample_library.branches:
        assert branch.address
        assert branch.address in found.text


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_whoever_asks_how_to_reach_the_library_or_where_it_is_is_told_so(
    asking: Asking, language: str
) -> None:
    reach, where = (asking.ask(text, language, branch="MAIN") for text in ASKED[language])
    assert (reach.band, reach.answers[0].key) == (Band.ANSWER, "contact")
    assert (where.band, where.answers[0].key) == (Band.ANSWER, "location-and-parking")
