"""Forgets what the library keeps no longer: old loans, messages, requests, calls, notices, questions."""

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.circulation.nightly.batches import in_batches
from kiosk.circulation.nightly.step import Night
from kiosk.notices.planning import LAPSED_DAYS
from kiosk.storage import Act, View


def forget_history(night: Night) -> int:
    """Unlink loans that patrons chose to keep but that ended too long ago; return how many."""
    before = night.before(night.library().retention.loans)
    passed = 0

    def find(view: View, most: int) -> Sequence[int]:
        nonlocal passed
        found = view.loans.to_cut(passed, most, before)
        passed = found[-1] if found else passed
        return found

    if before is None:
        return 0
    return in_batches(night.database, find, lambda work, some: work.loans.cut_links(some, before))


def forget_messages(night: Night) -> int:
    """Delete messages that wait for nobody and are old; return how many."""
    return _older(
        night,
        night.library().retention.messages,
        lambda view, before, most: view.messages.over_before(before, most),
        lambda work, some: work.messages.forget(some),
    )


def forget_requests(night: Night) -> int:
    """Delete requests that have been over for long, with their steps; return how many."""
    return _older(
        night,
        night.library().retention.requests,
        lambda view, before, most: view.requests.over_before(before, most),
        lambda work, some: work.requests.forget(some),
    )


def forget_contacts(night: Night) -> int:
    """Take typed addresses and numbers from requests that are older than requests are kept; return how many.

    One that is never decided would keep them for ever.
    """
    return _older(
        night,
        night.library().retention.requests,
        lambda view, before, most: view.requests.reachable_before(before, most),
        lambda work, some: work.requests.forget_contact(some),
    )


def forget_help_calls(night: Night) -> int:
    """Delete old calls for help, gone to or not; return how many."""
    return _older(
        night,
        night.library().retention.messages,
        lambda view, before, most: view.help_calls.before(before, most),
        lambda work, some: work.help_calls.forget(tuple(some)),
    )


def forget_letters(night: Night) -> int:
    """Give up letters that wait longer than messages are kept; return how many.

    What they say goes, and so does an address that was typed: where no machine sends mail, both would
    stay for ever.
    """

    def give_up(work: Act, some: Sequence[int]) -> int:
        return sum(work.notices.give_up(one, night.at, "kept no longer") is not None for one in some)

    return _older(
        night,
        night.library().retention.messages,
        lambda view, before, most: view.notices.waiting_before(before, most),
        give_up,
    )


def forget_notices(night: Night) -> int:
    """Delete old notices that were sent or given up; return how many.

    None goes while what it told could still be told anew.
    """
    days = night.library().retention.notices
    return _older(
        night,
        None if days is None else max(days, LAPSED_DAYS + 1),
        lambda view, before, most: view.notices.over_before(before, most),
        lambda work, some: work.notices.forget(some),
    )


def forget_questions(night: Night) -> int:
    """Delete old questions, and old searches that found nothing; return how many."""
    days = night.library().retention.questions
    questions = _older(
        night,
        days,
        lambda view, before, most: view.questions.before(before, most),
        lambda work, some: work.questions.forget(some),
    )
    return questions + _older(
        night,
        days,
        lambda view, before, most: view.questions.searches_before(before, most),
        lambda work, some: work.questions.forget_searches(some),
    )


def forget_audit(night: Night) -> int:
    """Delete old entries of the audit trail; return how many."""
    return _older(
        night,
        night.library().retention.audit,
        lambda view, before, most: view.audit.before(before, most),
        lambda work, some: work.audit.forget(some),
    )


def _older(
    night: Night,
    days: int | None,
    find: Callable[[View, datetime, int], Sequence[int]],
    forget: Callable[[Act, Sequence[int]], int],
) -> int:
    """Forget in batches what is older than so many days; nothing where it is kept for ever."""
    before = night.before(days)
    if before is None:
        return 0
    return in_batches(night.database, lambda view, most: find(view, before, most), forget)
