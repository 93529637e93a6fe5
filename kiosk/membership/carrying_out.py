"""Does what a request asked for once staff confirm it: changes the details, makes the card, forgets."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from kiosk.membership.erasing import erase_person
from kiosk.model.charge import ChargeKind
from kiosk.model.errors import CategoryUnknown
from kiosk.model.library import Library, PatronCategory
from kiosk.model.patron import Address, Patron
from kiosk.model.request import RequestKind
from kiosk.model.request_state import RequestState
from kiosk.storage import Act, NewCharge, PatronRequest

_DETAILS = ("first_name", "last_name", "email", "phone")
_ADDRESS = ("street", "postcode", "city")


def carry_out(
    work: Act, library: Library, request: PatronRequest, state: RequestState, *, by: str, at: datetime
) -> None:
    """Do what goes with the state that staff gave a request; PatronHasLoans where it cannot be yet."""
    patron = None if request.patron_id is None else work.patrons.lock(request.patron_id)
    if patron is None:
        return
    done = state is RequestState.DONE
    if request.kind == RequestKind.CONTACT.value and done:
        change_contact(work, patron, request.details)
    elif request.kind == RequestKind.JOIN.value and done:
        confirm_card(work, library, patron, by=by, at=at)
    elif request.kind == RequestKind.JOIN.value and state is RequestState.DECLINED:
        yesterday = local_day(library, at) - timedelta(days=1)
        work.patrons.set_validity(patron.id, patron.category, yesterday)
    elif request.kind == RequestKind.ERASE.value and done:
        erase_person(work, patron, by=by, at=at)
    elif request.kind == RequestKind.ERASE.value and state in {RequestState.DECLINED, RequestState.WITHDRAWN}:
        work.patrons.ask_to_erase(patron.id, None)


def change_contact(work: Act, patron: Patron, details: Mapping[str, str]) -> None:
    """Replace the details that are named; an empty one is taken away."""
    changed = {name: details[name] or None for name in _DETAILS if name in details}
    changed = {name: text for name, text in changed.items() if text or name != "last_name"}
    if changed:
        work.patrons.update(replace(patron, **changed))  # type: ignore[arg-type]
    lines = {name: details[name] or None for name in _ADDRESS if name in details}
    if lines:
        address = replace(patron.address or Address(), **lines)
        work.patrons.set_address(patron.id, None if address == Address() else address)


def confirm_card(
    work: Act,
    library: Library,
    patron: Patron,
    *,
    by: str,
    at: datetime,
    category: str | None = None,
    expires_on: date | None = None,
) -> None:
    """Make a temporary card one like any other, in a category and as long as that category's last.

    The category's membership fee is booked with it.
    """
    wanted = (category or patron.category).casefold()
    found = next((one for one in library.patron_categories if one.code.casefold() == wanted), None)
    if found is None:
        raise CategoryUnknown(
            category=category, known=", ".join(one.code for one in library.patron_categories)
        )
    if expires_on is None:
        expires_on = card_valid_until(found, local_day(library, at))
    work.patrons.set_validity(patron.id, found.code, expires_on)
    work.patrons.confirm(patron.id, by=by, at=at)
    if found.membership_fee:
        work.ledger.book(NewCharge(str(uuid4()), patron.id, ChargeKind.MEMBERSHIP, found.membership_fee, at))


def local_day(library: Library, at: datetime) -> date:
    """Return the date of a moment by the library's clock."""
    return at.astimezone(ZoneInfo(library.time_zone)).date()


def card_valid_until(category: PatronCategory, day: date) -> date | None:
    """Return the last day of a card of that category made then; None: for ever."""
    months = category.card_valid_months
    return None if months is None else _months_on(day, months)


def _months_on(day: date, months: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
