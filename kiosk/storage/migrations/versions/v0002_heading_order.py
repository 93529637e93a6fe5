"""Headings get a key by which they sort as the library's language does, and records in their order."""

import json

import sqlalchemy as sa
from alembic import op

from kiosk.storage.catalogue.keys import sorting_key
from kiosk.storage.tables.base import KeyText

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BATCH = 5000
_OF_HEADING = "ix_record_headings_heading_id_record_id"
_READ = sa.text("SELECT id, text FROM headings WHERE id > :after ORDER BY id LIMIT :most")
_WRITE = sa.text("UPDATE headings SET sort_key = :key WHERE id = :id")


def upgrade() -> None:
    """Add the key, fill it, and index it."""
    op.add_column("headings", sa.Column("sort_key", KeyText(), nullable=False, server_default=""))
    connection = op.get_bind()
    languages = connection.execute(sa.text("SELECT languages FROM library")).scalar()
    first = next(iter(json.loads(languages or "[]")), "")
    after = 0
    while rows := connection.execute(_READ, {"after": after, "most": _BATCH}).all():
        connection.execute(_WRITE, [{"id": row.id, "key": sorting_key(row.text, first)} for row in rows])
        after = rows[-1].id
    op.create_index("ix_headings_kind_sort_key", "headings", ["kind", "sort_key"], unique=False)
    op.drop_index("ix_record_headings_heading_id", table_name="record_headings")
    op.create_index(_OF_HEADING, "record_headings", ["heading_id", "record_id"], unique=False)


def downgrade() -> None:
    """Take both away."""
    op.drop_index(_OF_HEADING, table_name="record_headings")
    op.create_index("ix_record_headings_heading_id", "record_headings", ["heading_id"], unique=False)
    op.drop_index("ix_headings_kind_sort_key", table_name="headings")
    op.drop_column("headings", "sort_key")
