"""Requests with a number and steps, also of nobody with a card; kinds of messages; the library's choices."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from kiosk.storage.desk.request_numbers import drawn_number
from kiosk.storage.tables.base import Json, KeyText, Moment, Words

_OLD_STATES = "state IN ('open', 'accepted', 'declined', 'done', 'withdrawn')"
_STATES = "state IN ('open', 'accepted', 'waiting', 'ordered', 'ready', 'declined', 'done', 'withdrawn')"
_OLD_COLUMNS = "id, act_id, patron_id, kind, details, at, state, answer, decided_by, decided_at"
_SETTINGS = ("retention", "card_format", "label_format", "joining")


def upgrade() -> None:
    """Rebuild the requests, of which there are few, and add the rest in place."""
    op.add_column("messages", sa.Column("kind", KeyText(), nullable=True))
    op.create_index("ix_messages_patron_id_seen_at", "messages", ["patron_id", "seen_at"], unique=False)
    for name in _SETTINGS:
        op.add_column("library", sa.Column(name, Json(), nullable=True))
    priority: sa.Column[int] = sa.Column("hold_priority", sa.Integer(), nullable=False, server_default="0")
    op.add_column("patron_categories", priority)
    _widen_requests()
    op.create_table(
        "request_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("state", KeyText(), nullable=False),
        sa.Column("note", Words(), nullable=True),
        sa.Column("by", Words(), nullable=False),
        sa.CheckConstraint(_STATES, name=op.f("ck_request_steps_state")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_request_steps_request_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_steps")),
        sa.UniqueConstraint("act_id", name=op.f("uq_request_steps_act_id")),
    )
    op.create_index(op.f("ix_request_steps_request_id"), "request_steps", ["request_id"], unique=False)


def downgrade() -> None:
    """Take it all away: with it the requests of nobody known, and states that there were not."""
    op.drop_table("request_steps")
    op.execute("DELETE FROM requests WHERE patron_id IS NULL")
    op.execute("UPDATE requests SET state = 'accepted' WHERE state IN ('waiting', 'ordered', 'ready')")
    _narrow_requests()
    op.drop_column("patron_categories", "hold_priority")
    for name in _SETTINGS:
        op.drop_column("library", name)
    op.drop_index("ix_messages_patron_id_seen_at", table_name="messages")
    op.drop_column("messages", "kind")


def _widen_requests() -> None:
    _lay_aside()
    connection = op.get_bind()
    op.add_column("requests_aside", sa.Column("number", KeyText(), nullable=True))
    written = sa.text("UPDATE requests_aside SET number = :number WHERE id = :id")
    for number in connection.execute(sa.text("SELECT id FROM requests_aside")).scalars().all():
        connection.execute(written, {"id": number, "number": drawn_number()})
    _make(
        _STATES,
        patron_needed=False,
        more=(
            sa.Column("number", KeyText(), nullable=False),
            sa.Column("branch", KeyText(), nullable=True),
            sa.Column("language", KeyText(), nullable=True),
            sa.Column("email", Words(), nullable=True),
            sa.Column("next_step", Words(), nullable=True),
            sa.Column("record_id", sa.Integer(), nullable=True),
            sa.ForeignKeyConstraint(
                ["record_id"], ["records.id"], name=op.f("fk_requests_record_id"), ondelete="SET NULL"
            ),
            sa.UniqueConstraint("number", name=op.f("uq_requests_number")),
        ),
    )
    op.create_index(op.f("ix_requests_record_id"), "requests", ["record_id"], unique=False)
    _put_back(f"{_OLD_COLUMNS}, number")


def _narrow_requests() -> None:
    _lay_aside()
    _make(_OLD_STATES, patron_needed=True, more=())
    _put_back(_OLD_COLUMNS)


def _lay_aside() -> None:
    op.execute("CREATE TABLE requests_aside AS SELECT * FROM requests")
    op.drop_table("requests")


def _make(states: str, *, patron_needed: bool, more: tuple[sa.Column[Any] | sa.Constraint, ...]) -> None:
    op.create_table(
        "requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=not patron_needed),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("details", Json(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("state", KeyText(), nullable=False),
        sa.Column("answer", Words(), nullable=True),
        sa.Column("decided_by", Words(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        *more,
        sa.CheckConstraint(states, name=op.f("ck_requests_state")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_requests_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("act_id", name=op.f("uq_requests_act_id")),
    )
    op.create_index(op.f("ix_requests_patron_id"), "requests", ["patron_id"], unique=False)
    op.create_index(op.f("ix_requests_state"), "requests", ["state"], unique=False)


def _put_back(columns: str) -> None:
    op.execute(f"INSERT INTO requests ({columns}) SELECT {columns} FROM requests_aside")
    op.drop_table("requests_aside")
    if op.get_bind().dialect.name == "postgresql":
        # The numbers came from outside, so their sequence has to be told how far they go.
        last = "SELECT setval(pg_get_serial_sequence('requests', 'id'), max(id)) FROM requests"
        op.execute(f"{last} HAVING max(id) > 0")
