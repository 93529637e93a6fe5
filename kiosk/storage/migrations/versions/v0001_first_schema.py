"""The first schema."""

from kiosk.storage.migrations.first_schema import (
    catalogue,
    circulation,
    desk,
    ledger,
    library,
    people,
    policies,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_PARTS = (library, catalogue, people, circulation, ledger, policies, desk)


def upgrade() -> None:
    """Create every table."""
    for part in _PARTS:
        part.create()


def downgrade() -> None:
    """Drop every table."""
    for part in reversed(_PARTS):
        part.drop()
