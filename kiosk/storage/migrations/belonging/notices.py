"""What is sent to patrons, the library's own wordings, and the nights that were done."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words

_WAITING = "sent_at IS NULL AND given_up_at IS NULL"


def upgrade() -> None:
    """Create the tables."""
    _make_notices()
    op.create_table(
        "templates",
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("channel", KeyText(), nullable=False),
        sa.Column("subject", Words(), nullable=True),
        sa.Column("body", Words(), nullable=False),
        sa.Column("changed_by", Words(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "language", "channel", name=op.f("pk_templates")),
    )
    op.create_table(
        "nightly_runs",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("step", KeyText(), nullable=False),
        sa.Column("done_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("day", "step", name=op.f("pk_nightly_runs")),
    )


def downgrade() -> None:
    """Drop the tables."""
    for name in ("nightly_runs", "templates", "notices"):
        op.drop_table(name)


def _make_notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", KeyText(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=True),
        sa.Column("loan_id", sa.Integer(), nullable=True),
        sa.Column("hold_id", sa.Integer(), nullable=True),
        sa.Column("channel", KeyText(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("details", Json(), nullable=False),
        sa.Column("queued_at", Moment(), nullable=False),
        sa.Column("next_try_at", Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_error", Words(), nullable=True),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.Column("given_up_at", Moment(), nullable=True),
        sa.CheckConstraint("tries >= 0", name=op.f("ck_notices_tries")),
        sa.CheckConstraint("sent_at IS NULL OR given_up_at IS NULL", name=op.f("ck_notices_one_end")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_notices_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("key", name=op.f("uq_notices_key")),
    )
    op.create_index(op.f("ix_notices_patron_id"), "notices", ["patron_id"], unique=False)
    op.create_index(op.f("ix_notices_queued_at"), "notices", ["queued_at"], unique=False)
    _partial("ix_notices_waiting", ["next_try_at", "id"], _WAITING)
    _partial("ix_notices_loan_id", ["loan_id"], "loan_id IS NOT NULL")


def _partial(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        name, "notices", columns, unique=False, sqlite_where=condition, postgresql_where=condition
    )
