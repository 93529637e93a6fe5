"""Two cards of one person become one, and cards that ended long ago may be forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.model.charge import ChargeKind
from kiosk.model.hold import HoldState
from kiosk.model.patron import Guardian
from kiosk.model.staff_errors import CardsNotOnePerson, HoldsInTheWay
from kiosk.storage import Database
from tests.circulation.desk import NOON, Desk, by, days, eur
from tests.circulation.kept_databases import database, kept_postgresql, kept_sqlite

__all__ = ["database", "kept_postgresql", "kept_sqlite"]


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def _merge(desk: Desk, stays: str = "R1", goes: str = "R2") -> object:
    with desk.database.act() as work:
        kept, lost = work.patrons.by_card(stays), work.patrons.by_card(goes)
        assert kept is not None
        assert lost is not None
        moved = work.merging.merge(kept, lost, NOON)
        work.commit()
    return moved


def test_everything_that_hung_on_the_card_that_goes_hangs_on_the_one_that_stays(desk: Desk) -> None:
    desk.reader("R1", email=None)
    goes = desk.reader("R2", email="ewa@example.org", phone="030 123")
    desk.copy("B1")
    desk.copy("B2")
    desk.lend("R2", "B1")
    desk.lend("R2", "B2", NOON - days(40))
    desk.take_back("B2")
    with desk.database.act() as work:
        work.patrons.restrict(goes.id, "Come to the desk", "anna", NOON)
        work.patrons.notes.add(goes.id, "Reads large print", by="anna", at=NOON)
        work.audit.write(at=NOON, account="anna", act="edit", subject="patron", subject_id=goes.id)
        work.commit()
    _merge(desk)
    account = desk.statement("R1")
    assert [loan.barcode for loan in account.loans] == ["B1"]
    assert account.owes.minor > 0
    assert (account.patron.email, account.patron.phone) == ("ewa@example.org", "030 123")
    assert account.patron.restriction == "Come to the desk"
    with desk.database.read() as view:
        assert view.patrons.by_card("R2") is None
        assert view.patrons.of_number("R2") == replace(account.patron, card="R2", card_lost=True)
        assert [note.written for note in view.patrons.notes.of(account.patron.id)] == ["Reads large print"]
        assert "edit" in [entry.act for entry in view.audit.about("patron", account.patron.id)]


def test_of_two_holds_on_one_title_the_earlier_one_stays(desk: Desk) -> None:
    record = desk.copy("B1")
    for card in ("R0", "R1", "R2"):
        desk.reader(card)
    desk.lend("R0", "B1")
    desk.hold("R2", record, NOON - days(2))
    desk.hold("R1", record, NOON - days(1))
    _merge(desk)
    assert desk.queue(record) == [("R1", HoldState.QUEUED)]


def test_a_hold_for_which_an_item_is_kept_stays_before_an_earlier_one(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.reader("R3")
    desk.hold("R3", record, NOON + days(1))
    _merge(desk, "R3", "R2")
    assert desk.queue(record) == [("R3", HoldState.READY)]


def test_two_kept_items_of_one_title_are_in_the_way_and_nothing_is_changed(desk: Desk) -> None:
    record = desk.trapped("R2")
    desk.copy("B2", record)
    desk.reader("R3")
    desk.lend("R1", "B2")
    desk.hold("R3", record)
    desk.take_back("B2")
    before = desk.queue(record)
    assert [state for _card, state in before] == [HoldState.READY, HoldState.READY]
    with pytest.raises(HoldsInTheWay):
        _merge(desk, "R2", "R3")
    assert desk.queue(record) == before


def test_nobody_becomes_their_own_guardian(desk: Desk) -> None:
    stays, goes, ward = desk.reader("R1"), desk.reader("R2"), desk.reader("R3")
    with desk.database.act() as work:
        work.patrons.guardians.set(stays.id, Guardian(goes.id))
        work.patrons.guardians.set(ward.id, Guardian(goes.id))
        work.commit()
    _merge(desk)
    with desk.database.read() as view:
        assert view.patrons.guardians.of(stays.id) is None
        assert view.patrons.guardians.of(ward.id) == Guardian(stays.id)


def test_a_card_is_not_merged_with_itself(desk: Desk) -> None:
    desk.reader("R1")
    with pytest.raises(CardsNotOnePerson):
        _merge(desk, "R1", "R1")


def test_only_cards_ended_long_ago_for_which_nothing_is_open_are_swept(desk: Desk) -> None:
    ended = {"expires_on": date(2020, 1, 1)}
    free = desk.reader("R1", **ended)
    borrowing = desk.reader("R2", expires_on=date(2030, 1, 1))
    desk.copy("B1")
    desk.lend("R2", "B1")
    owing, waiting, guardian, ward = (desk.reader(f"R{number}", **ended) for number in (3, 4, 5, 6))
    desk.reader("R7", expires_on=date(2025, 12, 1))
    desk.reader("R8")
    with desk.database.act() as work:
        work.patrons.set_validity(borrowing.id, "adult", date(2020, 1, 1))
        work.patrons.guardians.set(ward.id, Guardian(guardian.id))
        work.commit()
    desk.acts.charge(owing.card, ChargeKind.MEMBERSHIP, eur("5.00"), by())
    record = desk.copy("B9")
    desk.reader("R9")
    desk.lend("R9", "B9")
    with desk.database.act() as work:
        work.patrons.set_validity(waiting.id, "adult", None)
        work.commit()
    desk.hold(waiting.card, record)
    with desk.database.act() as work:
        work.patrons.set_validity(waiting.id, "adult", date(2020, 1, 1))
        work.commit()
    before = NOON.date() - timedelta(days=365)
    with desk.database.read() as view:
        swept = view.patrons.finder.lapsed(before, 50)
        assert {one.card for one in swept} == {free.card, ward.card}
        assert view.patrons.finder.still_lapsed(free.id, before)
        assert not view.patrons.finder.still_lapsed(owing.id, before)
