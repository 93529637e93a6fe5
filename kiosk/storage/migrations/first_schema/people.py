"""Patrons, restrictions and PIN attempts."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText, Moment, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "patrons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card", Words(), nullable=False),
        sa.Column("card_key", KeyText(), nullable=False),
        sa.Column("last_name", Words(), nullable=False),
        sa.Column("first_name", Words(), nullable=True),
        sa.Column("name_key", KeyText(), nullable=False),
        sa.Column("category", KeyText(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("email", Words(), nullable=True),
        sa.Column("phone", Words(), nullable=True),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("language", KeyText(), nullable=True),
        sa.Column("pin_hash", Words(), nullable=True),
        sa.Column("card_lost", sa.Boolean(), nullable=False),
        sa.Column("keeps_history", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=True),
        sa.CheckConstraint("card_key <> ''", name=op.f("ck_patrons_card")),
        sa.ForeignKeyConstraint(["branch"], ["branches.code"], name=op.f("fk_patrons_branch")),
        sa.ForeignKeyConstraint(["category"], ["patron_categories.code"], name=op.f("fk_patrons_category")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patrons")),
        sa.UniqueConstraint("card_key", name=op.f("uq_patrons_card_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_patrons_branch"), "patrons", ["branch"], unique=False)
    op.create_index(op.f("ix_patrons_category"), "patrons", ["category"], unique=False)
    op.create_index(op.f("ix_patrons_name_key"), "patrons", ["name_key"], unique=False)
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.Column("set_by", Words(), nullable=True),
        sa.Column("set_at", Moment(), nullable=True),
        sa.Column("lifted_by", Words(), nullable=True),
        sa.Column("lifted_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_restrictions_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restrictions")),
    )
    op.create_index(op.f("ix_restrictions_patron_id"), "restrictions", ["patron_id"], unique=False)
    op.create_index(
        "uq_restrictions_imported",
        "restrictions",
        ["patron_id"],
        unique=True,
        sqlite_where=sa.text("imported AND lifted_at IS NULL"),
        postgresql_where=sa.text("imported AND lifted_at IS NULL"),
    )
    op.create_table(
        "attempts",
        sa.Column("scope", KeyText(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.Column("locked_until", Moment(), nullable=True),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_attempts_failures")),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_attempts")),
    )


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("attempts")
    op.drop_table("restrictions")
    op.drop_table("patrons")
