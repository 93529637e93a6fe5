"""A language chosen at run time repaints every word of every page."""

import re

import pytest

from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.journeys.ways import WAYS, start_afresh

_KEY = re.compile(r"^[a-z_]+(\.[a-z_A-Z0-9]+)+$")
# What a patron typed or what stands in the catalogue is in its own language, and so it is in both.


@pytest.mark.parametrize(("first", "second"), [("de", "pl"), ("pl", "en"), ("en", "de")])
def test_a_page_after_a_switch_reads_as_one_opened_in_that_language(
    use_kiosk: OpenKiosk, first: str, second: str
) -> None:
    switched, native = use_kiosk(first).hands, use_kiosk(second).hands
    for name, way in WAYS.items():
        read = []
        for hands in (switched, native):
            hands.step_up()
            start_afresh(hands)
            way(hands)
            if hands.counter.visit.language != second:
                hands.counter.shell_view_model.chooseLanguage(second)
                hands.settle()
            read.append(sorted(hands.texts))
        assert read[0] == read[1], f"{name}: {set(read[0]) ^ set(read[1])}"
        raw = [text for text in read[0] if _KEY.match(text)]
        assert not raw, name


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_a_patron_changes_the_language_by_touch_on_home_and_on_a_page(
    use_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    hands = use_kiosk("de", size).hands
    hands.touch("dock.language.pl")
    assert hands.reads("Biblioteka Miejska Lindenau")
    WAYS["results"](hands)
    hands.touch("dock.language")
    hands.touch("language.en")
    assert hands.page == "find"
    assert hands.counter.visit.language == "en"
    hands.pass_seconds(66)
    assert hands.counter.visit.language == "de"
    assert hands.reads("Stadtbibliothek Lindenau")
