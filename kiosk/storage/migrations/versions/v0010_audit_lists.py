"""The audit trail by account and by act, the latest first."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_BY = ("account", "act")


def upgrade() -> None:
    """Add the indexes in place."""
    for name in _BY:
        op.create_index(f"ix_audit_{name}_at", "audit", [name, "at"], unique=False)


def downgrade() -> None:
    """Take them away."""
    for name in reversed(_BY):
        op.drop_index(f"ix_audit_{name}_at", table_name="audit")
