"""Says of a hold which place it has in the queue and how long it may take, before and after it is placed."""

from kiosk.membership.account import HoldLine
from kiosk.membership.hold_prospects import Prospect
from kiosk.model.hold import HoldState
from kiosk.model.library import Library
from kiosk.ui.patron.title_words import DOT
from kiosk.words import Wording

_DAY = "weekday_short_day_short"


def branch_name(code: str | None, library: Library, words: Wording) -> str:
    """Return the name of a branch, or its code where the library has none such any more; of none nothing."""
    branch = library.branch(code) if code else None
    return words.name(branch.name) if branch else code or ""


def said_prospect(prospect: Prospect | None, words: Wording) -> str:
    """Say which place a hold would have and how long it would take; empty where nobody can say."""
    if prospect is None:
        return ""
    first = prospect.position == 1
    place = words("holds.would_be.first" if first else "holds.would_be", position=prospect.position)
    return f"{place} {weeks_sentence(prospect.estimate_weeks, words)}".strip()


def weeks_sentence(weeks: int | None, words: Wording) -> str:
    """Say in a sentence how long it will probably take; empty where nobody can say."""
    if weeks is None:
        return ""
    return words.count("holds.takes", weeks) if weeks else words("holds.takes.days")


def weeks_short(weeks: int | None, words: Wording) -> str:
    """Say in two or three words how long it will probably take; empty where nobody can say."""
    if weeks is None:
        return ""
    return words.count("hold.estimate", weeks) if weeks else words("holds.about.days")


def hold_chip(line: HoldLine, words: Wording) -> str:
    """Say how a hold stands: ready until when, on its way, resting until when, or its place in the queue."""
    match line.state:
        case HoldState.READY if line.ready_until is not None:
            return words("account.hold.ready", day=words.dated(line.ready_until, _DAY))
        case HoldState.READY:
            return words("account.hold.ready.always")
        case HoldState.IN_TRANSIT:
            return words("account.hold.in_transit")
        case HoldState.SUSPENDED if line.suspended_until is not None:
            return words("holds.rests_until", day=words.dated(line.suspended_until, "short"))
        case HoldState.SUSPENDED:
            return words("account.hold.suspended")
        case _ if line.position is None:
            return words("account.hold.waiting")
    return words("account.hold.queued", position=line.position)


def hold_where(line: HoldLine, library: Library, words: Wording) -> str:
    """Say where it is collected, which copy alone is wanted, and how long it may take."""
    place = branch_name(line.pickup_branch, library, words)
    if line.state is HoldState.READY:
        return words("account.hold.shelf", branch=place)
    only = words("holds.only_copy", barcode=line.item) if line.item else ""
    about = weeks_short(line.estimate_weeks, words)
    return DOT.join(part for part in (about, place, only) if part)
