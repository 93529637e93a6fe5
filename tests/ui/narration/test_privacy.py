"""What tells of somebody goes into headphones alone."""

import pytest

from kiosk.ui.patron.narration.privacy import Privacy
from kiosk.ui.patron.shell_state import SECTION_OF_PAGE

PUBLIC = {"home", "find", "browse", "ask", "flow", "language", "access"}


@pytest.mark.parametrize("page", sorted({*SECTION_OF_PAGE, "home", "language", "access"}))
def test_with_a_card_every_page_that_may_be_about_it_is_withheld_from_the_room(page: str) -> None:
    assert Privacy(False, True, page).page_withheld is (page not in PUBLIC)
    assert not Privacy(True, True, page).page_withheld
    assert not Privacy(False, False, page).page_withheld


def test_what_is_said_above_the_page_may_be_about_the_card() -> None:
    assert Privacy(False, True, "find").alerts_withheld
    assert not Privacy(True, True, "find").alerts_withheld
    assert not Privacy(False, False, "find").alerts_withheld


@pytest.mark.parametrize(
    ("page", "withheld"),
    [("find", False), ("ask", False), ("sign_in", True), ("join_name", True), ("request_form", True)],
)
def test_what_somebody_types_of_themselves_is_not_echoed_into_the_room(page: str, withheld: bool) -> None:
    assert Privacy(False, False, page).typing_withheld is withheld
    assert not Privacy(True, False, page).typing_withheld
