"""The model of a library's circulation: each act says what it expects and changes the plain state."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.machine_of_loans import reasons, undoing, waiting
from tests.machine_of_loans.days import due, nth_open_day, today
from tests.machine_of_loans.plain import Answer, Before, Charge, Copy, Hold, Loan, Person, State
from tests.machine_of_loans.reasons import fine, has_lapsed, in_order, values_for

NOTHING: frozenset[str] = frozenset()


@dataclass
class Model:
    """One library; ``state`` is what must be found in the database after every act."""

    state: State
    numbers: list[int] = field(default_factory=lambda: [0])

    def checkout(
        self,
        card: str,
        barcode: str,
        branch: str,
        at: datetime,
        override: Collection[str] = NOTHING,
        agreed: int | None = None,
    ) -> Answer:
        person, copy = self.state.people.get(card), self.state.copies.get(barcode)
        said = values_for(self.state, copy, person)
        zone = self.state.town.branch(copy.home if copy else branch)
        codes = [
            *reasons.against_person(self.state, person, said, at, today(zone, at), "checkout"),
            *(reasons.against_one_more(self.state, person, copy) if person is not None else ()),
            *(reasons.against_checkout(self.state, person, copy, said, branch, at) if copy else _unknown()),
        ]
        # Nothing is set aside where there is nothing to lend, or nobody to lend it to.
        standing = _standing(codes, override if person is not None and copy is not None else NOTHING)
        if standing or person is None or copy is None:
            return Answer(False, standing)
        if agreed is not None and said["loan_fee"] > agreed:
            return Answer(False, charge=said["loan_fee"])
        self._found(copy)
        loan = Loan(barcode, card, at, due(zone, at, said["loan_period"], said), _terms(said, "loan_period"))
        own = self._own_for(person, copy)
        filled = (own, own.state, own.kept) if own is not None else ()
        loan.branch, loan.before = branch, Before(copy.place, copy.goal, *filled)
        copy.place, copy.goal = "shelf", None
        self.state.loans.append(loan)
        self._charge(loan, "loan_fee", said["loan_fee"], at)
        self._fill(person, copy, own, at)
        return Answer(True, due=loan.due, charge=said["loan_fee"])

    def _own_for(self, person: Person, copy: Copy) -> Hold | None:
        """Return the own hold that the copy fills: the one it was kept for, else the first it fits."""
        mine = self.state.own_holds(person.card, copy.title)
        fit = [hold for hold in mine if hold.only in (None, copy.barcode)]
        return next(iter([hold for hold in mine if hold.kept == copy.barcode] or fit), None)

    def _fill(self, person: Person, copy: Copy, own: Hold | None, at: datetime) -> None:
        """Close the person's own hold; what was kept for either goes on its way."""
        kept = self.state.kept_for(copy.barcode)
        if kept is not None and kept.card != person.card:
            self._let_go(kept, at)
        if own is None:
            return
        other = own.kept if own.kept != copy.barcode else None
        self._close(own, "filled")
        if other is not None:
            self._send_on(self.state.copies[other], at)

    def checkin(self, barcode: str, branch: str, at: datetime) -> Answer:
        copy = self.state.copies.get(barcode)
        if copy is None:
            return Answer(False, ("item.unknown",))
        loan, charge = self.state.loan_of(barcode), 0
        if loan is not None:
            when = max(at, loan.lent)
            charge = fine(self.state, loan, when) if loan.card is not None else 0
            self._charge(loan, "fine", charge, when)
            loan.open = False
        self._found(copy)
        codes = _to_staff(copy)
        return Answer(True, codes, charge=charge, place=self._route(copy, branch, at))

    def undo(self, card: str, barcode: str, branch: str, at: datetime) -> Answer:
        return undoing.undo(self.state, card, barcode, branch, at, self._route)

    def claim(self, barcode: str, claims: bool) -> Answer:
        """Note that somebody says to have returned it, or no longer says so; it stays on the card."""
        if barcode not in self.state.copies:
            return Answer(False, error="item_unknown")
        loan = self.state.loan_of(barcode)
        if loan is None:
            return Answer(False, error="loan_unknown")
        loan.claimed = claims
        return Answer(True, due=loan.due)

    def incomplete(self, barcode: str, branch: str) -> Answer:
        """Leave to staff what lacks a part; what is lent meanwhile stays lent."""
        copy = self.state.copies.get(barcode)
        if copy is None:
            return Answer(False, ("item.unknown",))
        if self.state.loan_of(barcode) is None:
            self._queue_again(self.state.kept_for(barcode))
            self._lay(copy, "staff", branch)
        return Answer(True)

    def _route(self, copy: Copy, branch: str, at: datetime) -> str:
        """Put a copy that is handed in where it belongs, and return the place."""
        kept = self.state.kept_for(copy.barcode)
        if kept is not None and (_to_staff(copy) or has_lapsed(self.state, kept, at)):
            self._let_go(kept, at)
            kept = None
        if _to_staff(copy):
            return self._lay(copy, "staff", branch)
        hold = kept or waiting.first_for(self.state, copy, at)
        if hold is None:
            return self._lay(copy, "shelf" if branch == copy.home else "transit", copy.home)
        if hold.pickup != branch:
            hold.state, hold.kept, hold.until = "in_transit", copy.barcode, None
            return self._lay(copy, "transit", hold.pickup)
        if hold.state != "ready":
            category = self.state.people[hold.card].category
            days = waiting.values_of(self.state, copy, category)["hold_shelf_days"]
            zone = self.state.town.branch(branch)
            hold.state, hold.kept = "ready", copy.barcode
            hold.until = nth_open_day(zone, today(zone, at), days)
        return self._lay(copy, "hold_shelf", branch)

    def _lay(self, copy: Copy, place: str, branch: str) -> str:
        copy.place, copy.goal = place, branch
        return f"transit:{branch}" if place == "transit" else place

    def renew(
        self, card: str, barcode: str, branch: str, at: datetime, override: Collection[str] = NOTHING
    ) -> Answer:
        person, copy = self.state.people.get(card), self.state.copies.get(barcode)
        said = values_for(self.state, copy, person)
        zone = self.state.town.branch(copy.home if copy else branch)
        codes = [
            *reasons.against_person(self.state, person, said, at, today(zone, at), "renew"),
            *(reasons.against_renewal(self.state, person, copy, said, zone, at) if copy else _unknown()),
        ]
        standing = _standing(codes, override if person is not None and copy is not None else NOTHING)
        loan = self.state.loan_of(barcode)
        if standing or loan is None:
            return Answer(False, standing)
        charge = fine(self.state, loan, at)
        self._charge(loan, "fine", charge, at)
        loan.booked, loan.booked_since_due = loan.booked + charge, 0
        # What staff let through too early never becomes due sooner.
        loan.due = max(loan.due, due(zone, at, said["renewal_period"], said))
        loan.terms, loan.renewals = _terms(said, "renewal_period"), loan.renewals + 1
        return Answer(True, due=loan.due, charge=charge)

    def hold(
        self,
        card: str,
        title: int,
        pickup: str,
        branch: str,
        at: datetime,
        override: Collection[str] = NOTHING,
        only: str | None = None,
    ) -> Answer:
        person = self.state.people.get(card)
        first = reasons.deciding_copy(self.state, person, title, only, pickup)
        said = values_for(self.state, first, person)
        zone = self.state.town.branch(first.home if first else branch)
        codes = [
            *reasons.against_person(self.state, person, said, at, today(zone, at), "hold"),
            *reasons.against_hold(self.state, person, title, only, pickup, at),
        ]
        standing = _standing(codes, override)
        if standing or person is None:
            return Answer(False, standing)
        priority = int(self.state.town.children_first and person.category == "child")
        self.state.holds.append(Hold(self._next(), title, card, pickup, at, only=only, priority=priority))
        return Answer(True)

    def cancel(self, card: str, title: int, at: datetime, only: str | None = None) -> Answer:
        if card not in self.state.people:
            return Answer(False, error="card_unknown")
        for hold in self.state.own_holds(card, title, only):
            kept = hold.kept
            self._close(hold, "cancelled")
            if kept is not None:
                self._send_on(self.state.copies[kept], at)
        return Answer(True)

    def lose(self, barcode: str, at: datetime) -> Answer:
        copy = self.state.copies.get(barcode)
        if copy is None:
            return Answer(False, ("item.unknown",))
        charge, loan = 0, self.state.loan_of(barcode)
        if loan is not None:
            when = max(at, loan.lent)
            price = copy.price if copy.price is not None else loan.terms["replacement_fee"]
            for kind, amount in (("fine", fine(self.state, loan, when)), ("replacement", price)):
                self._charge(loan, kind, amount, when)
                charge += amount if loan.card is not None else 0
            loan.open, loan.lost = False, True
        copy.place, copy.goal = "shelf", None
        self._give_up(copy, "lost")
        return Answer(True, charge=charge)

    def withdraw(self, barcode: str) -> Answer:
        copy = self.state.copies.get(barcode)
        if copy is None:
            return Answer(False, ("item.unknown",))
        if self.state.loan_of(barcode) is not None:
            return Answer(False, ("item.on_loan",))
        if copy.condition != "withdrawn":
            copy.place = "shelf"
            self._give_up(copy, "withdrawn")
        return Answer(True)

    def _give_up(self, copy: Copy, condition: str) -> None:
        """Have whom it was kept for wait again, and close the holds that nothing can fill now."""
        self._queue_again(self.state.kept_for(copy.barcode))
        copy.condition = condition
        for hold in self.state.queue(copy.title):
            # Another copy that is kept for a hold fills it, whatever rules say since.
            if hold.kept is None and not waiting.could_fill(self.state, hold):
                self._close(hold, "unfillable")

    def settle(self, card: str, amount: int, waive: bool, at: datetime) -> Answer:
        """Pay or waive, the oldest charge first; more than is owed, running fines included, is refused."""
        if amount > reasons.owes(self.state, card, at):
            return Answer(False, error="more_than_owed")
        if amount > sum(charge.open for charge in self.state.charges if charge.card == card):
            self._book_what_runs(card, at)
        charges = sorted(
            (c for c in self.state.charges if c.card == card and c.open), key=lambda c: (c.at, c.number)
        )
        rest = amount
        for charge in charges:
            part = min(rest, charge.open)
            charge.waived += part if waive else 0
            charge.paid += 0 if waive else part
            rest -= part
        return Answer(True, charge=amount)

    def ask_for(self, card: str, kind: str, amount: int, note: str, at: datetime) -> Answer:
        """Charge by hand what no loan caused: a membership, another card, or what the note names."""
        if amount <= 0:
            return Answer(False, error="invalid_amount")
        if kind not in ("membership", "card_replacement") and not (kind == "other" and note):
            return Answer(False, error="fee_unknown")
        if card not in self.state.people:
            return Answer(False, error="card_unknown")
        self.state.charges.append(Charge(self._next(), card, kind, amount, at, None))
        return Answer(True, charge=amount)

    def _book_what_runs(self, card: str, at: datetime) -> None:
        for loan in sorted(self.state.loans_on(card), key=lambda one: one.due):
            amount = fine(self.state, loan, at)
            self._charge(loan, "fine", amount, at)
            loan.booked += amount
            loan.booked_since_due += amount

    def night(self, at: datetime) -> int:
        """Have those wait again whose day has come, let holds lapse that nobody fetched; return how many."""
        for hold in self.state.holds:
            until = hold.rests_until if hold.state == "suspended" else None
            if until is not None and today(self.state.town.branch(hold.pickup), at) >= until:
                hold.state, hold.rests_until = "queued", None
        ready = sorted(
            (h for h in self.state.holds if h.state == "ready"), key=lambda h: (h.placed, h.number)
        )
        late = [hold for hold in ready if has_lapsed(self.state, hold, at)]
        for hold in late:
            assert hold.kept is not None
            copy = self.state.copies[hold.kept]
            self._close(hold, "expired")
            self._send_on(copy, at)
        return len(late)

    def _send_on(self, copy: Copy, at: datetime) -> None:
        """Route a copy that lay for a hold which is over from where it lies; what travels goes on."""
        if self.state.loan_of(copy.barcode) is None and copy.place != "transit":
            self._route(copy, copy.stands_at, at)

    def _let_go(self, hold: Hold, at: datetime) -> None:
        if has_lapsed(self.state, hold, at):
            self._close(hold, "expired")
        else:
            self._queue_again(hold)

    def _queue_again(self, hold: Hold | None) -> None:
        if hold is not None:
            hold.state, hold.kept, hold.until = "queued", None, None

    def _close(self, hold: Hold, state: str) -> None:
        hold.state, hold.kept = state, None

    def _found(self, copy: Copy) -> None:
        """Correct a lost or missing copy; its replacement is taken back, refunded where it was paid.

        Nobody pays either for what was given up as lost and is in hand again; that stays withdrawn.
        """
        if copy.condition in ("lost", "withdrawn"):
            for loan in [one for one in self.state.loans if one.lost and one.barcode == copy.barcode]:
                loan.lost = False
                for charge in self.state.charges:
                    if charge.loan is loan and charge.kind == "replacement":
                        charge.reversed += charge.open
                        charge.refunded = charge.paid
        if copy.condition in ("lost", "missing"):
            copy.condition = "fine"

    def _charge(self, loan: Loan, kind: str, amount: int, at: datetime) -> None:
        if amount and loan.card is not None:
            self.state.charges.append(Charge(self._next(), loan.card, kind, amount, at, loan))

    def _next(self) -> int:
        self.numbers[0] += 1
        return self.numbers[0]


def _unknown() -> Iterable[str]:
    return ("item.unknown",)


def _standing(codes: Iterable[str], override: Collection[str]) -> tuple[str, ...]:
    return in_order(code for code in codes if code not in override or code not in reasons.STAFF_MAY)


def _terms(said: dict[str, Any], period: str) -> dict[str, Any]:
    """Return the values that stay with a loan."""
    kept = ("fine_per_day", "fine_grace_days", "fine_closed_days", "fine_max", "replacement_fee")
    return {"unit": said[period][1], **{name: said[name] for name in kept}}


def _to_staff(copy: Copy) -> tuple[str, ...]:
    return (f"item.{copy.condition}",) if copy.condition in ("lost", "withdrawn", "damaged") else ()
