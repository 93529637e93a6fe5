"""Items know how often and when they were lent last, loans where they ended; days are summed up."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import KeyText, Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_USED = sa.text(
    "UPDATE items SET"
    " times_lent = (SELECT count(*) FROM loans WHERE loans.item_id = items.id AND NOT loans.undone),"
    " last_lent_at = (SELECT max(lent_at) FROM loans WHERE loans.item_id = items.id AND NOT loans.undone)"
    " WHERE EXISTS (SELECT 1 FROM loans WHERE loans.item_id = items.id)"
)
_INDEXES = (
    ("ix_items_times_lent", "items", ["times_lent", "id"]),
    ("ix_items_last_lent_at", "items", ["last_lent_at", "id"]),
    ("ix_items_branch_last_lent_at", "items", ["branch", "last_lent_at", "id"]),
    ("ix_items_branch_location", "items", ["branch", "location", "item_type"]),
    ("ix_renewals_renewed_at", "renewals", ["renewed_at"]),
    ("ix_charges_booked_at", "charges", ["booked_at"]),
)


def upgrade() -> None:
    """Add all in place; of loans that ended before nobody knows who brought them where."""
    for name in ("lent_by_patron", "returned_by_patron"):
        op.add_column("loans", sa.Column(name, sa.Boolean(), nullable=True))
    op.add_column("loans", sa.Column("returned_branch", KeyText(), nullable=True))
    op.add_column("items", sa.Column("times_lent", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("items", sa.Column("last_lent_at", Moment(), nullable=True))
    op.get_bind().execute(_USED)
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns, unique=False)
    _make_day_sums()


def downgrade() -> None:
    """Take all away."""
    op.drop_table("summed_days")
    op.drop_table("day_sums")
    for name, table, _columns in reversed(_INDEXES):
        op.drop_index(name, table_name=table)
    op.drop_column("items", "last_lent_at")
    op.drop_column("items", "times_lent")
    for name in ("returned_branch", "returned_by_patron", "lent_by_patron"):
        op.drop_column("loans", name)


def _make_day_sums() -> None:
    names = ("facet", "day", "branch", "kind", "patron_category", "value")
    op.create_table(
        "day_sums",
        *(sa.Column(name, sa.Date() if name == "day" else KeyText(), nullable=False) for name in names),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("by_patrons", sa.Integer(), nullable=False),
        sa.CheckConstraint("facet IN ('hour', 'item_type', 'location')", name=op.f("ck_day_sums_facet")),
        sa.CheckConstraint("kind IN ('loan', 'renewal', 'return')", name=op.f("ck_day_sums_kind")),
        sa.CheckConstraint(
            "times > 0 AND by_patrons >= 0 AND by_patrons <= times", name=op.f("ck_day_sums_times")
        ),
        sa.PrimaryKeyConstraint(*names, name=op.f("pk_day_sums")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "summed_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_summed_days")),
    )
