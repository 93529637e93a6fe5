"""A record is looked up by its control number or, where it has none, by its content; never by both."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_LOOKUPS = {
    "ix_records_control_number": ("control_number", "control_number IS NOT NULL"),
    "ix_records_content_hash": ("content_hash", "control_number IS NULL"),
}


def upgrade() -> None:
    """Make both indexes anew, smaller; an index that was there under two names stays under one."""
    for name, (column, where) in _LOOKUPS.items():
        op.drop_index(name, table_name="records")
        condition = sa.text(where)
        op.create_index(name, "records", [column], sqlite_where=condition, postgresql_where=condition)
    op.drop_index("ix_items_place", table_name="items")


def downgrade() -> None:
    """Make both of all records again, and the second name."""
    condition = sa.text("place <> 'shelf'")
    op.create_index(
        "ix_items_place",
        "items",
        ["place", "at_branch"],
        sqlite_where=condition,
        postgresql_where=condition,
    )
    for name, (column, _where) in reversed(_LOOKUPS.items()):
        op.drop_index(name, table_name="records")
        op.create_index(name, "records", [column])
