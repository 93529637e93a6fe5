"""Charges and settlements."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText, Moment, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "charges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=True),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("open_amount", sa.Integer(), nullable=False),
        sa.Column("booked_at", Moment(), nullable=False),
        sa.Column("loan_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("title", Words(), nullable=True),
        sa.Column("note", Words(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('fine', 'loan_fee', 'replacement', 'membership', 'card_replacement', 'other')",
            name=op.f("ck_charges_kind"),
        ),
        sa.CheckConstraint(
            "amount >= 0 AND open_amount >= 0 AND open_amount <= amount", name=op.f("ck_charges_money")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_charges_item_id")),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name=op.f("fk_charges_loan_id")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_charges_patron_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_charges")),
        sa.UniqueConstraint("act_id", "kind", name=op.f("uq_charges_act_id_kind")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_charges_item_id"), "charges", ["item_id"], unique=False)
    op.create_index(op.f("ix_charges_loan_id"), "charges", ["loan_id"], unique=False)
    op.create_index(
        "ix_charges_open",
        "charges",
        ["patron_id", "booked_at"],
        unique=False,
        sqlite_where=sa.text("open_amount > 0"),
        postgresql_where=sa.text("open_amount > 0"),
    )
    op.create_index(op.f("ix_charges_patron_id"), "charges", ["patron_id"], unique=False)
    op.create_table(
        "settlements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("charge_id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('payment', 'waiver', 'reversal', 'refund')", name=op.f("ck_settlements_kind")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_settlements_money")),
        sa.ForeignKeyConstraint(
            ["charge_id"], ["charges.id"], name=op.f("fk_settlements_charge_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settlements")),
        sa.UniqueConstraint("act_id", "charge_id", "kind", name=op.f("uq_settlements_act_id_charge_id_kind")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_settlements_at"), "settlements", ["at"], unique=False)
    op.create_index(op.f("ix_settlements_charge_id"), "settlements", ["charge_id"], unique=False)


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("settlements")
    op.drop_table("charges")
