"""Settings, branches, calendars, shelves, kinds, rules and kiosks."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "meta",
        sa.Column("name", KeyText(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "library",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("time_zone", Words(), nullable=False),
        sa.Column("currency", Words(), nullable=False),
        sa.Column("languages", Json(), nullable=False),
        sa.Column("lend_other_branches", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_library_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library")),
    )
    op.create_table(
        "branches",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("code_key", KeyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("time_zone", Words(), nullable=False),
        sa.Column("always_open", sa.Boolean(), nullable=False),
        sa.Column("address", Words(), nullable=True),
        sa.Column("phone", Words(), nullable=True),
        sa.Column("email", Words(), nullable=True),
        sa.Column("web", Words(), nullable=True),
        sa.Column("configured", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_branches")),
        sa.UniqueConstraint("code_key", name=op.f("uq_branches_code_key")),
    )
    op.create_table(
        "channels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("time_zone", Words(), nullable=False),
        sa.Column("always_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channels")),
        sa.UniqueConstraint("position", name=op.f("uq_channels_position")),
    )
    op.create_table(
        "hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", Words(), nullable=False),
        sa.Column("closes", Words(), nullable=False),
        sa.CheckConstraint("(branch IS NULL) <> (channel_id IS NULL)", name=op.f("ck_hours_one_owner")),
        sa.CheckConstraint("opens < closes", name=op.f("ck_hours_opens_first")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_hours_weekday")),
        sa.ForeignKeyConstraint(
            ["branch"], ["branches.code"], name=op.f("fk_hours_branch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channels.id"], name=op.f("fk_hours_channel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours")),
    )
    op.create_index(op.f("ix_hours_branch"), "hours", ["branch"], unique=False)
    op.create_index(op.f("ix_hours_channel_id"), "hours", ["channel_id"], unique=False)
    op.create_table(
        "closures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("channel_id", sa.Integer(), nullable=True),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", Json(), nullable=False),
        sa.CheckConstraint("(branch IS NULL) <> (channel_id IS NULL)", name=op.f("ck_closures_one_owner")),
        sa.CheckConstraint("first <= last", name=op.f("ck_closures_in_order")),
        sa.ForeignKeyConstraint(
            ["branch"], ["branches.code"], name=op.f("fk_closures_branch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channels.id"], name=op.f("fk_closures_channel_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closures")),
    )
    op.create_index(op.f("ix_closures_branch"), "closures", ["branch"], unique=False)
    op.create_index(op.f("ix_closures_channel_id"), "closures", ["channel_id"], unique=False)
    op.create_table(
        "shelves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("element", Words(), nullable=False),
        sa.Column("location", Words(), nullable=False),
        sa.Column("first", Words(), nullable=False),
        sa.Column("last", Words(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch"], ["branches.code"], name=op.f("fk_shelves_branch"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelves")),
        sa.UniqueConstraint(
            "branch", "element", "location", "first", name=op.f("uq_shelves_branch_element_location_first")
        ),
        sa.UniqueConstraint("position", name=op.f("uq_shelves_position")),
    )
    op.create_table(
        "patron_categories",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("code_key", KeyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("membership_fee", sa.Integer(), nullable=True),
        sa.Column("card_valid_months", sa.Integer(), nullable=True),
        sa.Column("configured", sa.Boolean(), nullable=False),
        sa.CheckConstraint("membership_fee >= 0", name=op.f("ck_patron_categories_fee")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_patron_categories")),
        sa.UniqueConstraint("code_key", name=op.f("uq_patron_categories_code_key")),
    )
    op.create_table(
        "item_types",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("code_key", KeyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("configured", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_item_types")),
        sa.UniqueConstraint("code_key", name=op.f("uq_item_types_code_key")),
    )
    op.create_table(
        "rules",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("patron_category", KeyText(), nullable=True),
        sa.Column("item_type", KeyText(), nullable=True),
        sa.Column("set_values", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch"], ["branches.code"], name=op.f("fk_rules_branch"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["item_type"], ["item_types.code"], name=op.f("fk_rules_item_type"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["patron_category"],
            ["patron_categories.code"],
            name=op.f("fk_rules_patron_category"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_rules")),
    )
    op.create_table(
        "kiosks",
        sa.Column("name", KeyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("languages", Json(), nullable=False),
        sa.Column("idle_seconds", sa.Integer(), nullable=False),
        sa.Column("functions", Json(), nullable=False),
        sa.Column("pin_for", Json(), nullable=False),
        sa.CheckConstraint("idle_seconds > 0", name=op.f("ck_kiosks_idle_seconds")),
        sa.ForeignKeyConstraint(["branch"], ["branches.code"], name=op.f("fk_kiosks_branch")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_kiosks")),
    )


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("kiosks")
    op.drop_table("rules")
    op.drop_table("item_types")
    op.drop_table("patron_categories")
    op.drop_table("shelves")
    op.drop_table("closures")
    op.drop_table("hours")
    op.drop_table("channels")
    op.drop_table("branches")
    op.drop_table("library")
    op.drop_table("meta")
