"""Loans keep what of their fine was booked before they ended, and the state of the hold they filled."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both in place; no loan made before was fined while it ran but by renewals."""
    check = sa.CheckConstraint("fine_since_due >= 0", name=op.f("ck_loans_fine_since_due"))
    op.add_column(
        "loans", sa.Column("fine_since_due", sa.Integer(), check, nullable=False, server_default="0")
    )
    op.add_column("loans", sa.Column("filled_hold_state", KeyText(), nullable=True))


def downgrade() -> None:
    """Take both away."""
    op.drop_column("loans", "filled_hold_state")
    op.drop_column("loans", "fine_since_due")
