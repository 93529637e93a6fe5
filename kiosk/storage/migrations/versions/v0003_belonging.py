"""Borrowing and belonging: what holds, loans, memberships, requests and notices keep besides."""

from kiosk.storage.migrations.belonging import circulation, desk, notices, people

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_PARTS = (people, circulation, desk, notices)


def upgrade() -> None:
    """Add every part."""
    for part in _PARTS:
        part.upgrade()


def downgrade() -> None:
    """Take every part away."""
    for part in reversed(_PARTS):
        part.downgrade()
