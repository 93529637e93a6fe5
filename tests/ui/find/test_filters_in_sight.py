"""The filters at the left of a wide window: what is named there, and what is never out of sight."""

import pytest
from PySide6.QtCore import QRectF

from kiosk.ui.patron.shell_state import Comfort
from scripts.eyes import flickable_of, place_of
from tests.ui.finding import Finding, OpenFinding


def _box(kiosk: Finding, name: str) -> QRectF:
    item = kiosk.item(name)
    return item.mapRectToScene(item.boundingRect())


@pytest.mark.parametrize("large_text", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800)])
def test_the_way_to_all_filters_stands_below_the_first_ones_without_scrolling(
    open_finding: OpenFinding, size: tuple[int, int], large_text: bool
) -> None:
    kiosk = open_finding("en", *size, Comfort(reduced_motion=True, large_text=large_text))
    kiosk.search("moon")
    field, link, dock = (_box(kiosk, name) for name in ("find.field", "find.allFilters", "dock.back"))
    first = _box(kiosk, "find.filter.available.true")
    assert field.bottom() <= first.top() < first.bottom() <= link.top() < link.bottom() <= dock.top()
    kiosk.touch("find.allFilters")
    kiosk.wait(lambda: kiosk.seen("find.sheet.show"))


def test_a_language_on_a_chip_begins_with_a_capital_and_not_in_a_sentence(open_finding: OpenFinding) -> None:
    kiosk = open_finding("pl")
    kiosk.search("moon")
    labels = [chip.label for chip in kiosk.rows("find", "languages")]
    assert "Angielski" in labels
    assert labels == [label[0].upper() + label[1:] for label in labels]
    kiosk.touch("find.filter.language.eng")
    kiosk.settle()
    assert "angielsk" in kiosk.shown("find", "remark")


def test_a_sheet_that_goes_on_says_so_at_its_foot_until_its_end(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.search("moon")
    kiosk.touch("find.allFilters")
    kiosk.wait(lambda: kiosk.seen("dialog.more"))
    foot, flick = kiosk.item("dialog.more"), flickable_of(kiosk.item("find.sheet.show"))
    assert flick is not None
    assert place_of(flick).bottom() <= place_of(foot).top(), "nothing stands behind it"
    flick.setProperty("contentY", flick.property("contentHeight") - flick.height())
    kiosk.wait(lambda: foot.opacity() == 0)


def test_a_sheet_that_is_whole_has_no_such_foot(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1280, 800)
    kiosk.search("moon")
    kiosk.touch("find.sort")
    kiosk.wait(lambda: kiosk.seen("find.order.1"))
    assert not kiosk.seen("dialog.more")
