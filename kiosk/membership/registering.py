"""Joining: a temporary card for whoever fills in the form, confirmed by staff who have seen the person."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.membership.carrying_out import confirm_card, local_day
from kiosk.membership.pins import hash_pin
from kiosk.membership.registration import (
    Registration,
    cleaned_registration,
    needs_guardian,
    registration_problems,
)
from kiosk.membership.telling import told_of
from kiosk.model.errors import CardUnknown, JoiningOff, NotTemporary, RegistrationIncomplete
from kiosk.model.library import Library, PatronCategory
from kiosk.model.patron import Address, Guardian, Patron
from kiosk.model.request import RequestKind
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.storage import Act, Database, PatronRequest


@dataclass(frozen=True, slots=True)
class Registered:
    """A new temporary card, to be shown and printed; ``number`` is that of the request to confirm it.

    ``valid_until`` is None only where the act is repeated after staff confirmed the card for ever.
    """

    card: str
    valid_until: date | None
    number: str


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """A temporary card as staff see it; ``alike`` may be the same person.

    They are told by folded name and birth date, or by e-mail.
    """

    patron: Patron
    guardian: Guardian | None
    alike: tuple[Patron, ...]
    number: str | None


class Registering:
    """Takes registrations at a kiosk and lets staff confirm them."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    def may_join(self, functions: frozenset[str] | None = None) -> bool:
        """Tell whether somebody may join where these functions are switched on; None: all are."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
        return _category(library) is not None and (functions is None or "join" in functions)

    def register(
        self,
        given: Registration,
        *,
        at: datetime,
        branch: str,
        functions: frozenset[str] | None = None,
        pin: str | None = None,
        act_id: str | None = None,
    ) -> Registered:
        """Make a temporary card; the same act again returns the card that was made.

        Raises JoiningOff, RegistrationIncomplete with all that is wrong, InvalidPin, NoCardNumberLeft.
        Whether somebody is known already is found out by staff alone. Slow with a PIN.
        """
        act_id = act_id or str(uuid4())
        pin_hash = hash_pin(pin) if pin else None
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            made = work.requests.by_act(act_id)
            if made is None:
                made = self._made(work, library, given, at, branch, functions, pin_hash, act_id)
            patron = None if made.patron_id is None else work.patrons.get(made.patron_id)
            assert patron is not None  # a request to join goes with its patron
            work.commit()
        return Registered(patron.card, patron.expires_on, shown_request_number(made.number))

    def _made(
        self,
        work: Act,
        library: Library,
        given: Registration,
        at: datetime,
        branch: str,
        functions: frozenset[str] | None,
        pin_hash: str | None,
        act_id: str,
    ) -> PatronRequest:
        category, today = _category(library), local_day(library, at)
        if category is None or (functions is not None and "join" not in functions):
            raise JoiningOff
        problems = registration_problems(given, library.joining, today, library.languages)
        if problems:
            raise RegistrationIncomplete(problems=told_of(problems))
        person = cleaned_registration(given)
        new = replace(
            _patron_of(person, category),
            branch=branch,
            expires_on=today + timedelta(days=library.joining.days_valid),
            created_at=at,
            pin_hash=pin_hash,
        )
        number = work.card_numbers.draw(library.card_format)
        # Whoever does the same act at this very moment has waited for the number: it is done by now.
        before = work.requests.by_act(act_id)
        if before is not None:
            return before
        added = _added(work, library, new, number)
        if needs_guardian(library.joining, person.birth_date, today):
            work.patrons.guardians.set(added.id, _guardian_of(work, person))
        request = PatronRequest(act_id, added.id, RequestKind.JOIN.value, at, branch=branch)
        return work.requests.make(replace(request, language=added.language))

    def waiting(self, limit: int = 500) -> tuple[WaitingCard, ...]:
        """Return the temporary cards with whom they may belong to already, the first made first."""
        with self._database.read() as view:
            found = view.patrons.temporary(limit)
            alike = view.patrons.alike_each(found)
            asked = view.requests.unfinished(RequestKind.JOIN.value)
            numbers = {one.patron_id: shown_request_number(one.number) for one in asked}
            return tuple(
                WaitingCard(
                    patron=one,
                    guardian=view.patrons.guardians.of(one.id),
                    alike=alike[one.id],
                    number=numbers.get(one.id),
                )
                for one in found
            )

    def confirm(
        self,
        card: str,
        *,
        by: str,
        at: datetime,
        category: str | None = None,
        expires_on: date | None = None,
    ) -> Patron:
        """Make a temporary card one like any other, by staff who have seen the person; return the patron.

        Without a category it stays in its own; it is valid as long as cards of the category are.
        Raises CardUnknown, NotTemporary, CategoryUnknown.
        """
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            found = work.patrons.by_card(card)
            if found is None:
                raise CardUnknown(card=card)
            patron = work.patrons.lock(found.id)
            if not patron.temporary:
                raise NotTemporary(card=patron.card)
            confirm_card(work, library, patron, by=by, at=at, category=category, expires_on=expires_on)
            for request in work.requests.open_of(patron.id, RequestKind.JOIN.value):
                work.requests.move(request.id, RequestState.DONE, act_id=str(uuid4()), by=by, at=at)
            work.audit.write(at=at, account=by, act="confirm", subject="patron", subject_id=patron.id)
            confirmed = work.patrons.get(patron.id)
            work.commit()
        assert confirmed is not None
        return confirmed


def _category(library: Library) -> PatronCategory | None:
    code = library.joining.category
    return next((one for one in library.patron_categories if one.code == code), None)


def _patron_of(person: Registration, category: PatronCategory) -> Patron:
    address = Address(person.street or None, person.postcode or None, person.city or None)
    return Patron(
        id=0,
        card="",
        last_name=person.last_name,
        first_name=person.first_name,
        category=category.code,
        birth_date=person.birth_date,
        email=person.email or None,
        phone=person.phone or None,
        language=person.language.casefold() or None,
        temporary=True,
        address=None if address == Address() else address,
    )


def _added(work: Act, library: Library, new: Patron, number: str) -> Patron:
    """Add the patron under that number, or a later one where an import takes it meanwhile."""
    while True:
        added = work.patrons.add(replace(new, card=number))
        if added is not None:
            return added
        number = work.card_numbers.draw(library.card_format)


def _guardian_of(work: Act, person: Registration) -> Guardian:
    known = work.patrons.by_card(person.guardian_card) if person.guardian_card else None
    return Guardian(
        known.id if known is not None and not known.card_lost and not known.temporary else None,
        person.guardian_name,
        person.guardian_phone or None,
        person.guardian_email or None,
    )
