"""What lies elsewhere than on its shelf, and open holds by branch, are found without reading all."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_INDEXES = {
    "ix_holds_open_branch_state": ("holds", ["state", "pickup_branch"], "closed_at IS NULL"),
    "ix_items_not_on_shelf": ("items", ["place", "at_branch"], "place <> 'shelf'"),
}


def upgrade() -> None:
    """Add both in place."""
    for name, (table, columns, where) in _INDEXES.items():
        condition = sa.text(where)
        op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    """Take both away."""
    for name, (table, _columns, _where) in reversed(_INDEXES.items()):
        op.drop_index(name, table_name=table)
