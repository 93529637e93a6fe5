"""What the inbox says of a message, line by line: how long it waits, who left it, where, and what of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.membership.requests import RequestFile
from kiosk.model.library import Library
from kiosk.model.request import RequestKind
from kiosk.staff.inbox.messages import InboxRow
from kiosk.storage import HelpCall, PatronRequest
from kiosk.words import Wording

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
# Told in lines of their own, or of no use to somebody who answers.
_TOLD_APART = frozenset({"text", "kiosk", "screen", "question", "article", "phone"})


def age(asked: datetime, now: datetime, words: Wording) -> str:
    """Return how long something waits, in the largest unit that says enough."""
    waited = max(now - asked, timedelta())
    if waited < _HOUR:
        return words.count("staff.messages.age.minutes", waited // timedelta(minutes=1))
    if waited < _DAY:
        return words.count("staff.messages.age.hours", waited // _HOUR)
    return words.count("staff.messages.age.days", waited // _DAY)


def who(row: InboxRow, words: Wording) -> str:
    """Return who left it: the patron, else how to reach somebody, else that nobody can be reached."""
    phone = row.request.details.get("phone")
    return row.name or row.request.email or (str(phone) if phone else words("staff.messages.nobody"))


def where(request: PatronRequest, library: Library, words: Wording) -> str:
    """Return kiosk and branch, as far as they are known."""
    branch = library.branch(request.branch) if request.branch else None
    parts = (str(request.details.get("kiosk", "")), words.name(branch.name) if branch else "")
    return " · ".join(part for part in parts if part)


def about(row: InboxRow, words: Wording) -> str:
    """Return what it is about; what is no message begins with its kind."""
    if row.about and row.request.kind == RequestKind.QUESTION.value:
        return row.about
    kind = words(f"request.kind.{row.request.kind}")
    return f"{kind}: {row.about}" if row.about else kind


def contacts(file: RequestFile, words: Wording) -> tuple[tuple[str, str], ...]:
    """Return the ways to reach whoever left it, each with its name."""
    request, patron = file.request, file.patron
    found: list[tuple[str, str | None]] = []
    if patron is not None:
        name = " ".join(filter(None, (patron.first_name, patron.last_name)))
        found += [("patron", name), ("card", patron.card)]
    phone = request.details.get("phone") if request.kind == RequestKind.QUESTION.value else None
    found.append(("email", request.email or (patron.email if patron else None)))
    found.append(("phone", str(phone) if phone else (patron.phone if patron else None)))
    return tuple((words(f"staff.messages.contact.{name}"), text) for name, text in found if text)


def said(request: PatronRequest, words: Wording) -> tuple[tuple[str, str], ...]:
    """Return what was filled in, field by field; an emptied field of contact details says so."""
    details: Mapping[str, object] = request.details
    kept = _TOLD_APART - {"phone"} if request.kind == RequestKind.CONTACT.value else _TOLD_APART
    wanted = request.kind == RequestKind.CONTACT.value
    return tuple(
        (_named(words(_field(name)), words, wanted), str(text) or words("staff.messages.emptied"))
        for name, text in details.items()
        if name not in kept
    )


def _named(field: str, words: Wording, wanted: bool) -> str:
    return words("staff.messages.wanted", field=field) if wanted else field[:1].upper() + field[1:]


def _field(name: str) -> str:
    return "staff.messages.barcode" if name == "barcode" else f"field.{name}"


def call_line(call: HelpCall, now: datetime, library: Library, words: Wording) -> str:
    """Return who calls, why, and for how long."""
    branch = library.branch(call.branch)
    return words(
        f"staff.messages.call.{call.why}",
        kiosk=call.kiosk,
        branch=words.name(branch.name) if branch else call.branch,
        age=age(call.at, now, words),
    )
