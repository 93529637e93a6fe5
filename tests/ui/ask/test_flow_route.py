"""The way back through answers and flows stays bounded; without a screen."""

from itertools import cycle, islice

import pytest

from kiosk.ui.patron.flow_route import flow_onto
from kiosk.ui.patron.shell_state import Route

GONE = {"push": 0, "swap": 1, "supplant": 2}


def led(route: Route, kinds: str, rounds: int) -> Route:
    """Open an answer from a list (a), begin a flow (f), let it come to an answer (o), again and again."""
    for kind in islice(cycle(kinds), rounds * len(kinds)):
        if kind == "f":
            onward, how = flow_onto(route, 8)
            assert len(onward.pages) == len(route.pages) - GONE[how] + 1
            route = onward
        elif kind == "o" or route.pages.count("answer") < 8:
            route = Route((*route.pages, "answer"))
    return route


@pytest.mark.parametrize("kinds", ["fo", "afo", "aafo", "foa"])
@pytest.mark.parametrize("answers", [0, 1, 7, 8])
def test_however_often_flows_and_answers_lead_to_each_other_the_way_back_is_bounded(
    kinds: str, answers: int
) -> None:
    begun = Route(("home", "ask", *["answer"] * answers))
    far, farther = (led(begun, kinds, rounds) for rounds in (20, 60))
    assert far.pages == farther.pages
    assert far.pages.count("answer") <= 8
    assert far.pages.count("flow") <= 8
    assert far.pages[:2] == begun.pages[:2]
    assert ("flow", "flow") not in zip(far.pages, far.pages[1:], strict=False)


def test_a_flow_above_few_answers_is_laid_above_them() -> None:
    assert flow_onto(Route(("home", "ask", "answer")), 8) == (
        Route(("home", "ask", "answer", "flow")),
        "push",
    )
    assert flow_onto(Route(("home", "ask")), 8)[1] == "push"
