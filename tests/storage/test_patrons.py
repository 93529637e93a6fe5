"""Patrons: kept, imported, told about themselves, and forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.card_number import gtin_check_digit
from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.errors import CardUnknown, NoCardNumberLeft, PatronHasLoans
from kiosk.model.hold import HoldState
from kiosk.model.item import barcode_key
from kiosk.model.library import CardFormat, Symbology
from kiosk.model.patron import Address, Guardian
from kiosk.model.request_state import RequestState
from kiosk.storage import FormerCard, NewCharge, NewMessage, NewNotice, PatronRequest, Upserted

from .builders import NOW, WEEK, Town, act, eur, patron


def test_a_patron_comes_back_as_added(town: Town) -> None:
    whole = patron(
        " K1 ",
        birth_date=date(2000, 2, 29),
        email="ewa@example.org",
        phone="1",
        expires_on=date(2027, 1, 1),
        language="pl",
        pin_hash="$argon2id$",
        restriction="call us",
        card_lost=True,
        keeps_history=True,
        temporary=True,
        confirmed_at=NOW,
        confirmed_by="anna",
        address=Address("Markt 1", "04177", "Lindenau"),
        pin_must_change=True,
        notices_by="email",
        erase_asked_at=NOW,
    )
    with town.database.act() as work:
        added = work.patrons.add(whole)
        assert added is not None
        assert added == replace(whole, id=added.id, card="K1")
        assert work.patrons.by_card("k1") == added
        assert work.patrons.add(patron("k1")) is None
        assert work.patrons.count() == 1


def test_importing_twice_is_importing_once(town: Town) -> None:
    with town.database.act() as work:
        whole = patron("K1", restriction="call us", pin_hash="$a")
        first, created = work.patrons.upsert(whole)
        again, unchanged = work.patrons.upsert(whole)
        assert (created, unchanged) == (Upserted.CREATED, Upserted.UNCHANGED)
        assert again == first
        changed, updated = work.patrons.upsert(
            replace(whole, last_name="Kowalska", restriction=None, pin_hash=None)
        )
        assert updated is Upserted.UPDATED
        assert (changed.last_name, changed.restriction, changed.pin_hash) == ("Kowalska", None, "$a")


def test_an_import_leaves_restrictions_of_staff_alone(town: Town) -> None:
    who = town.patron("K1", restriction="imported")
    with town.database.act() as work:
        number = work.patrons.restrict(who.id, "by staff", "anna", NOW)
        work.patrons.upsert(patron("K1"))
        assert work.patrons.get(who.id) == replace(who, restriction="by staff")
        assert work.patrons.lift(number, "anna", NOW + WEEK)
        assert not work.patrons.lift(number, "anna", NOW + WEEK)
        assert work.patrons.get(who.id) == replace(who, restriction=None)
        assert [entry.lifted_by for entry in work.patrons.restrictions(who.id)] == ["anna"]


def test_an_edit_leaves_card_pin_and_restriction_alone(town: Town) -> None:
    who = town.patron("K1", restriction="call us", pin_hash="$a")
    with town.database.act() as work:
        edited = work.patrons.update(replace(who, card="other", pin_hash=None, restriction=None, phone="2"))
        assert edited == replace(who, phone="2")
        with pytest.raises(CardUnknown):
            work.patrons.update(replace(who, id=4711))


def test_a_lost_card_is_replaced_by_one_that_is_free(town: Town) -> None:
    who = town.patron("OLD", card_lost=True)
    town.patron("TAKEN")
    with town.database.act() as work:
        assert not work.patrons.change_card(who.id, " taken", NOW)
        assert work.patrons.change_card(who.id, "NEW", NOW)
        assert work.patrons.by_card("new") == replace(who, card="NEW", card_lost=False)
        assert work.patrons.by_card("old") is None


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("now", ["N1"]),
        ("NOWAK ewa", ["N1"]),
        ("zo", ["Z1"]),
        ("z1", ["Z1"]),
        ("ewa@", ["N1"]),
        ("%", []),
        ("", []),
    ],
)
def test_patrons_are_found_by_the_beginning_of_name_card_or_mail(
    sqlite_town: Town, text: str, cards: list[str]
) -> None:
    sqlite_town.patron("N1", email="Ewa@example.org")
    sqlite_town.patron("Z1", last_name="Żółw")
    with sqlite_town.database.read() as view:
        assert [who.card for who in view.patrons.search(text)] == cards


def test_all_patrons_come_in_batches(town: Town) -> None:
    added = [town.patron() for _ in range(5)]
    with town.database.read() as view:
        batches = list(view.patrons.iterate(batch=2))
    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert [who for batch in batches for who in batch] == added


def test_a_patron_with_open_business_is_not_forgotten(town: Town) -> None:
    who, item = town.patron(), town.item()
    town.loan(who, item)
    town.hold(who, town.record().id)
    with town.database.act() as work:
        work.ledger.book(NewCharge(act(), who.id, ChargeKind.FINE, eur(100), NOW))
        with pytest.raises(PatronHasLoans) as refused:
            work.patrons.erase(who.id)
    assert refused.value.values == {"loans": 1, "holds": 1, "charges": 1}


def test_forgetting_a_patron_leaves_sums_and_loans_without_a_name(town: Town) -> None:
    who, item = town.patron(keeps_history=True, restriction="call us"), town.item()
    loan = town.loan(who, item)
    hold = town.hold(who, town.record().id)
    with town.database.act() as work:
        fine = NewCharge(act(), who.id, ChargeKind.FINE, eur(100), NOW, loan.id, item.id, "T", "note")
        charge = work.ledger.book(fine)
        work.loans.close(loan.id, act_id=act(), at=NOW + WEEK)
        work.holds.close(hold.id, HoldState.CANCELLED, NOW)
        paying = {
            "act_id": act(),
            "kind": SettlementKind.PAYMENT,
            "amount": eur(100),
            "at": NOW,
            "by": "desk",
        }
        work.ledger.settle(who.id, **paying)  # type: ignore[arg-type]
        work.messages.leave(NewMessage(act(), "hello", "de", NOW, who.id))
        work.requests.make(PatronRequest(act(), who.id, "purchase", NOW, {"title": "Ruhm"}))
        file = work.patrons.export(who.id)
        assert [len(part) for part in (file.loans, file.holds, file.charges, file.settlements)] == [
            1,
            1,
            1,
            1,
        ]
        assert [len(part) for part in (file.restrictions, file.messages, file.requests)] == [1, 1, 1]
        work.patrons.erase(who.id)
        work.commit()
    with town.database.read() as view:
        assert view.patrons.get(who.id) is None
        stored = view.loans.get(loan.id)
        assert stored is not None
        assert stored.patron_id is None
        assert view.holds.get(hold.id) is None
        assert view.messages.inbox(open_only=False) == ()
        assert [entry.charge_id for entry in view.ledger.between(NOW, NOW + WEEK)] == [charge.id]


def test_wrong_pins_are_counted_by_scope(town: Town) -> None:
    with town.database.act() as work:
        assert work.attempts.of("card:1").failures == 0
        work.attempts.failed("card:1", NOW)
        second = work.attempts.failed("card:1", NOW + WEEK, locked_until=NOW + 2 * WEEK)
        assert (second.failures, second.last_at, second.locked_until) == (2, NOW + WEEK, NOW + 2 * WEEK)
        assert work.attempts.failed("card:1", NOW + WEEK).locked_until == NOW + 2 * WEEK
        assert work.attempts.of("kiosk:a").failures == 0
        work.attempts.clear("card:1")
        assert work.attempts.of("card:1").failures == 0
        work.attempts.failed("card:2", NOW)
        late = work.attempts.before(NOW + WEEK, 5)
        assert work.attempts.forget(late, NOW + WEEK) == 1


def test_a_lost_card_stays_lost_after_it_was_replaced(town: Town) -> None:
    who, other = town.patron("OLD", card_lost=True), town.patron("OTHER")
    with town.database.act() as work:
        assert work.patrons.change_card(who.id, "NEW", NOW)
        assert work.patrons.former.find(" old") == FormerCard("OLD", who.id, NOW)
        assert not work.patrons.change_card(other.id, "old", NOW)
        assert work.patrons.change_card(who.id, "NEWER", NOW)
        assert work.patrons.former.find("new") is None
        assert work.patrons.change_card(who.id, "Old", NOW)
        assert work.patrons.former.of_patron(who.id) == ()


def test_a_former_card_that_is_given_to_somebody_new_is_a_card_again(town: Town) -> None:
    who = town.patron("OLD", card_lost=True)
    with town.database.act() as work:
        work.patrons.change_card(who.id, "NEW", NOW)
        assert work.patrons.add(patron("old")) is not None
        assert work.patrons.former.find("OLD") is None


def test_a_temporary_card_waits_until_staff_confirm_it(town: Town) -> None:
    who = town.patron(temporary=True)
    with town.database.act() as work:
        assert work.patrons.temporary() == (who,)
        work.patrons.confirm(who.id, by="anna", at=NOW)
        assert work.patrons.temporary() == ()
        assert work.patrons.get(who.id) == replace(
            who, temporary=False, confirmed_by="anna", confirmed_at=NOW
        )


def test_what_a_patron_chooses_is_kept_by_an_import(town: Town) -> None:
    who = town.patron("K1")
    with town.database.act() as work:
        work.patrons.set_address(who.id, Address("Markt 1", None, "Lindenau"))
        work.patrons.set_language(who.id, "pl")
        work.patrons.set_notices_by(who.id, "none")
        work.patrons.ask_to_erase(who.id, NOW)
        work.patrons.set_pin(who.id, "$a", must_change=True)
        chosen = work.patrons.get(who.id)
        assert chosen is not None
        after, _ = work.patrons.upsert(patron("K1", language="pl", email="new@example.org"))
        assert after == replace(chosen, email="new@example.org")
        work.patrons.set_pin(who.id, "$b")
        work.patrons.set_address(who.id, None)
        work.patrons.ask_to_erase(who.id, None)
        changed = work.patrons.get(who.id)
    assert changed == replace(after, pin_hash="$b", pin_must_change=False, address=None, erase_asked_at=None)


def test_two_of_one_name_and_birth_date_are_alike(town: Town) -> None:
    born = date(1990, 5, 1)
    first = town.patron(last_name="Müller", first_name="Änne", birth_date=born)
    twin = town.patron(last_name="MULLER", first_name="Anne", birth_date=born)
    town.patron(last_name="Müller", first_name="Änne")
    with town.database.act() as work:
        assert work.patrons.alike(first) == (twin,)
        assert work.patrons.alike(replace(first, birth_date=None)) == ()
        work.patrons.update(replace(twin, birth_date=date(1991, 5, 1)))
        assert work.patrons.alike(first) == ()


def test_a_guardian_is_another_patron_or_somebody_by_name(town: Town) -> None:
    child, parent = town.patron(), town.patron()
    with town.database.act() as work:
        guardians = work.patrons.guardians
        assert guardians.of(child.id) is None
        guardians.set(child.id, Guardian(name="Jan", phone="1", email="j@example.org"))
        guardians.set(child.id, Guardian(parent.id))
        assert guardians.of(child.id) == Guardian(parent.id)
        assert guardians.wards(parent.id) == (child.id,)
        guardians.set(child.id, None)
        assert guardians.of(child.id) is None


def test_nothing_that_belongs_to_a_patron_outlives_being_forgotten(town: Town) -> None:
    who, child = town.patron("K1", card_lost=True), town.patron("K2")
    with town.database.act() as work:
        work.patrons.change_card(who.id, "K3", NOW)
        for card in ("K1", "K3"):
            work.attempts.failed(f"card:{barcode_key(card)}", NOW)
        work.patrons.guardians.set(child.id, Guardian(who.id, "Ewa Nowak", "1"))
        work.patrons.guardians.set(who.id, Guardian(name="Jan"))
        work.notices.queue(NewNotice("late", "overdue", "email", "de", NOW, who.id))
        asked = work.requests.make(PatronRequest(act(), who.id, "purchase", NOW))
        work.requests.move(asked.id, RequestState.ORDERED, act_id=act(), by="anna", at=NOW)
        file = work.patrons.export(who.id)
        assert (file.guardian, file.wards) == (Guardian(name="Jan"), (child.id,))
        assert [card.card for card in file.former_cards] == ["K1"]
        assert [notice.key for notice in file.notices] == ["late"]
        assert [(number, step.state) for number, step in file.steps] == [(asked.id, "ordered")]
        work.patrons.erase(who.id)
        work.commit()
    with town.database.read() as view:
        assert view.patrons.former.find("K1") is None
        assert (view.attempts.of("card:k1").failures, view.attempts.of("card:k3").failures) == (0, 0)
        assert view.notices.by_key("late") is None
        assert view.requests.by_number(asked.number) is None
        assert view.requests.steps(asked.id) == ()
        assert view.patrons.guardians.of(child.id) is None


def test_new_cards_get_numbers_that_nobody_has_or_had(town: Town) -> None:
    form = CardFormat(prefix="29", length=6, check_digit=True)
    with town.database.act() as work:
        first = work.card_numbers.draw(form)
        serial = int(first[2:5])
        for ahead in (1, 2):
            work.patrons.add(patron(f"29{serial + ahead:03}{gtin_check_digit(f'29{serial + ahead:03}')}"))
        second = work.card_numbers.draw(form)
        assert int(second[2:5]) == serial + 3
        small = CardFormat(Symbology.CODE39, prefix="T", length=4, check_digit=False)
        drawn = {work.card_numbers.draw(small) for _ in range(5)}
        assert len(drawn) == 5
        with pytest.raises(NoCardNumberLeft):
            work.card_numbers.draw(replace(small, length=2, prefix="T9"))
