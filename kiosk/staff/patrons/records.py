"""Registers patrons and changes what is kept of them; what another changed meanwhile is never overwritten."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from kiosk.decisions import Decider
from kiosk.membership.carrying_out import local_day
from kiosk.model.charge import ChargeKind
from kiosk.model.errors import CardTaken, CardUnknown
from kiosk.model.library import Library
from kiosk.model.patron import Guardian, Patron
from kiosk.model.problem import Problem
from kiosk.model.staff_errors import PatronChangedMeanwhile, PatronFormIncomplete
from kiosk.rules.ages import age_on
from kiosk.staff.patrons.checking import Found, names_guardian, problems_of, problems_with_others
from kiosk.staff.patrons.days import day_of, shown_day
from kiosk.staff.patrons.form import GUARDIAN, PatronForm, cleaned, described, differing
from kiosk.staff.patrons.pages import PatronPage, form_now, page_of
from kiosk.staff.patrons.proposing import proposed_category, proposed_end
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Act, Database, NewCharge

_PEERS = 1  # so many years around an age are of that age


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a form while it is filled in: what is wrong, who may be the same, what is proposed.

    ``category`` and ``expires_on`` are what somebody of that age, or a card of the category, begins with;
    ``guardian`` is whose card the form names.
    """

    problems: Found
    alike: tuple[Patron, ...]
    category: str | None
    expires_on: str
    under_age: bool
    guardian: Patron | None = None


class PatronRecords:
    """Opens, checks, registers and saves."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._decider = decider

    @needs(Right.PATRONS_SEE)
    def open(self, by: SignedIn, patron_id: int, *, language: str = "en") -> PatronPage:
        """Return the person's page, days as that language writes them; CardUnknown for one who is gone."""
        with self._database.read() as view:
            return page_of(view, self._decider.libraries.current(view), patron_id, language)

    @needs(Right.PATRONS_SEE)
    def number_of(self, by: SignedIn, card: str) -> int:
        """Return the number of the patron whose card that is, or was until it was lost; CardUnknown."""
        with self._database.read() as view:
            patron = view.patrons.of_number(card)
        if patron is None:
            raise CardUnknown(card=card)
        return patron.id

    @needs(Right.PATRONS_SEE)
    def library(self, by: SignedIn) -> Library:
        """Return the configuration: categories, branches and languages to choose from."""
        with self._database.read() as view:
            return self._decider.libraries.current(view)

    @needs(Right.PATRONS_EDIT)
    def check(
        self,
        by: SignedIn,
        form: PatronForm,
        *,
        at: datetime,
        patron_id: int | None = None,
        language: str = "en",
    ) -> Checked:
        """Tell what is wrong with a form and what it makes likely; changes nothing."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            today, born = local_day(library, at), day_of(form.birth_date)
            finder = view.patrons.finder
            same = finder.alike(form.last_name, form.first_name, born, form.email)
            peers = finder.categories_at_age(*_around(born)) if born is not None else ()
            problems = problems_of(form, library, today, new=patron_id is None)
            problems += problems_with_others(view, form, patron_id)
            named = cleaned(form).guardian_card
            guardian = view.patrons.by_card(named) if named else None
        category = proposed_category(library, born, today, peers)
        end = proposed_end(library, cleaned(form).category or category or "", today)
        minor = born is not None and age_on(today, born) < library.joining.guardian_until_age
        alike = tuple(one for one in same if one.id != patron_id)
        return Checked(problems, alike, category, shown_day(end, language), minor, guardian)

    @needs(Right.PATRONS_EDIT)
    def register(self, by: SignedIn, form: PatronForm, *, at: datetime) -> Patron:
        """Make a card whole, with guardian and the category's fee; return the patron.

        Raises PatronFormIncomplete with all that is wrong, CardTaken, NoCardNumberLeft.
        """
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            _refuse_problems(work, form, library, local_day(library, at), None)
            blank = Patron(0, "", "", "", created_at=at, confirmed_at=at, confirmed_by=by.account)
            added = self._added(work, library, described(form, blank, library), cleaned(form).card)
            work.patrons.guardians.set(added.id, _guardian_of(work, form))
            fee = next(one for one in library.patron_categories if one.code == added.category).membership_fee
            if fee:
                kind = ChargeKind.MEMBERSHIP
                work.ledger.book(NewCharge(str(uuid4()), added.id, kind, fee, at))
            _audited(work, by, at, "register", added.id, _given(form))
            work.commit()
        return added

    @needs(Right.PATRONS_EDIT)
    def save(
        self,
        by: SignedIn,
        patron_id: int,
        opened: PatronForm,
        form: PatronForm,
        *,
        at: datetime,
        language: str = "en",
    ) -> tuple[str, ...]:
        """Change what differs from what was opened; return the names of the fields that changed.

        Where another changed something since then nothing is stored: PatronChangedMeanwhile, with the
        form as it is ``now`` and the names of the ``fields`` that differ from what was opened.
        Raises PatronFormIncomplete, CardUnknown for a patron who is gone.
        """
        with self._database.act() as work:
            library = self._decider.libraries.current(work)
            patron = work.patrons.lock(patron_id)
            now = form_now(work, patron, language)
            theirs = differing(opened, now)
            if theirs:
                raise PatronChangedMeanwhile(fields=_named(theirs), names=theirs, now=now)
            whole = replace(form, card=now.card)  # another number is given by replacing the card
            changed = differing(now, whole)
            if changed:
                _refuse_problems(work, whole, library, local_day(library, at), patron_id)
                _store(work, described(whole, patron, library))
                if set(changed) & set(GUARDIAN):
                    work.patrons.guardians.set(patron_id, _guardian_of(work, whole))
                _audited(work, by, at, "edit", patron_id, changed)
                work.commit()
        return changed

    def _added(self, work: Act, library: Library, new: Patron, card: str) -> Patron:
        """Add the patron with that card, or the next that is nobody's."""
        if card:
            work.card_numbers.hold()
            added = work.patrons.add(replace(new, card=card))
            if added is None:
                raise CardTaken(card=card)
            return added
        while True:
            added = work.patrons.add(replace(new, card=work.card_numbers.draw(library.card_format)))
            if added is not None:
                return added


