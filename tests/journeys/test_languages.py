"""A language chosen at run time repaints every word of every page."""

import re

import pytest

from scripts.hands import Hands
from tests.journeys.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.journeys.ways import WAYS, start_afresh

_KEY = re.compile(r"^[a-z_]+(\.[a-z_A-Z0-9]+)+$")


# The pages whose words come from the most different places; all pages are a matter for the proof.
_TELLING = ("home", "typing", "results", "record", "answer", "borrowing", "account", "return")


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("de", "pl", _TELLING),
        pytest.param("de", "pl", tuple(WAYS), marks=pytest.mark.proof),
        pytest.param("pl", "en", tuple(WAYS), marks=pytest.mark.proof),
        pytest.param("en", "de", tuple(WAYS), marks=pytest.mark.proof),
    ],
)
def test_a_page_after_a_switch_reads_as_one_opened_in_that_language(
    use_kiosk: OpenKiosk, first: str, second: str, names: tuple[str, ...]
) -> None:
    native = {name: _read(use_kiosk(second).hands, name, second) for name in names}
    switched = {name: _read(use_kiosk(first).hands, name, second) for name in names}
    for name in names:
        assert switched[name] == native[name], f"{name}: {set(switched[name]) ^ set(native[name])}"
        assert [text for text in native[name] if _KEY.match(text)] == [], name


def _read(hands: Hands, name: str, language: str) -> list[str]:
    start_afresh(hands)
    WAYS[name](hands)
    if hands.counter.visit.language != language:
        hands.counter.shell_view_model.chooseLanguage(language)
        hands.settle()
    return sorted(hands.texts)


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
