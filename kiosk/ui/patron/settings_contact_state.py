"""What the page for other contact details shows, derived from its flow; free of Qt."""

from dataclasses import dataclass

from kiosk.model.errors import TooManyRequests
from kiosk.model.patron import Address, Patron
from kiosk.ui.patron.flows.account_contact import FIELDS, ChangingContact
from kiosk.ui.patron.form_fields import FormField
from kiosk.ui.patron.sign_in_state import failure_sentence
from kiosk.words import Wording
from kiosk.words.reasons import error_sentence

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ContactState:
    """All texts ready; `loaded` until the details are read, `pending` tells of an earlier change."""

    loaded: bool = False
    fields: tuple[FormField, ...] = ()
    trouble: str = ""
    busy: bool = False
    pending: str = ""


def contact_state(state: ChangingContact, pending: str, words: Wording) -> ContactState:
    """Return what to show of the form."""
    if not state.typed:
        return ContactState(trouble=_failure(state.error, words))
    told = words.show(state.trouble) if state.trouble else _failure(state.error, words)
    return ContactState(True, _fields(state, words), told, state.busy, pending)


def known_details(patron: Patron) -> dict[str, str]:
    """Return a patron's details as the form has them."""
    address = patron.address or Address()
    kept = {
        "first_name": patron.first_name,
        "last_name": patron.last_name,
        "email": patron.email,
        "phone": patron.phone,
        "street": address.street,
        "postcode": address.postcode,
        "city": address.city,
    }
    return {name: text or "" for name, text in kept.items()}


def _fields(state: ChangingContact, words: Wording) -> tuple[FormField, ...]:
    return tuple(
        FormField(
            name,
            words(f"contact.field.{name}"),
            state.typed[name],
            error=words("contact.wrong", problem=state.wrong[name]) if name in state.wrong else "",
            longest=_LONGEST,
        )
        for name in FIELDS
    )


def _failure(error: Exception | None, words: Wording) -> str:
    if isinstance(error, TooManyRequests):
        return error_sentence(error, words)
    return failure_sentence(error, words)
