"""Records, what they are found by, and items."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("control_number", KeyText(), nullable=True),
        sa.Column("agency", KeyText(), nullable=True),
        sa.Column("content_hash", KeyText(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("filing_title", KeyText(), nullable=False),
        sa.Column("form", KeyText(), nullable=False),
        sa.Column("subtitle", Words(), nullable=True),
        sa.Column("responsibility", Words(), nullable=True),
        sa.Column("authors", Json(), nullable=False),
        sa.Column("names", Json(), nullable=False),
        sa.Column("other_titles", Json(), nullable=False),
        sa.Column("subjects", Json(), nullable=False),
        sa.Column("series", Json(), nullable=False),
        sa.Column("notes", Json(), nullable=False),
        sa.Column("summary", Words(), nullable=True),
        sa.Column("publisher", Words(), nullable=True),
        sa.Column("place", Words(), nullable=True),
        sa.Column("extent", Words(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("language", KeyText(), nullable=True),
        sa.Column("isbns", Json(), nullable=False),
        sa.Column("issns", Json(), nullable=False),
        sa.Column("audience", KeyText(), nullable=True),
        sa.Column("call_number", Words(), nullable=True),
        sa.Column("online", Words(), nullable=True),
        sa.Column("edited_here", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=False),
        sa.Column("marc", Words(), nullable=False),
        sa.CheckConstraint("audience IN ('adult', 'youth', 'children')", name=op.f("ck_records_audience")),
        sa.CheckConstraint(
            "form IN ('book', 'ebook', 'audiobook', 'music', 'film', 'game', 'map', 'score', "
            "'serial', 'kit')",
            name=op.f("ck_records_form"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_records")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_records_content_hash"), "records", ["content_hash"], unique=False)
    op.create_index("ix_records_control_number", "records", ["control_number"], unique=False)
    op.create_index(op.f("ix_records_created_at"), "records", ["created_at"], unique=False)
    op.create_index(
        "uq_records_identity",
        "records",
        ["agency", "control_number"],
        unique=True,
        sqlite_where=sa.text("agency IS NOT NULL AND control_number IS NOT NULL"),
        postgresql_where=sa.text("agency IS NOT NULL AND control_number IS NOT NULL"),
    )
    op.create_table(
        "identifiers",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("value", KeyText(), nullable=False),
        sa.CheckConstraint("kind IN ('isbn', 'issn')", name=op.f("ck_identifiers_kind")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_identifiers_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "kind", "value", name=op.f("pk_identifiers")),
    )
    op.create_index("ix_identifiers_value", "identifiers", ["value", "kind"], unique=False)
    op.create_table(
        "headings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("heading_key", KeyText(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.CheckConstraint("kind IN ('author', 'subject')", name=op.f("ck_headings_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headings")),
        sa.UniqueConstraint("kind", "heading_key", name=op.f("uq_headings_kind_heading_key")),
    )
    op.create_table(
        "record_headings",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("heading_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["heading_id"], ["headings.id"], name=op.f("fk_record_headings_heading_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_record_headings_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "heading_id", name=op.f("pk_record_headings")),
    )
    op.create_index(op.f("ix_record_headings_heading_id"), "record_headings", ["heading_id"], unique=False)
    op.create_table(
        "items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("barcode", Words(), nullable=False),
        sa.Column("barcode_key", KeyText(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("item_type", KeyText(), nullable=False),
        sa.Column("location", Words(), nullable=True),
        sa.Column("call_number", Words(), nullable=True),
        sa.Column("shelf_key", KeyText(), nullable=True),
        sa.Column("price", sa.Integer(), nullable=True),
        sa.Column("condition", KeyText(), nullable=False),
        sa.Column("not_for_loan", sa.Boolean(), nullable=False),
        sa.Column("place", KeyText(), nullable=False),
        sa.Column("at_branch", KeyText(), nullable=True),
        sa.Column("note", Words(), nullable=True),
        sa.CheckConstraint("barcode_key <> ''", name=op.f("ck_items_barcode")),
        sa.CheckConstraint(
            "condition IN ('fine', 'damaged', 'missing', 'lost', 'withdrawn')",
            name=op.f("ck_items_condition"),
        ),
        sa.CheckConstraint("place <> 'transit' OR at_branch IS NOT NULL", name=op.f("ck_items_transit_goal")),
        sa.CheckConstraint(
            "place IN ('shelf', 'hold_shelf', 'transit', 'staff')", name=op.f("ck_items_place")
        ),
        sa.CheckConstraint("price >= 0", name=op.f("ck_items_price")),
        sa.ForeignKeyConstraint(["at_branch"], ["branches.code"], name=op.f("fk_items_at_branch")),
        sa.ForeignKeyConstraint(["branch"], ["branches.code"], name=op.f("fk_items_branch")),
        sa.ForeignKeyConstraint(["item_type"], ["item_types.code"], name=op.f("fk_items_item_type")),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name=op.f("fk_items_record_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("barcode_key", name=op.f("uq_items_barcode_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_items_branch_shelf", "items", ["branch", "shelf_key", "record_id"], unique=False)
    op.create_index(op.f("ix_items_item_type"), "items", ["item_type"], unique=False)
    op.create_index(
        "ix_items_place",
        "items",
        ["place", "at_branch"],
        unique=False,
        sqlite_where=sa.text("place <> 'shelf'"),
        postgresql_where=sa.text("place <> 'shelf'"),
    )
    op.create_index("ix_items_record_id_barcode_key", "items", ["record_id", "barcode_key"], unique=False)
    op.create_index("ix_items_shelf", "items", ["shelf_key", "record_id"], unique=False)


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("items")
    op.drop_table("record_headings")
    op.drop_table("headings")
    op.drop_table("identifiers")
    op.drop_table("records")
