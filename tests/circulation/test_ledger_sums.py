"""Whatever is done in whatever order, the ledger's sums agree and nothing is ever lost."""

from collections import Counter
from dataclasses import dataclass
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.membership.card_ledger import CardLedgers
from kiosk.model.charge import ChargeKind, SettlementKind
from kiosk.model.errors import KioskError
from kiosk.model.money import Money
from kiosk.rules.fines import FineMeter
from kiosk.storage.circulation.ledger_sums import charges_that_disagree

from .desk import Desk, by, eur
from .small_worlds import CARDS, STEPS, Step, World

LESSENING = (SettlementKind.PAYMENT, SettlementKind.WAIVER, SettlementKind.REVERSAL)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money in, forgiven or asked for; ``share`` of what is owed in eighths."""

    act: str
    card: str
    share: int
    twice: bool


MONEY = st.builds(
    Payment,
    act=st.sampled_from(("pay", "pay", "waive", "charge")),
    card=st.sampled_from(CARDS),
    share=st.integers(1, 9),
    twice=st.booleans(),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(past=st.lists(st.one_of(STEPS, STEPS, MONEY), max_size=18))
def test_every_sum_agrees_after_every_act(desk: Desk, past: list[Step | Payment]) -> None:
    world, ever = World(desk), 0
    for step in past:
        if isinstance(step, Step):
            world.do(step)
        else:
            _settle(world, step)
        charged = _look_at(world)
        assert charged >= ever
        ever = charged


def _settle(world: World, payment: Payment) -> None:
    card, acts, where = world.own(payment.card), world.desk.acts, by(world.now, account="desk")
    owed = world.desk.statement(card, world.now).owes
    # A ninth eighth is more than is owed, and refused.
    amount = Money(-(-owed.minor * payment.share // 8), "EUR")
    act_id = str(uuid4())
    for _ in range(2 if payment.twice else 1):
        try:
            if payment.act == "charge":
                acts.charge(card, ChargeKind.MEMBERSHIP, eur("3.33"), where, act_id=act_id)
                expected = owed + eur("3.33")
            else:
                acts.settle(card, amount, where, waive=payment.act == "waive", act_id=act_id)
                expected = owed - amount
        except KioskError:
            assert amount.minor == 0 or amount > owed
            expected = owed
        assert world.desk.statement(card, world.now).owes == expected


def _look_at(world: World) -> int:
    """Check all sums against each other, told twice; return all that was ever charged."""
    charged = 0
    with world.desk.database.read() as view:
        assert charges_that_disagree(view.link) == ()
        for card in CARDS:
            facts = view.facts.gather(card=world.own(card)).patron
            assert facts is not None
            number = facts.patron.id
            charges, entries = view.ledger.of_patron(number), view.ledger.settlements(number)
            sums = Counter[tuple[int, SettlementKind]]()
            for entry in entries:
                assert type(entry.amount.minor) is int
                sums[entry.charge_id, entry.kind] += entry.amount.minor
            for charge in charges:
                less = sum(sums[charge.id, kind] for kind in LESSENING)
                assert charge.amount.minor == charge.open_amount.minor + less
                assert sums[charge.id, SettlementKind.REFUND] <= sums[charge.id, SettlementKind.PAYMENT]
            assert view.ledger.owed(number) == sum((one.open_amount for one in charges), eur("0.00"))
            told = CardLedgers(world.desk.database, world.desk.decider).of_card(world.own(card), world.now)
            assert told.owed == sum((line.amount for line in told.lines), eur("0.00")) == facts.unpaid
            charged += sum(charge.amount.minor for charge in charges)
            meter = FineMeter(world.desk.decider.libraries.current(view), world.now)
            for lent in facts.loans:
                fined = [c for c in view.ledger.of_loan(lent.loan.id) if c.kind is ChargeKind.FINE]
                booked = sum((one.amount for one in fined), eur("0.00"))
                assert booked == (lent.loan.fine_booked or eur("0.00"))
                assert booked + meter.running(lent) <= eur("5.00")
    return charged
