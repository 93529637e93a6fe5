"""Puts the number of a request on paper; free of Qt but for the visit it is made of."""

from kiosk.devices.printer import Printable, roll_paper
from kiosk.paper.reach import reach_parts
from kiosk.paper.roll import Roll, RollGap, RollRule, RollText, Style, head_of
from kiosk.ui.patron.flows.requesting import Asked
from kiosk.ui.patron.reach_paper import reach_on_paper
from kiosk.ui.patron.request_state import expectation
from kiosk.ui.patron.visit import Visit


def number_paper(asked: Asked, visit: Visit) -> Printable:
    """Return the slip with the number, how to ask for it and when it is read; not who asked, nor for what."""
    words, at = visit.words, visit.now()
    branch = visit.library.branch(visit.profile.branch)
    library, kind = words.name(visit.library.name), words(f"request.kind.{asked.kind}")
    expect = expectation(asked, words)
    parts = (
        *head_of(library, words.name(branch.name) if branch else "", at, words),
        RollText(kind, Style.BOLD),
        RollGap(),
        RollText(asked.number, Style.LARGE),
        RollGap(),
        RollRule(),
        RollText(words("requests.how.card" if asked.with_card else "requests.how")),
        *((RollGap(), RollText(expect)) if expect else ()),
        *reach_parts(reach_on_paper(visit)),
    )
    return roll_paper(Roll(kind, library, parts), at, words)
