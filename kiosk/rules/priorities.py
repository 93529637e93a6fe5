"""Says whose hold goes before whose."""

from kiosk.model.library import Library
from kiosk.rules.codes import same_code


def hold_priority(library: Library, category: str | None) -> int:
    """Return what a hold of a patron of that category gets: of two that wait the higher goes first."""
    found = (one.hold_priority for one in library.patron_categories if same_code(one.code, category))
    return next(found, 0)
