"""Loans, renewals and holds."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText, Moment


def create() -> None:
    """Create the tables."""
    op.create_table(
        "loans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=True),
        sa.Column("patron_category", KeyText(), nullable=True),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("lent_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("period_count", sa.Integer(), nullable=False),
        sa.Column("period_unit", KeyText(), nullable=False),
        sa.Column("renewals", sa.Integer(), nullable=False),
        sa.Column("fine_per_day", sa.Integer(), nullable=False),
        sa.Column("fine_grace_days", sa.Integer(), nullable=False),
        sa.Column("fine_closed_days", sa.Boolean(), nullable=False),
        sa.Column("fine_max", sa.Integer(), nullable=True),
        sa.Column("replacement_fee", sa.Integer(), nullable=False),
        sa.Column("renewals_used", sa.Integer(), nullable=False),
        sa.Column("renewed_at", Moment(), nullable=True),
        sa.Column("returned_at", Moment(), nullable=True),
        sa.Column("return_act_id", KeyText(), nullable=True),
        sa.Column("ended_lost", sa.Boolean(), nullable=False),
        sa.Column("claims_returned", sa.Boolean(), nullable=False),
        sa.Column("fine_booked", sa.Integer(), nullable=False),
        sa.CheckConstraint("period_unit IN ('days', 'hours')", name=op.f("ck_loans_period_unit")),
        sa.CheckConstraint(
            "(returned_at IS NULL) = (return_act_id IS NULL)", name=op.f("ck_loans_return_act")
        ),
        sa.CheckConstraint("due_at >= lent_at", name=op.f("ck_loans_due_after_lent")),
        sa.CheckConstraint(
            "fine_per_day >= 0 AND fine_max >= 0 AND replacement_fee >= 0 AND fine_booked >= 0",
            name=op.f("ck_loans_money"),
        ),
        sa.CheckConstraint(
            "period_count >= 0 AND renewals >= 0 AND renewals_used >= 0", name=op.f("ck_loans_counts")
        ),
        sa.CheckConstraint("renewed_at >= lent_at", name=op.f("ck_loans_renewed_after_lent")),
        sa.CheckConstraint("returned_at >= lent_at", name=op.f("ck_loans_returned_after_lent")),
        sa.ForeignKeyConstraint(["branch"], ["branches.code"], name=op.f("fk_loans_branch")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_loans_item_id")),
        sa.ForeignKeyConstraint(["patron_id"], ["patrons.id"], name=op.f("fk_loans_patron_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loans")),
        sa.UniqueConstraint("act_id", name=op.f("uq_loans_act_id")),
        sa.UniqueConstraint("return_act_id", name=op.f("uq_loans_return_act_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_loans_item_id"), "loans", ["item_id"], unique=False)
    op.create_index(op.f("ix_loans_lent_at"), "loans", ["lent_at"], unique=False)
    op.create_index(
        "ix_loans_open_due",
        "loans",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("returned_at IS NULL"),
        postgresql_where=sa.text("returned_at IS NULL"),
    )
    op.create_index(
        "ix_loans_open_patron_due",
        "loans",
        ["patron_id", "due_at"],
        unique=False,
        sqlite_where=sa.text("returned_at IS NULL"),
        postgresql_where=sa.text("returned_at IS NULL"),
    )
    op.create_index(op.f("ix_loans_patron_id"), "loans", ["patron_id"], unique=False)
    op.create_index(op.f("ix_loans_returned_at"), "loans", ["returned_at"], unique=False)
    op.create_index(
        "uq_loans_open_item",
        "loans",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("returned_at IS NULL"),
        postgresql_where=sa.text("returned_at IS NULL"),
    )
    op.create_table(
        "renewals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("loan_id", sa.Integer(), nullable=False),
        sa.Column("renewed_at", Moment(), nullable=False),
        sa.Column("due_before", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["loan_id"], ["loans.id"], name=op.f("fk_renewals_loan_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renewals")),
        sa.UniqueConstraint("act_id", name=op.f("uq_renewals_act_id")),
    )
    op.create_index(op.f("ix_renewals_loan_id"), "renewals", ["loan_id"], unique=False)
    op.create_table(
        "holds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("pickup_branch", KeyText(), nullable=False),
        sa.Column("placed_at", Moment(), nullable=False),
        sa.Column("state", KeyText(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("trapped_item_id", sa.Integer(), nullable=True),
        sa.Column("ready_at", Moment(), nullable=True),
        sa.Column("ready_until", sa.Date(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "(state IN ('in_transit', 'queued', 'ready', 'suspended')) = (closed_at IS NULL)",
            name=op.f("ck_holds_closed"),
        ),
        sa.CheckConstraint(
            "state <> 'ready' OR (ready_at IS NOT NULL AND ready_until IS NOT NULL)",
            name=op.f("ck_holds_ready"),
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'in_transit', 'ready', 'suspended', 'filled', 'cancelled', "
            "'expired', 'unfillable')",
            name=op.f("ck_holds_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('ready', 'in_transit') OR trapped_item_id IS NOT NULL",
            name=op.f("ck_holds_trapped"),
        ),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_holds_item_id")),
        sa.ForeignKeyConstraint(["patron_id"], ["patrons.id"], name=op.f("fk_holds_patron_id")),
        sa.ForeignKeyConstraint(["pickup_branch"], ["branches.code"], name=op.f("fk_holds_pickup_branch")),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_holds_record_id")),
        sa.ForeignKeyConstraint(["trapped_item_id"], ["items.id"], name=op.f("fk_holds_trapped_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
        sa.UniqueConstraint("act_id", name=op.f("uq_holds_act_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_holds_item_id"), "holds", ["item_id"], unique=False)
    op.create_index("ix_holds_patron_id_state", "holds", ["patron_id", "state"], unique=False)
    op.create_index("ix_holds_record_id_placed_at", "holds", ["record_id", "placed_at"], unique=False)
    op.create_index(op.f("ix_holds_trapped_item_id"), "holds", ["trapped_item_id"], unique=False)
    op.create_index(
        "uq_holds_open_patron_record",
        "holds",
        ["patron_id", "record_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('in_transit', 'queued', 'ready', 'suspended')"),
        postgresql_where=sa.text("state IN ('in_transit', 'queued', 'ready', 'suspended')"),
    )
    op.create_index(
        "uq_holds_open_trapped_item",
        "holds",
        ["trapped_item_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('in_transit', 'queued', 'ready', 'suspended')"),
        postgresql_where=sa.text("state IN ('in_transit', 'queued', 'ready', 'suspended')"),
    )


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("holds")
    op.drop_table("renewals")
    op.drop_table("loans")
