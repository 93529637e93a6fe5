"""Loans and holds: one holder at a time, every act once, links cut when nobody needs them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.errors import InvalidTime
from kiosk.model.hold import HoldState
from kiosk.model.item import Item, Place
from kiosk.model.loan import Loan
from kiosk.model.patron import Patron
from kiosk.storage import BeforeLoan, NewCharge, NewNotice

from .builders import NOW, TERMS, WEEK, Town, act, eur, new_loan, place


def returned(town: Town, loan: Loan, *, lost: bool = False, undone: bool = False) -> Loan | None:
    with town.database.act() as work:
        closed = work.loans.close(loan.id, act_id=act(), at=NOW + WEEK, lost=lost, undone=undone)
        work.commit()
    return closed


def link_of(town: Town, loan: Loan) -> int | None:
    with town.database.read() as view:
        stored = view.loans.get(loan.id)
    assert stored is not None
    return stored.patron_id


def fined(town: Town, who: Patron, loan: Loan, item: Item, kind: ChargeKind = ChargeKind.FINE) -> int:
    with town.database.act() as work:
        charge = work.ledger.book(
            NewCharge(act(), who.id, kind, eur(300), NOW, loan.id, item.id, "Die Vermessung der Welt")
        )
        work.commit()
    return charge.id


def test_a_loan_comes_back_as_it_was_opened(town: Town) -> None:
    who, item = town.patron(), town.item()
    wanted = new_loan(item, who)
    with town.database.act() as work:
        opened = work.loans.open(wanted)
        assert opened == work.loans.of_item(item.id) == work.loans.by_act(wanted.act_id)
    assert opened is not None
    assert (opened.terms, opened.due_at, opened.patron_id) == (TERMS, NOW + 4 * WEEK, who.id)
    assert opened.fine_booked is None


def test_an_item_has_one_open_loan(town: Town) -> None:
    item = town.item()
    town.loan(town.patron(), item)
    with town.database.act() as work:
        assert work.loans.open(new_loan(item, None)) is None


def test_a_repeated_checkout_is_the_same_loan(town: Town) -> None:
    wanted = new_loan(town.item(), town.patron())
    with town.database.act() as work:
        first = work.loans.open(wanted)
        assert work.loans.open(wanted) == first
        assert first is not None


def test_a_returned_item_can_be_lent_again(town: Town) -> None:
    item = town.item()
    returned(town, town.loan(town.patron(), item))
    assert town.loan(town.patron(), item).returned_at is None


def test_a_loan_due_before_it_begins_is_refused(town: Town) -> None:
    wrong = new_loan(town.item(), town.patron(), due_at=NOW - WEEK)
    with town.database.act() as work, pytest.raises(InvalidTime):
        work.loans.open(wrong)


def test_a_renewal_counts_once_however_often_it_is_sent(town: Town) -> None:
    loan = town.loan(town.patron(), town.item())
    later = replace(TERMS, fine_per_day=eur(30))
    with town.database.act() as work:
        for _ in range(2):
            renewed = work.loans.renew(
                loan.id, act_id="same", at=NOW + WEEK, due_at=NOW + 5 * WEEK, terms=later, fine_booked=eur(40)
            )
        assert renewed is not None
        assert (renewed.renewals_used, renewed.due_at, renewed.renewed_at) == (1, NOW + 5 * WEEK, NOW + WEEK)
        assert (renewed.terms, renewed.fine_booked) == (later, eur(40))


def test_fines_booked_by_renewals_add_up(town: Town) -> None:
    loan = town.loan(town.patron(), town.item())
    with town.database.act() as work:
        for week in (1, 2):
            renewed = work.loans.renew(
                loan.id,
                act_id=act(),
                at=NOW + week * WEEK,
                due_at=NOW + (4 + week) * WEEK,
                terms=TERMS,
                fine_booked=eur(40),
            )
    assert renewed is not None
    assert renewed.fine_booked == eur(80)


def test_a_loan_that_is_over_is_not_renewed(town: Town) -> None:
    loan = town.loan(town.patron(), town.item())
    returned(town, loan)
    with town.database.act() as work:
        again = work.loans.renew(loan.id, act_id=act(), at=NOW + WEEK, due_at=NOW + 5 * WEEK, terms=TERMS)
    assert again is None


def test_a_return_is_done_once(town: Town) -> None:
    loan = town.loan(town.patron(), town.item())
    with town.database.act() as work:
        assert work.loans.close(loan.id, act_id="back", at=NOW + WEEK) is not None
        again = work.loans.close(loan.id, act_id="back", at=NOW + 2 * WEEK)
        assert again is not None
        assert again.returned_at == NOW + WEEK
        assert work.loans.close(loan.id, act_id="another", at=NOW + 2 * WEEK) is None


def test_nothing_is_returned_before_it_was_lent(town: Town) -> None:
    loan = town.loan(town.patron(), town.item())
    with town.database.act() as work, pytest.raises(InvalidTime):
        work.loans.close(loan.id, act_id=act(), at=NOW - timedelta(seconds=1))


def test_a_return_cuts_the_link_to_the_patron(town: Town) -> None:
    who = town.patron()
    loan = town.loan(who, town.item())
    closed = returned(town, loan)
    assert closed is not None
    assert closed.patron_id == who.id
    assert link_of(town, loan) is None


def test_a_fine_keeps_the_link_until_it_is_paid(town: Town) -> None:
    who, item = town.patron(), town.item()
    loan = town.loan(who, item)
    fined(town, who, loan, item)
    returned(town, loan)
    assert link_of(town, loan) == who.id
    with town.database.act() as work:
        work.ledger.settle(
            who.id, act_id=act(), kind=SettlementKind.PAYMENT, amount=eur(300), at=NOW, by="desk"
        )
        (charge,) = work.ledger.of_patron(who.id)
        work.commit()
    assert link_of(town, loan) is None
    assert (charge.loan_id, charge.item_id, charge.title) == (None, None, None)


def test_a_claim_keeps_the_link_until_it_is_settled(town: Town) -> None:
    who = town.patron()
    loan = town.loan(who, town.item())
    with town.database.act() as work:
        work.loans.claim_returned(loan.id, True)
        work.commit()
    returned(town, loan)
    assert link_of(town, loan) == who.id
    with town.database.act() as work:
        work.loans.claim_returned(loan.id, False)
        work.commit()
    assert link_of(town, loan) is None


def test_a_history_is_kept_by_choice_and_forgotten_at_once(town: Town) -> None:
    who = town.patron(keeps_history=True)
    loan = town.loan(who, town.item())
    returned(town, loan)
    with town.database.act() as work:
        assert [entry.loan.id for entry in work.loans.history(who.id)] == [loan.id]
        work.patrons.keep_history(who.id, False)
        assert work.loans.history(who.id) == ()
        work.commit()
    assert link_of(town, loan) is None


def test_a_paid_lost_item_stays_linked_until_it_is_found_and_paid_back(town: Town) -> None:
    who, item = town.patron(), town.item()
    loan = town.loan(who, item)
    charge = fined(town, who, loan, item, ChargeKind.REPLACEMENT)
    returned(town, loan, lost=True)
    with town.database.act() as work:
        work.ledger.settle(
            who.id, act_id=act(), kind=SettlementKind.PAYMENT, amount=eur(300), at=NOW, by="desk"
        )
        lost = work.loans.last_lost(item.id)
        assert lost is not None
        assert lost.patron_id == who.id
        (refund,) = work.ledger.reverse(charge, act_id="found", at=NOW + WEEK, by="desk")
        assert (refund.kind, refund.amount) == (SettlementKind.REFUND, eur(300))
        assert work.ledger.reverse(charge, act_id="found", at=NOW + WEEK, by="desk") == (refund,)
        assert work.loans.last_lost(item.id) is None
        work.commit()
    assert link_of(town, loan) is None


def test_overdue_and_due_loans_are_found(town: Town) -> None:
    late = town.loan(town.patron(), town.item(), due_at=NOW + WEEK)
    soon = town.loan(town.patron(), town.item(), due_at=NOW + 2 * WEEK)
    with town.database.read() as view:
        assert [entry.loan.id for entry in view.loans.overdue(NOW + 2 * WEEK)] == [late.id]
        assert view.loans.overdue(NOW + 2 * WEEK, after=late.id) == ()
        due = view.loans.due_between(NOW + WEEK, NOW + 3 * WEEK)
        assert [entry.loan.id for entry in due] == [late.id, soon.id]


def test_a_patron_has_one_open_hold_on_a_record(town: Town) -> None:
    who, item = town.patron(), town.item()
    first = town.hold(who, item.record_id)
    with town.database.act() as work:
        assert place(work, who, item.record_id) is None
        assert place(work, who, item.record_id, act_id=first.act_id) == first
        work.holds.close(first.id, HoldState.CANCELLED, NOW)
        assert place(work, who, item.record_id) is not None


def test_holds_wait_in_the_order_in_which_they_were_placed(town: Town) -> None:
    item = town.item()
    second = town.hold(town.patron(), item.record_id, placed_at=NOW + WEEK)
    first = town.hold(town.patron(category="child"), item.record_id)
    with town.database.read() as view:
        queue = view.holds.of_record(item.record_id)
    assert [hold.id for hold in queue] == [first.id, second.id]
    assert [hold.patron_category for hold in queue] == ["child", "adult"]


def test_a_hold_lives_from_the_queue_to_the_shelf_and_back(town: Town) -> None:
    item = town.item()
    hold = town.hold(town.patron(), item.record_id)
    until = (NOW + WEEK).date()
    with town.database.act() as work:
        sent = work.holds.send(hold.id, item.id)
        assert sent is not None
        assert (sent.state, sent.trapped_item_id) == (HoldState.IN_TRANSIT, item.id)
        ready = work.holds.trap(hold.id, item.id, ready_at=NOW, ready_until=until)
        assert ready is not None
        assert (ready.state, ready.ready_until) == (HoldState.READY, until)
        assert work.holds.of_item(item.id) == ready
        assert work.holds.past_shelf(until) == ()
        assert work.holds.past_shelf(until + timedelta(days=1)) == (ready,)
        assert work.holds.release(hold.id) == hold
        assert work.holds.resume(hold.id) is None
        suspended = work.holds.suspend(hold.id)
        assert suspended is not None
        assert work.holds.trap(hold.id, item.id, ready_at=NOW, ready_until=until) is None
        assert work.holds.resume(hold.id) == hold


def test_an_item_is_kept_for_one_hold_only(town: Town) -> None:
    item = town.item()
    first, second = (town.hold(town.patron(), item.record_id) for _ in range(2))
    with town.database.act() as work:
        assert work.holds.trap(first.id, item.id, ready_at=NOW, ready_until=NOW.date()) is not None
        assert work.holds.trap(second.id, item.id, ready_at=NOW, ready_until=NOW.date()) is None
        assert work.holds.send(second.id, item.id) is None


def test_a_closed_hold_stays_closed(town: Town) -> None:
    hold = town.hold(town.patron(), town.item().record_id)
    with town.database.act() as work:
        closed = work.holds.close(hold.id, HoldState.EXPIRED, NOW + WEEK)
        assert closed is not None
        assert closed.closed_at == NOW + WEEK
        assert work.holds.close(hold.id, HoldState.FILLED, NOW + WEEK) is None
        assert work.holds.suspend(hold.id) is None
        with pytest.raises(ValueError):
            work.holds.close(hold.id, HoldState.READY, NOW)
        assert work.holds.closed_before(NOW, 5) == ()
        assert work.holds.forget(work.holds.closed_before(NOW + 2 * WEEK, 5)) == 1


def test_the_pull_list_gives_each_standing_copy_to_the_first_who_waits(town: Town) -> None:
    record = town.record()
    town.item(record, branch="NORTH")
    standing = town.item(record)
    town.loan(None, town.item(record))
    first, second = (town.hold(town.patron(), record.id) for _ in range(2))
    with town.database.read() as view:
        (pull,) = view.holds.to_pull("MAIN")
        assert (pull.hold.id, pull.copy.item.id, pull.title) == (
            first.id,
            standing.id,
            "Die Vermessung der Welt",
        )
        assert len(view.holds.to_pull("NORTH")) == 1
    with town.database.act() as work:
        work.items.set_place(standing.id, Place.STAFF)
        assert work.holds.to_pull("MAIN") == ()
    assert second.state is HoldState.QUEUED


def test_one_may_wait_for_two_volumes_of_a_record_but_for_none_of_them_twice(town: Town) -> None:
    who, record = town.patron(), town.record()
    volumes = [town.item(record) for _ in range(2)]
    for volume in volumes:
        town.hold(who, record.id, item_id=volume.id)
    town.hold(who, record.id)
    with town.database.act() as work:
        assert place(work, who, record.id) is None
        assert [place(work, who, record.id, item_id=volume.id) for volume in volumes] == [None, None]
        assert len(work.holds.of_patron(who.id)) == 3
    town.hold(town.patron(), record.id, item_id=volumes[0].id)


def test_who_has_priority_goes_first_whenever_the_hold_was_placed(town: Town) -> None:
    item = town.item()
    first = town.hold(town.patron(), item.record_id)
    late = town.hold(town.patron(), item.record_id, placed_at=NOW + WEEK, priority=5)
    low = town.hold(town.patron(), item.record_id, placed_at=NOW - WEEK, priority=-1)
    with town.database.read() as view:
        assert [hold.id for hold in view.holds.of_record(item.record_id)] == [late.id, first.id, low.id]
        (pull,) = view.holds.to_pull("MAIN")
        gathered = view.facts.gather(record_ids=[item.record_id])
    assert pull.hold == late
    assert [hold.id for hold in gathered.records[item.record_id].holds] == [late.id, first.id, low.id]


def test_a_hold_is_suspended_until_a_day(town: Town) -> None:
    hold = town.hold(town.patron(), town.item().record_id)
    day = (NOW + WEEK).date()
    with town.database.act() as work:
        suspended = work.holds.suspend(hold.id, day)
        assert suspended is not None
        assert suspended.suspended_until == day
        assert work.holds.to_resume(day - timedelta(days=1)) == ()
        assert work.holds.to_resume(day) == (suspended,)
        assert work.holds.resume(hold.id) == hold
        assert work.holds.to_resume(day) == ()


def test_an_open_hold_is_never_forgotten(town: Town) -> None:
    hold = town.hold(town.patron(), town.item().record_id)
    with town.database.act() as work:
        assert work.holds.forget([hold.id]) == 0
        assert work.holds.get(hold.id) == hold


def test_what_decided_a_loan_is_kept_with_it_and_with_its_renewals(town: Town) -> None:
    item, decided = town.item(), {"loan_period": {"value": "28 days", "row": 1, "scope": {}}}
    later = {"loan_period": {"value": "14 days", "row": 2, "scope": {"item_type": "book"}}}
    loan = town.loan(town.patron(), item, decided=decided, loan_fee=eur(150))
    assert (loan.loan_fee, loan.undone) == (eur(150), False)
    renewing = {"act_id": act(), "at": NOW + WEEK, "due_at": NOW + 6 * WEEK, "terms": TERMS}
    with town.database.act() as work:
        for _ in range(2):
            renewed = work.loans.renew(loan.id, **renewing, decided=later, fine_booked=eur(20))  # type: ignore[arg-type]
        assert renewed is not None
        assert renewed.loan_fee == eur(150)
        kept = work.loans.decided(loan.id)
    assert [(entry.at, entry.values) for entry in kept] == [(NOW, decided), (NOW + WEEK, later)]


def test_an_undone_loan_ends_and_tells_what_it_had_changed(town: Town) -> None:
    who, item = town.patron(keeps_history=True), town.item()
    before = BeforeLoan(
        filled_hold_id=7, filled_hold_state=HoldState.READY, place=Place.HOLD_SHELF, at_branch="NORTH"
    )
    loan = town.loan(who, item, before=before)
    with town.database.act() as work:
        assert work.loans.before(loan.id) == before
        undone = work.loans.close(loan.id, act_id="undo", at=NOW, undone=True)
        assert undone is not None
        assert undone.undone
        assert work.loans.of_item(item.id) is None
        again = work.loans.close(loan.id, act_id="undo", at=NOW, undone=True)
        assert again == replace(undone, patron_id=None)
        assert work.loans.history(who.id) == ()
        assert [found.loans for found in work.records.to_index([item.record_id])] == [0]
        assert work.records.most_borrowed(NOW - WEEK, 5) == []
        assert work.loans.before(4711) is None


def test_cutting_a_link_leaves_no_way_round_it(town: Town) -> None:
    who, item = town.patron(), town.item()
    loan = town.loan(who, item, before=BeforeLoan(filled_hold_id=7))
    with town.database.act() as work:
        work.notices.queue(NewNotice("late", "overdue", "email", "de", NOW, who.id, loan_id=loan.id))
        work.notices.queue(NewNotice("ready", "hold_ready", "email", "de", NOW, who.id, hold_id=7))
        work.loans.close(loan.id, act_id=act(), at=NOW + WEEK)
        before = work.loans.before(loan.id)
        assert before is not None
        assert before.filled_hold_id is None
        assert [notice.key for notice in work.notices.of_patron(who.id)] == ["ready"]


def test_loans_to_cut_are_found_a_few_at_a_time(town: Town) -> None:
    who = town.patron(keeps_history=True)
    loans = [town.loan(who, town.item()) for _ in range(3)]
    for loan in loans[:2]:
        returned(town, loan)
    with town.database.act() as work:
        assert work.loans.to_cut(0, 5) == ()
        assert work.loans.cut_links([loan.id for loan in loans]) == 0
    other = town.patron()
    claimed = [town.loan(other, town.item()) for _ in range(2)]
    with town.database.act() as work:
        for loan in claimed:
            work.loans.claim_returned(loan.id, True)
            work.loans.close(loan.id, act_id=act(), at=NOW + WEEK)
        work.commit()
    with town.database.connection(to_write=True) as connection:
        connection.exec_driver_sql("UPDATE loans SET claims_returned = false")
        connection.commit()
    ids = tuple(loan.id for loan in claimed)
    with town.database.act() as work:
        assert work.loans.to_cut(0, 1) == ids[:1]
        assert work.loans.to_cut(ids[0], 5) == ids[1:]
        assert work.loans.cut_links([*ids, loans[2].id]) == 2
        assert work.loans.to_cut(0, 5) == ()


def test_the_last_waits_of_a_type_are_kept_and_a_clock_set_back_is_no_wait(town: Town) -> None:
    with town.database.act() as work:
        for days in range(4):
            wait, at = timedelta(days=days), NOW + timedelta(days=days)
            work.hold_waits.note(item_type="dvd", branch="MAIN", waited=wait, filled_at=at)
        work.hold_waits.note(item_type="book", branch="MAIN", waited=-WEEK, filled_at=NOW)
        assert work.hold_waits.latest("dvd", 2) == (timedelta(days=3), timedelta(days=2))
        assert work.hold_waits.latest("book") == (timedelta(0),)
        assert work.hold_waits.latest("map") == ()
        beyond = work.hold_waits.beyond(3)
        assert work.hold_waits.forget(beyond) == 1
        assert timedelta(0) not in work.hold_waits.latest("dvd")
        assert work.hold_waits.beyond(3) == ()


def test_acts_done_are_known_once_and_forgotten_when_they_are_old(town: Town) -> None:
    with town.database.act() as work:
        work.acts_done.remember("a", NOW)
        work.acts_done.remember("a", NOW + WEEK)
        work.acts_done.remember("b", NOW + WEEK)
        assert work.acts_done.before(NOW + WEEK, 5) == ("a",)
        assert work.acts_done.forget(["a"]) == 1
        assert (work.acts_done.knows("a"), work.acts_done.knows("b")) == (False, True)
