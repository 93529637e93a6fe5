"""Where a guided flow lies on the way back, which stays bounded however often one leads to another; no Qt."""

from kiosk.ui.patron.shell_state import Route

FLOW = "flow"


def flow_onto(route: Route, deepest: int) -> tuple[Route, str]:
    """Return the route with a flow above it, and how to go there.

    Above so many answers it takes the place of the page in sight, and of the flow that had led to it.
    """
    pages = route.pages
    if pages.count("answer") < deepest:
        return Route((*pages, FLOW)), "push"
    if pages[-2] == FLOW:
        return Route((*pages[:-2], FLOW)), "supplant"
    return Route((*pages[:-1], FLOW)), "swap"
