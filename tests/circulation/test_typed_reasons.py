"""What staff type beside an act may name the patron: it goes when the act no longer names them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.membership.erasing import Erasing
from kiosk.membership.own_data import own_data
from kiosk.membership.self_service import SelfService
from kiosk.model.decision import Override, ReasonCode
from kiosk.model.item import Condition
from kiosk.storage import migrations
from kiosk.storage.tables import audit, metadata

from .desk import NOON, Desk, by, days

NAME = "Brzęczyszczykiewicz"
STAFF = by(account="m.weber")


def about(*codes: ReasonCode) -> Override:
    return Override(frozenset(codes), "m.weber", f"known to us: {NAME}")


def barred(desk: Desk, keeps: bool = False) -> int:
    """Register a reader whom only an override lends to; return the number of the title of B1."""
    desk.reader("G1", last_name=NAME, restriction="lost the key")
    if keeps:
        SelfService(desk.database, desk.decider).keep_history("G1", True)
    record = desk.copy("B1")
    assert desk.lend("G1", override=about(ReasonCode.CARD_RESTRICTED)).done
    return record


def claimed(desk: Desk) -> None:
    assert desk.acts.claim_returned("B1", STAFF, reason=f"{NAME} says the book drop").done


def renewed(desk: Desk) -> None:
    assert desk.renew("G1", override=about(ReasonCode.CARD_RESTRICTED), at=NOON + days(1)).done


def waited_for(desk: Desk) -> None:
    desk.reader("R9")
    record = desk.copy("B9")
    desk.lend("R9", "B9")
    assert desk.hold("G1", record, override=about(ReasonCode.CARD_RESTRICTED)).done
    desk.cancel("G1", record)


def waived(desk: Desk) -> None:
    desk.take_back("B1", NOON + days(40))
    desk.pay("2.40", "G1", waive=True, reason=f"{NAME} was ill", at=NOON + days(41))


def marked(desk: Desk) -> None:
    desk.take_back("B1", NOON + days(2))
    assert desk.acts.mark("B1", Condition.DAMAGED, STAFF, reason=f"wet, says frau {NAME.upper()}s son").done


def lost(desk: Desk) -> None:
    assert desk.acts.declare_lost("B1", STAFF, reason=f"{NAME} has moved").done
    owed = sum(one.open_amount.minor for one in desk.ledger("G1"))
    desk.pay(f"{owed / 100:.2f}", "G1", waive=True, reason=f"{NAME} is poor")


WAYS = (lambda _desk: None, claimed, renewed, waited_for, waived, marked, lost)


def where_it_stands(desk: Desk) -> list[str]:
    """Return every table in which the name stands, in any case: all rows of all tables are searched."""
    with desk.database.read() as view:
        return [
            table.name
            for table in metadata.sorted_tables
            if NAME.casefold() in str([list(row) for row in view.link.all(select(table))]).casefold()
        ]


def typed(desk: Desk) -> list[str]:
    with desk.database.read() as view:
        return [row.reason for row in view.link.all(select(audit)) if row.reason]


@pytest.mark.parametrize("keeps", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_no_typed_word_names_who_was_erased(desk: Desk, way: Callable[[Desk], None], keeps: bool) -> None:
    barred(desk, keeps)
    way(desk)
    assert "audit" in where_it_stands(desk)
    if desk.loan() is not None:
        desk.take_back("B1", NOON + days(3))
    Erasing(desk.database)("G1", by="m.weber", at=NOON + days(50))
    assert where_it_stands(desk) == []
    with desk.database.read() as view:
        kept = [row for row in view.link.all(select(audit)) if row.act == "checkout"]
    assert [(row.account, row.overridden) for row in kept] == [("m.weber", ["card.restricted"])]


def test_a_reason_goes_with_the_link_from_the_loan_to_the_patron(desk: Desk) -> None:
    barred(desk)
    claimed(desk)
    assert len(typed(desk)) == 2
    assert desk.acts.claim_returned("B1", STAFF, claims=False, reason=f"{NAME} found it").done
    assert len(typed(desk)) == 3
    desk.take_back("B1", NOON + days(1))
    assert typed(desk) == []


def test_a_reason_stays_as_long_as_the_patron_keeps_the_history(desk: Desk) -> None:
    barred(desk, keeps=True)
    desk.take_back("B1", NOON + days(1))
    assert typed(desk) == [f"known to us: {NAME}"]
    file = SelfService(desk.database, desk.decider).file("G1")
    told = str(own_data(file, "Europe/Berlin"))
    assert f"known to us: {NAME}" in told, "whoever asks what is kept of them is told what was typed"
    SelfService(desk.database, desk.decider).keep_history("G1", False)
    assert typed(desk) == []


def test_a_reason_for_a_hold_goes_when_the_hold_is_forgotten(desk: Desk) -> None:
    desk.reader("G1", last_name=NAME, restriction="lost the key")
    waited_for(desk)
    (hold,) = (one for one in _closed(desk, NOON + days(1)))
    assert typed(desk) == [f"known to us: {NAME}"]
    with desk.database.act() as work:
        assert work.holds.forget([hold]) == 1
        work.commit()
    assert typed(desk) == []


def _closed(desk: Desk, before: datetime) -> tuple[int, ...]:
    with desk.database.read() as view:
        return view.holds.closed_before(before, 10)


def test_reasons_about_copies_name_others_still(desk: Desk) -> None:
    barred(desk)
    desk.take_back("B1", NOON + days(1))
    desk.acts.mark("B1", Condition.DAMAGED, STAFF, reason="coffee, says Ms Nowicka")
    Erasing(desk.database)("G1", by="m.weber", at=NOON + days(2))
    assert typed(desk) == ["coffee, says Ms Nowicka"]


def test_what_was_typed_before_is_forgotten_too(desk: Desk, tmp_path: Path) -> None:
    """Reasons once stood under the copy and the title, where nobody could tell whose they were."""
    record = barred(desk, keeps=True)
    entry = {"account": "anna", "details": {}, "overridden": [], "reason": f"for {NAME}", "subject": "item"}
    with desk.database.act() as work:
        item, loan = desk.item().id, desk.lent().id
        rows = [
            entry | {"at": NOON, "act": "checkout", "subject_id": item},
            entry | {"at": NOON - days(9), "act": "renew", "subject_id": item},
            entry | {"at": NOON, "act": "hold", "subject": "record", "subject_id": record},
            entry | {"at": NOON, "act": "mark", "subject_id": item},
        ]
        for row in rows:
            work.link.write(audit.insert().values(row))
        work.commit()
    with desk.database.connection(to_write=True, foreign_keys=False) as connection:
        migrations.downgrade(connection, "0011")
        connection.commit()
    desk.database.create_or_upgrade(backup_folder=tmp_path / "saved", now=NOON)
    with desk.database.read() as view:
        found = view.link.all(select(audit).where(audit.c.account == "anna").order_by(audit.c.id))
    assert [(row.act, row.subject, row.subject_id, row.reason) for row in found] == [
        ("checkout", "loan", loan, f"for {NAME}"),
        ("renew", "item", item, None),
        ("hold", "record", record, None),
        ("mark", "item", item, f"for {NAME}"),
    ]
