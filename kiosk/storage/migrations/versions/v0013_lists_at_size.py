"""Titles lent are listed by day, and records have an order by title and by year."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add all in place; the titles of days that are over are listed by the next night."""
    op.add_column("summed_days", sa.Column("titles", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "title_sums",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("records", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("day", "branch", name=op.f("pk_title_sums")),
    )
    op.create_index("ix_records_filing_title", "records", ["filing_title", "id"], unique=False)
    op.create_index("ix_records_year", "records", ["year", "id"], unique=False)


def downgrade() -> None:
    """Take all away."""
    op.drop_index("ix_records_year", table_name="records")
    op.drop_index("ix_records_filing_title", table_name="records")
    op.drop_table("title_sums")
    op.drop_column("summed_days", "titles")
