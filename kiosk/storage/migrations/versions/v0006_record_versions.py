"""Record versions: what a record looked like before and after staff changed it."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText, Moment, Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; a record gets its first version when it is first changed."""
    op.create_table(
        "record_versions",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("account", Words(), nullable=True),
        sa.Column("act", KeyText(), nullable=False),
        sa.Column("form", KeyText(), nullable=False),
        sa.Column("marc", Words(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_record_versions_number")),
        sa.ForeignKeyConstraint(
            ["record_id"], ["records.id"], name=op.f("fk_record_versions_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("record_id", "number", name=op.f("pk_record_versions")),
    )


def downgrade() -> None:
    """Take it away, and with it what records were before."""
    op.drop_table("record_versions")
