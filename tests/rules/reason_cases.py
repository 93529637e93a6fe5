"""Cases that several tables of reasons start from."""

from dataclasses import replace
from typing import Any

from kiosk.model.decision import Facts
from kiosk.model.item import Place

from .builders import (
    SOMEBODY,
    copy,
    eur,
    facts,
    item,
    library,
    library_with,
    loan,
    on_card,
    patron,
    terms,
)

LATE = on_card(loan(9, due="2026-02-20 23:59:59", terms=terms(fine_per_day=eur("0.50"))))
MINE = loan(1, due="2026-03-04 23:59:59")
HERS = loan(1, SOMEBODY)
ELSEWHERE = item(place=Place.TRANSIT, at_branch="WEST")
STRICT = replace(library(), lend_other_branches=False)


def lent_out(**changes: Any) -> Facts:
    """Return facts of a title whose only copy somebody else has."""
    return facts(copy(item(), HERS), **{"who": patron(), **changes})


def renewing(**values: Any) -> Facts:
    return facts(copy(item(), MINE), patron(on_card(MINE, 1)), library_with(**values))