def _refuse_problems(
    work: Act, form: PatronForm, library: Library, today: date, patron_id: int | None
) -> None:
    found = problems_of(form, library, today, new=patron_id is None)
    found += problems_with_others(work, form, patron_id)
    if found:
        told = tuple(
            Problem.of("request.field", field=Problem.of(f"staff.patrons.field.{name}"), problem=problem)
            for name, problem in found
        )
        raise PatronFormIncomplete(problems=told, fields=found)


def _store(work: Act, patron: Patron) -> None:
    work.patrons.update(patron)
    work.patrons.set_address(patron.id, patron.address)
    work.patrons.set_notices_by(patron.id, patron.notices_by)


def _guardian_of(work: Act, form: PatronForm) -> Guardian | None:
    if not names_guardian(form):
        return None
    clean = cleaned(form)
    known = work.patrons.by_card(clean.guardian_card) if clean.guardian_card else None
    return Guardian(
        known.id if known is not None else None,
        clean.guardian_name or None,
        clean.guardian_phone or None,
        clean.guardian_email or None,
    )


def _given(form: PatronForm) -> tuple[str, ...]:
    return differing(PatronForm(), form)


def _named(names: tuple[str, ...]) -> tuple[Problem, ...]:
    return tuple(Problem.of(f"staff.patrons.field.{name}") for name in names)


def _around(born: date) -> tuple[date, date]:
    """Return the days between which people of about that age were born."""
    first, last = max(1, born.year - _PEERS), min(9999, born.year + _PEERS)
    return date(first, born.month, min(born.day, 28)), date(last, born.month, min(born.day, 28))


def _audited(work: Act, by: SignedIn, at: datetime, act: str, patron_id: int, names: tuple[str, ...]) -> None:
    details = {"fields": list(names)}
    work.audit.write(
        at=at, account=by.account, act=act, subject="patron", subject_id=patron_id, details=details
    )
