"""Cuts the link from ended loans to their patrons where nothing keeps it any more."""

from collections.abc import Sequence

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night
from kiosk.storage import View


def unlink(night: Night) -> int:
    """Unlink every loan that may be; return how many."""
    passed = 0

    def find(view: View, most: int) -> Sequence[int]:
        nonlocal passed
        found = view.loans.to_cut(passed, most)
        passed = found[-1] if found else passed
        return found

    return in_batches(night.database, find, lambda work, some: work.loans.cut_links(some))
