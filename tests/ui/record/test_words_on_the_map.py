"""The words on a floor map beside the numbers of its shelves, as they are drawn."""

from itertools import combinations

import pytest
from PySide6.QtQuick import QQuickItem

from scripts.eyes import place_of, shown_items
from tests.ui.finding import Finding, OpenFinding

_BESIDE_PX = 4


def _drawn(kiosk: Finding) -> list[QQuickItem]:
    kiosk.open_title("Die Vermessung der Welt")
    kiosk.wait(lambda: kiosk.seen("record.map.number"))
    shown = shown_items(kiosk.window.contentItem())
    return [one for one in shown if one.objectName() in ("record.map.number", "record.map.word")]


@pytest.mark.parametrize("language", ["de", "en", "pl"])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 800)])
def test_no_word_runs_into_the_number_of_a_shelf(
    open_finding: OpenFinding, size: tuple[int, int], language: str
) -> None:
    marks = _drawn(open_finding(language, *size))
    words = {one.property("text") for one in marks if one.objectName() == "record.map.word"}
    assert len(words) >= 2, words
    for one, other in combinations(marks, 2):
        if {one.objectName(), other.objectName()} == {"record.map.number", "record.map.word"}:
            near = place_of(one).adjusted(-_BESIDE_PX, 0, _BESIDE_PX, 0)
            assert not near.intersects(place_of(other)), (one.property("text"), other.property("text"))


def test_the_reading_room_is_named_where_the_map_is_large_enough(open_finding: OpenFinding) -> None:
    assert "Czytelnia" in {one.property("text") for one in _drawn(open_finding("pl", 1920, 1080))}
