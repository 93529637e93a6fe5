"""What a code turns out to be, and what staff see of a card and of an item."""

from datetime import UTC, date, datetime

import pytest

from kiosk.model.errors import CardUnknown
from kiosk.model.item import ItemStatus
from kiosk.model.patron import Guardian
from kiosk.staff.desk.reading import Kind
from tests.circulation.desk import MAIN, NOON, days, eur
from tests.staff.desk.counter import Counter


def kind_of(counter: Counter, text: str, *, item_first: bool = False) -> tuple[Kind, str | None, str | None]:
    read = counter.staff.reading.what_is(counter.me, text, item_first=item_first)
    return read.kind, read.card, read.barcode


def test_a_card_and_an_item_are_told_apart_whatever_their_case(counter: Counter) -> None:
    counter.desk.copy("Bc9")
    counter.desk.reader("R1")
    assert kind_of(counter, " r1 ") == (Kind.CARD, "R1", None)
    assert kind_of(counter, "BC9") == (Kind.ITEM, None, "Bc9")


def test_a_number_that_is_both_is_what_is_asked_for_first(counter: Counter) -> None:
    counter.desk.copy("77")
    counter.desk.reader("77")
    assert kind_of(counter, "77")[0] is Kind.CARD
    assert kind_of(counter, "77", item_first=True)[0] is Kind.ITEM


@pytest.mark.parametrize("text", ["", "   ", "no such thing", "4711", "%_\\", "\x00"])
def test_what_means_nothing_says_so(counter: Counter, text: str) -> None:
    assert kind_of(counter, text)[0] is Kind.NOTHING


def test_a_name_finds_its_people_and_a_title_its_copies(counter: Counter) -> None:
    counter.desk.reader("R1")
    record = counter.desk.copy("B1")
    read = counter.staff.reading.what_is(counter.me, "nowa", item_first=False)
    assert [one.card for one in read.patrons] == ["R1"]
    counter.catch_up()
    read = counter.staff.reading.what_is(counter.me, "emma", item_first=False)
    assert read.kind is Kind.NAMES
    (title,) = read.titles
    assert (title.record_id, [copy.item.barcode for copy in title.copies]) == (record, ["B1"])


def test_a_lost_card_that_was_replaced_leads_to_its_owner_and_says_so(counter: Counter) -> None:
    owner = counter.desk.reader("OLD", card_lost=True)
    with counter.desk.database.act() as work:
        assert work.patrons.change_card(owner.id, "NEW", NOON)
        work.commit()
    assert kind_of(counter, "old") == (Kind.CARD, "OLD", None)
    card = counter.staff.cards.open(counter.me, "old", at=NOON)
    assert (card.patron.card, card.scanned, card.replaced, card.is_valid) == ("NEW", "OLD", True, False)


def test_a_card_shows_age_expiry_restrictions_and_what_is_owed(counter: Counter) -> None:
    counter.desk.copy()
    reader = counter.desk.reader(birth_date=date(2010, 3, 3), expires_on=date(2026, 3, 1))
    counter.desk.lend(at=NOON - days(60))
    with counter.desk.database.act() as work:
        work.patrons.restrict(reader.id, "Bring your ID", "anna", NOON)
        work.commit()
    card = counter.staff.cards.open(counter.me, "R1", at=NOON)
    assert (card.name, card.age, card.expired, card.is_valid) == ("Nowak, Ewa", 15, True, False)
    assert [one.text for one in card.restrictions] == ["Bring your ID"]
    assert (card.statement.owes, [line.overdue for line in card.statement.loans]) == (eur("5.00"), [True])
    assert counter.staff.cards.open(counter.me, "R1", at=NOON + days(1)).age == 16


def test_a_card_valid_through_today_has_not_expired(counter: Counter) -> None:
    counter.desk.reader(expires_on=date(2026, 3, 2))
    late_evening = datetime(2026, 3, 2, 22, 59, tzinfo=UTC)
    assert not counter.staff.cards.open(counter.me, "R1", at=late_evening).expired
    assert counter.staff.cards.open(counter.me, "R1", at=datetime(2026, 3, 2, 23, 0, tzinfo=UTC)).expired


def test_a_family_is_shown_from_each_of_its_cards(counter: Counter) -> None:
    mother = counter.desk.reader("M", first_name="Maria")
    children = [counter.desk.reader(card, first_name=card) for card in ("A", "B")]
    with counter.desk.database.act() as work:
        for child in children:
            work.patrons.guardians.set(child.id, Guardian(mother.id))
        work.commit()
    seen = {
        card: {one.card for one in counter.staff.cards.open(counter.me, card, at=NOON).family}
        for card in ("M", "A", "B")
    }
    assert seen == {"M": {"A", "B"}, "A": {"M", "B"}, "B": {"M", "A"}}


def test_an_unknown_card_cannot_be_opened(counter: Counter) -> None:
    with pytest.raises(CardUnknown):
        counter.staff.cards.open(counter.me, "R9", at=NOON)


def test_an_item_says_who_has_it_and_for_whom_it_is_kept(counter: Counter) -> None:
    counter.desk.trapped("R2")
    kept = counter.staff.reading.item(counter.me, "b1")
    assert kept is not None
    assert (kept.status, kept.waiting_for and kept.waiting_for.card) == (ItemStatus.HOLD_SHELF, "R2")
    assert counter.desk.lend("R2").done
    lent = counter.staff.reading.item(counter.me, "B1")
    assert lent is not None
    assert (lent.status, lent.borrower and lent.borrower.card, lent.title) == (
        ItemStatus.ON_LOAN,
        "R2",
        "Emma",
    )
    assert counter.staff.reading.item(counter.me, "nope") is None


def test_looking_where_an_item_would_go_changes_nothing(counter: Counter) -> None:
    counter.desk.copy()
    before = counter.desk.item()
    routing = counter.staff.reading.would_go(counter.me, "B1", at=NOON)
    assert routing is not None
    assert routing.place == "shelf"
    assert counter.desk.item() == before
    assert counter.staff.reading.would_go(counter.me, "nope", at=NOON) is None
    assert before.branch == MAIN
