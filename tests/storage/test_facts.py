"""Facts: everything one decision needs, in four statements, quickly for a full card."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event, select

from kiosk.model.charge import ChargeKind
from kiosk.model.decision import HoldFacts
from kiosk.model.item import Condition
from kiosk.storage import Database, NewCharge, tables

from .builders import NOW, WEEK, Town, act, description, eur


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Collect the statements sent to the database."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(database._engine, "before_cursor_execute", note)
    yield sent
    event.remove(database._engine, "before_cursor_execute", note)


def charged(town: Town, patron_id: int, minor: int) -> None:
    with town.database.act() as work:
        work.ledger.book(NewCharge(act(), patron_id, ChargeKind.OTHER, eur(minor), NOW))
        work.commit()


def test_an_unknown_card_and_barcode_are_simply_not_there(town: Town) -> None:
    with town.database.read() as view:
        gathered = view.facts.gather(card="nobody", barcodes=["nothing"])
    assert gathered.patron is None
    assert dict(gathered.copies) == {}
    assert dict(gathered.records) == {}


def test_the_patron_comes_with_debts_loans_and_holds(town: Town) -> None:
    who = town.patron("KaRTe", restriction="Bitte melden")
    item = town.item(price=eur(1200))
    late, early = town.loan(who, town.item()), town.loan(who, item, due_at=NOW + WEEK)
    wanted = town.record(description("Ruhm"))
    hold = town.hold(who, wanted.id)
    charged(town, who.id, 250)
    charged(town, who.id, 100)
    with town.database.read() as view:
        facts = view.facts.gather(card=" karte ").patron
    assert facts is not None
    assert facts.patron == who
    assert facts.patron.restriction == "Bitte melden"
    assert facts.unpaid == eur(350)
    assert [entry.loan for entry in facts.loans] == [early, late]
    assert facts.loans[0].item_price == eur(1200)
    assert (facts.loans[0].record_id, facts.loans[0].barcode) == (item.record_id, item.barcode)
    assert facts.holds == (HoldFacts(hold, (), "Ruhm"),)


def test_a_patron_without_loans_may_still_owe(town: Town) -> None:
    who = town.patron()
    charged(town, who.id, 5)
    with town.database.read() as view:
        facts = view.facts.gather(patron_id=who.id).patron
    assert facts is not None
    assert (facts.unpaid, facts.loans, facts.holds) == (eur(5), (), ())


def test_a_hold_tells_the_kinds_of_items_it_waits_for_by_barcode(town: Town) -> None:
    who, record = town.patron(), town.record()
    town.item(record, barcode="A1", not_for_loan=True, item_type="book")
    town.item(record, barcode="A2", condition=Condition.LOST)
    town.item(record, barcode="A3", branch="NORTH", item_type="dvd")
    town.item(record, barcode="A4", branch="MAIN", item_type="book")
    town.item(record, barcode="A0", branch="MAIN", item_type="book")
    town.hold(who, record.id)
    with town.database.read() as view:
        facts = view.facts.gather(patron_id=who.id).patron
    assert facts is not None
    assert facts.holds[0].kinds == (("MAIN", "book"), ("NORTH", "dvd"))


def test_a_hold_on_one_item_counts_under_that_item(town: Town) -> None:
    who, record = town.patron(), town.record()
    town.item(record, barcode="A1", item_type="dvd")
    wanted = town.item(record, barcode="A2", item_type="book")
    town.hold(who, record.id, item_id=wanted.id)
    with town.database.read() as view:
        facts = view.facts.gather(patron_id=who.id).patron
    assert facts is not None
    assert [item_type for _branch, item_type in facts.holds[0].kinds] == ["book"]


def test_copies_come_with_their_loan_their_hold_and_their_record(town: Town) -> None:
    record = town.record(description(online="https://e.example"))
    kept, out = town.item(record, barcode="K1"), town.item(record, barcode="K2")
    who, other = town.patron(), town.patron()
    loan = town.loan(None, out)
    first, second = town.hold(other, record.id), town.hold(who, record.id)
    with town.database.act() as work:
        trapped = work.holds.trap(first.id, kept.id, ready_at=NOW, ready_until=NOW.date())
        work.commit()
    with town.database.read() as view:
        gathered = view.facts.gather(card=who.card, barcodes=["k1", "K2 ", "K3"])
    assert set(gathered.copies) == {"k1", "k2"}
    assert (gathered.copies["k1"].loan, gathered.copies["k1"].trapped_for) == (None, trapped)
    assert (gathered.copies["k2"].loan, gathered.copies["k2"].trapped_for) == (loan, None)
    facts = gathered.records[record.id]
    assert [copy.item.barcode for copy in facts.copies] == ["K1", "K2"]
    assert facts.holds == (trapped, second)
    assert facts.online
    assert gathered.patron is not None
    assert [hold.hold for hold in gathered.patron.holds] == [second]


def test_a_record_without_items_is_a_record(town: Town) -> None:
    record = town.record()
    item = town.item()
    with town.database.read() as view:
        gathered = view.facts.gather(barcodes=[item.barcode], record_ids=[record.id, 4711])
    assert set(gathered.records) == {record.id, item.record_id}
    assert gathered.records[record.id].copies == ()


def test_four_statements_are_enough_for_a_full_card(town: Town) -> None:
    who = full_card(town, loans=1000)
    asked = [town.item().barcode for _ in range(5)] + [f"full{number}" for number in range(45)]
    with town.database.read() as view, counted(town.database) as sent:
        gathered = view.facts.gather(card=who, barcodes=asked)
    assert len(sent) == 4
    assert gathered.patron is not None
    assert len(gathered.patron.loans) == 1000
    assert len(gathered.copies) == 50


def test_locking_facts_takes_no_further_statement(town: Town) -> None:
    who, item = town.patron(), town.item()
    with town.database.act() as work, counted(town.database) as sent:
        gathered = work.facts.gather(card=who.card, barcodes=[item.barcode], lock=True)
        assert len(sent) == 4
        assert work.facts.gather(barcodes=[item.barcode], lock=True).copies == gathered.copies
    assert gathered.patron is not None


def full_card(town: Town, loans: int) -> str:
    """Lend a thousand copies of one title to one card, by the same statement many times."""
    who, first = town.patron("FULL"), town.item(barcode="full0")
    town.loan(who, first)
    with town.database.act() as work:
        item = dict(work.link.all(select(tables.items).where(tables.items.c.id == first.id))[0]._mapping)
        loan = dict(work.link.all(select(tables.loans))[0]._mapping)
        copies, lent = [], []
        for number in range(1, loans):
            key, item_id = f"full{number}", first.id + 1000 + number
            copies.append({**item, "id": item_id, "barcode": key, "barcode_key": key})
            lent.append({**loan, "id": loan["id"] + number, "act_id": act(), "item_id": item_id})
        work.link.write(tables.items.insert(), copies)
        work.link.write(tables.loans.insert(), lent)
        work.commit()
    return who.card
