"""A card's ledger line by line."""

import pytest

from kiosk.membership.card_ledger import CardLedger, CardLedgers
from kiosk.model.charge import ChargeKind, PaymentMethod
from kiosk.model.errors import CardUnknown
from kiosk.storage import Database
from tests.circulation.desk import NOON, Desk, by, days, eur


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def ledger(desk: Desk, at: int = 100, since: int | None = None, card: str = "R1") -> CardLedger:
    ledgers = CardLedgers(desk.database, desk.decider)
    return ledgers.of_card(card, NOON + days(at), None if since is None else NOON + days(since))


def told(of: CardLedger) -> list[tuple[str, str, str, str]]:
    return [
        (str(line.settled or "charge"), str(line.kind), line.amount.decimal(), line.balance.decimal())
        for line in of.lines
    ]


def a_life(desk: Desk) -> None:
    """Have R1 owe, pay, lose, be forgiven, and find again."""
    desk.reader()
    desk.copy("D1", item_type="dvd")
    desk.copy("B1")
    desk.lend("R1", "D1")
    desk.lend("R1", "B1")
    desk.pay("1.00", at=NOON + days(1), method=PaymentMethod.CASH)
    desk.lose("B1", NOON + days(2))
    desk.pay("10.50", at=NOON + days(3))
    desk.acts.settle("R1", eur("2.00"), by(NOON + days(4), account="desk"), waive=True, reason="kind")
    desk.take_back("B1", NOON + days(5))


def test_every_entry_moves_the_balance(desk: Desk) -> None:
    a_life(desk)
    assert told(ledger(desk, at=6)) == [
        ("charge", "loan_fee", "1.50", "1.50"),
        ("payment", "loan_fee", "-1.00", "0.50"),
        ("charge", "replacement", "15.00", "15.50"),
        ("payment", "loan_fee", "-0.50", "15.00"),
        ("payment", "replacement", "-10.00", "5.00"),
        ("waiver", "replacement", "-2.00", "3.00"),
        ("reversal", "replacement", "-3.00", "0.00"),
        ("reversal", "replacement", "-10.00", "-10.00"),
        ("refund", "replacement", "10.00", "0.00"),
    ]
    assert [line.method for line in ledger(desk).lines][1] is PaymentMethod.CASH


def test_running_fines_are_told_apart(desk: Desk) -> None:
    a_life(desk)
    now = ledger(desk, at=10)
    assert (now.owed, now.running) == (eur("0.00"), eur("0.60"))


def test_a_part_begins_with_the_balance_before(desk: Desk) -> None:
    a_life(desk)
    assert told(ledger(desk, at=4, since=4)) == [("waiver", "replacement", "-2.00", "3.00")]
    assert ledger(desk, at=4, since=90).owed == eur("3.00")


def test_a_card_without_charges_has_none(desk: Desk) -> None:
    desk.reader()
    assert (ledger(desk).lines, ledger(desk).owed) == ((), eur("0.00"))
    desk.acts.charge("R1", ChargeKind.OTHER, eur("0.30"), by(NOON), note="copies")
    (line,) = ledger(desk).lines
    assert (line.note, line.title) == ("copies", None)
    with pytest.raises(CardUnknown):
        ledger(desk, card="nobody")
