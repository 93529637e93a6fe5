"""When an act at the desk counts: now, or at an earlier moment for what lay in the book drop."""

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.model.outcome import ActBy
from kiosk.model.staff_errors import ReasonMissing, TimeAhead
from kiosk.staff.signed_in import SignedIn

_CLOCKS_APART = timedelta(minutes=1)


def acting(by: SignedIn, at: datetime, dated: datetime | None = None) -> ActBy:
    """Return who acts at that moment, or at the earlier one it is dated; raises TimeAhead for a later one."""
    if dated is not None and dated > at + _CLOCKS_APART:
        raise TimeAhead(at=dated)
    return by.acting(at) if dated is None else replace(by.acting(min(dated, at)), noted_at=at)


def said(reason: str) -> str:
    """Return a reason as it is kept; raises ReasonMissing for none."""
    told = " ".join(reason.split())
    if not told:
        raise ReasonMissing
    return told
