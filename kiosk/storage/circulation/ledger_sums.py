"""Whether the ledger's sums agree, charge by charge."""

from sqlalchemy import ColumnElement, case, func, or_, select

from kiosk.model.charge import SettlementKind
from kiosk.storage.link import Link
from kiosk.storage.tables import charges, settlements

_LESSENING = (SettlementKind.PAYMENT, SettlementKind.WAIVER, SettlementKind.REVERSAL)


def charges_that_disagree(link: Link) -> tuple[int, ...]:
    """Return the charges whose amount is not what is open, paid, waived and reversed together.

    Nor those of which more was refunded than ever was paid.
    """
    sums = (
        select(
            settlements.c.charge_id,
            _sum_of(*_LESSENING).label("less"),
            _sum_of(SettlementKind.PAYMENT).label("paid"),
            _sum_of(SettlementKind.REFUND).label("refunded"),
        )
        .group_by(settlements.c.charge_id)
        .subquery()
    )
    less, paid, refunded = (
        func.coalesce(column, 0) for column in (sums.c.less, sums.c.paid, sums.c.refunded)
    )
    wrong = or_(charges.c.amount != charges.c.open_amount + less, refunded > paid)
    joined = charges.outerjoin(sums, sums.c.charge_id == charges.c.id)
    return tuple(link.column(select(charges.c.id).select_from(joined).where(wrong).order_by(charges.c.id)))


def _sum_of(*kinds: SettlementKind) -> ColumnElement[int]:
    wanted = settlements.c.kind.in_([kind.value for kind in kinds])
    return func.sum(case((wanted, settlements.c.amount), else_=0))
