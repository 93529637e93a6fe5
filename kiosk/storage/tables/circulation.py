"""Loans, renewals and holds, how long holds waited, and acts known by nothing else."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    false,
)

from kiosk.model.hold import OPEN_HOLD_STATES, HoldState
from kiosk.model.rule import PeriodUnit
from kiosk.storage.tables.base import Date, Json, KeyText, Moment, metadata, partial_index
from kiosk.storage.tables.checks import one_of

OPEN_STATES = tuple(sorted(state.value for state in OPEN_HOLD_STATES))
_QUOTED = ", ".join(f"'{state}'" for state in OPEN_STATES)
OPEN_HOLD = f"state IN ({_QUOTED})"

# The patron's category stays when the patron's name goes: the reports need it, and it names nobody.
loans = Table(
    "loans",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("item_id", Integer, ForeignKey("items.id"), nullable=False, index=True),
    Column("patron_id", Integer, ForeignKey("patrons.id"), index=True),
    Column("patron_category", KeyText),
    Column("branch", KeyText, ForeignKey("branches.code"), nullable=False),
    Column("lent_at", Moment, nullable=False, index=True),
    Column("due_at", Moment, nullable=False),
    Column("period_count", Integer, nullable=False),
    Column("period_unit", KeyText, nullable=False),
    Column("renewals", Integer, nullable=False),
    Column("fine_per_day", Integer, nullable=False),
    Column("fine_grace_days", Integer, nullable=False),
    Column("fine_closed_days", Boolean, nullable=False),
    Column("fine_max", Integer),
    Column("replacement_fee", Integer, nullable=False),
    Column("renewals_used", Integer, nullable=False),
    Column("renewed_at", Moment),
    Column("returned_at", Moment, index=True),
    Column("return_act_id", KeyText, unique=True),
    Column("ended_lost", Boolean, nullable=False),
    Column("claims_returned", Boolean, nullable=False),
    Column("fine_booked", Integer, nullable=False),
    # What of it is for lateness after the present due date: booked when a fine is paid while it runs.
    Column("fine_since_due", Integer, nullable=False, server_default="0"),
    # What decided, value by value with its row and scope: long, so read only where it is asked for.
    Column("decided", Json),
    Column("loan_fee", Integer, nullable=False, server_default="0"),
    Column("undone", Boolean, nullable=False, server_default=false()),
    # What an undo puts back: the hold that the loan filled (holds are forgotten, their numbers never
    # given again), and where the item lay.
    Column("filled_hold_id", Integer),
    Column("filled_hold_state", KeyText),
    Column("place_before", KeyText),
    Column("at_branch_before", KeyText),
    # For the reports: whether a patron did it without staff, None where nobody knows; and where it ended.
    Column("lent_by_patron", Boolean),
    Column("returned_by_patron", Boolean),
    Column("returned_branch", KeyText),
    CheckConstraint("loan_fee >= 0", name="loan_fee"),
    CheckConstraint("fine_since_due >= 0", name="fine_since_due"),
    CheckConstraint("due_at >= lent_at", name="due_after_lent"),
    CheckConstraint("returned_at >= lent_at", name="returned_after_lent"),
    CheckConstraint("renewed_at >= lent_at", name="renewed_after_lent"),
    CheckConstraint("(returned_at IS NULL) = (return_act_id IS NULL)", name="return_act"),
    CheckConstraint(one_of("period_unit", PeriodUnit), name="period_unit"),
    CheckConstraint("period_count >= 0 AND renewals >= 0 AND renewals_used >= 0", name="counts"),
    CheckConstraint(
        "fine_per_day >= 0 AND fine_max >= 0 AND replacement_fee >= 0 AND fine_booked >= 0", name="money"
    ),
    sqlite_autoincrement=True,
)
partial_index(
    "uq_loans_open_item",
    loans.c.item_id,
    unique=True,
    where="returned_at IS NULL",
)
partial_index(
    "ix_loans_open_patron_due",
    loans.c.patron_id,
    loans.c.due_at,
    where="returned_at IS NULL",
)
partial_index(
    "ix_loans_open_due",
    loans.c.due_at,
    where="returned_at IS NULL",
)

renewals = Table(
    "renewals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("loan_id", Integer, ForeignKey("loans.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("renewed_at", Moment, nullable=False, index=True),
    Column("due_before", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("decided", Json),
    Column("fine_booked", Integer, nullable=False, server_default="0"),
    CheckConstraint("fine_booked >= 0", name="fine_booked"),
)

holds = Table(
    "holds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("record_id", Integer, ForeignKey("records.id"), nullable=False),
    Column("patron_id", Integer, ForeignKey("patrons.id"), nullable=False),
    Column("pickup_branch", KeyText, ForeignKey("branches.code"), nullable=False),
    Column("placed_at", Moment, nullable=False),
    Column("state", KeyText, nullable=False),
    Column("item_id", Integer, ForeignKey("items.id"), index=True),
    Column("trapped_item_id", Integer, ForeignKey("items.id"), index=True),
    Column("ready_at", Moment),
    Column("ready_until", Date),
    Column("closed_at", Moment),
    # Taken from the holder's category when the hold is placed; the higher goes first.
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("suspended_until", Date),
    CheckConstraint(one_of("state", HoldState), name="state"),
    CheckConstraint(f"({OPEN_HOLD}) = (closed_at IS NULL)", name="closed"),
    CheckConstraint("state NOT IN ('ready', 'in_transit') OR trapped_item_id IS NOT NULL", name="trapped"),
    CheckConstraint("state <> 'ready' OR (ready_at IS NOT NULL AND ready_until IS NOT NULL)", name="ready"),
    sqlite_autoincrement=True,
)
Index("ix_holds_record_id_placed_at", holds.c.record_id, holds.c.placed_at)
Index("ix_holds_patron_id_state", holds.c.patron_id, holds.c.state)
partial_index(
    "uq_holds_open_patron_record",
    holds.c.patron_id,
    holds.c.record_id,
    unique=True,
    where=f"{OPEN_HOLD} AND item_id IS NULL",
)
partial_index(
    "uq_holds_open_patron_item",
    holds.c.patron_id,
    holds.c.item_id,
    unique=True,
    where=f"{OPEN_HOLD} AND item_id IS NOT NULL",
)
partial_index(
    "ix_holds_open_branch_state",
    holds.c.state,
    holds.c.pickup_branch,
    where="closed_at IS NULL",
)
partial_index(
    "ix_holds_closed_at",
    holds.c.closed_at,
    where="closed_at IS NOT NULL",
)
partial_index(
    "uq_holds_open_trapped_item",
    holds.c.trapped_item_id,
    unique=True,
    where=OPEN_HOLD,
)

# How long holds waited that were filled, for an estimate: it names nobody, and no item either.
hold_waits = Table(
    "hold_waits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_type", KeyText, nullable=False),
    Column("branch", KeyText, nullable=False),
    Column("waited_minutes", Integer, nullable=False),
    Column("filled_at", Moment, nullable=False),
    CheckConstraint("waited_minutes >= 0", name="waited_minutes"),
)
Index("ix_hold_waits_item_type_filled_at", hold_waits.c.item_type, hold_waits.c.filled_at)

acts_done = Table(
    "acts_done",
    metadata,
    Column("act_id", KeyText, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
)
