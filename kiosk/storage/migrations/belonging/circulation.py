"""Holds on items and by priority, what decided a loan, waits, and acts in a table of their own."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words

_OPEN = "state IN ('in_transit', 'queued', 'ready', 'suspended')"
_BATCH = 5000
_META = sa.table("meta", sa.column("name", KeyText()), sa.column("value", Words()))
_ACTS = sa.table("acts_done", sa.column("act_id", KeyText()), sa.column("at", Moment()))
_PREFIX = "act:"
_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("loans", ("decided", "loan_fee", "undone", "filled_hold_id", "place_before", "at_branch_before")),
    ("renewals", ("decided", "fine_booked")),
    ("holds", ("priority", "suspended_until")),
    ("items", ("parts",)),
    ("settlements", ("method",)),
)


def upgrade() -> None:
    """Add columns in place, which costs nothing however many rows there are; then tables and indexes."""
    _amount("loans", "loan_fee")
    _amount("renewals", "fine_booked")
    op.add_column("loans", sa.Column("decided", Json(), nullable=True))
    op.add_column("loans", sa.Column("undone", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("loans", sa.Column("filled_hold_id", sa.Integer(), nullable=True))
    op.add_column("loans", sa.Column("place_before", KeyText(), nullable=True))
    op.add_column("loans", sa.Column("at_branch_before", KeyText(), nullable=True))
    op.add_column("renewals", sa.Column("decided", Json(), nullable=True))
    op.add_column("holds", sa.Column("priority", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("holds", sa.Column("suspended_until", sa.Date(), nullable=True))
    op.add_column("items", sa.Column("parts", Words(), nullable=True))
    check = sa.CheckConstraint("method IN ('cash', 'card', 'other')", name=op.f("ck_settlements_method"))
    op.add_column("settlements", sa.Column("method", KeyText(), check, nullable=True))
    op.drop_index("uq_holds_open_patron_record", table_name="holds")
    _of_open_holds("uq_holds_open_patron_record", "record_id", "item_id IS NULL")
    _of_open_holds("uq_holds_open_patron_item", "item_id", "item_id IS NOT NULL")
    _partial("ix_holds_closed_at", "holds", ["closed_at"], "closed_at IS NOT NULL")
    _make_tables()
    _move_acts()


def downgrade() -> None:
    """Take it all away; of a patron's open holds on one record the first alone stays open."""
    _put_acts_back()
    op.drop_table("acts_done")
    op.drop_table("hold_waits")
    for name in ("ix_holds_closed_at", "uq_holds_open_patron_item", "uq_holds_open_patron_record"):
        op.drop_index(name, table_name="holds")
    earlier = (
        "SELECT 1 FROM holds AS other WHERE other.patron_id = holds.patron_id AND other.id < holds.id "
        f"AND other.record_id = holds.record_id AND other.{_OPEN}"
    )
    op.execute(
        f"UPDATE holds SET state = 'cancelled', closed_at = placed_at WHERE {_OPEN} AND EXISTS ({earlier})"
    )
    _partial("uq_holds_open_patron_record", "holds", ["patron_id", "record_id"], _OPEN, unique=True)
    for table, names in _COLUMNS:
        for name in names:
            op.drop_column(table, name)


def _amount(table: str, name: str) -> None:
    check = sa.CheckConstraint(f"{name} >= 0", name=op.f(f"ck_{table}_{name}"))
    op.add_column(table, sa.Column(name, sa.Integer(), check, nullable=False, server_default="0"))


def _of_open_holds(name: str, column: str, narrowed: str) -> None:
    _partial(name, "holds", ["patron_id", column], f"{_OPEN} AND {narrowed}", unique=True)


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _make_tables() -> None:
    op.create_table(
        "hold_waits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_type", KeyText(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("waited_minutes", sa.Integer(), nullable=False),
        sa.Column("filled_at", Moment(), nullable=False),
        sa.CheckConstraint("waited_minutes >= 0", name=op.f("ck_hold_waits_waited_minutes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_waits")),
    )
    op.create_index("ix_hold_waits_item_type_filled_at", "hold_waits", ["item_type", "filled_at"])
    op.create_table(
        "acts_done",
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("act_id", name=op.f("pk_acts_done")),
    )
    op.create_index(op.f("ix_acts_done_at"), "acts_done", ["at"], unique=False)


def _move_acts() -> None:
    """Move acts out of the meta table, where they had their moment as a text."""
    connection = op.get_bind()
    mine = _META.c.name.startswith(_PREFIX)
    rows = connection.execute(sa.select(_META).where(mine)).all()
    for start in range(0, len(rows), _BATCH):
        some = [
            {"act_id": row.name.removeprefix(_PREFIX), "at": datetime.fromisoformat(row.value)}
            for row in rows[start : start + _BATCH]
        ]
        connection.execute(_ACTS.insert(), some)
    connection.execute(_META.delete().where(mine))


def _put_acts_back() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.select(_ACTS)).all()
    for start in range(0, len(rows), _BATCH):
        some = [
            {
                "name": f"{_PREFIX}{row.act_id}",
                "value": row.at.astimezone(UTC).isoformat(timespec="seconds"),
            }
            for row in rows[start : start + _BATCH]
        ]
        connection.execute(_META.insert(), some)
