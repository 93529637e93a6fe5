"""Sources of records: other catalogues to copy from, and templates to begin from."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables, empty: until a library says otherwise the program's own hold."""
    op.create_table(
        "record_sources",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("target", Json(), nullable=False),
        sa.Column("changed_by", Words(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_record_sources")),
    )
    op.create_table(
        "record_templates",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("marc", Words(), nullable=False),
        sa.Column("changed_by", Words(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_record_templates")),
    )


def downgrade() -> None:
    """Take both away, and with them what the library had said itself."""
    op.drop_table("record_templates")
    op.drop_table("record_sources")
