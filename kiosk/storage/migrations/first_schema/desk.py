"""Messages, requests, accounts, audit, kiosks' states and the change feed."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=True),
        sa.Column("from_staff", sa.Boolean(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("question", Words(), nullable=True),
        sa.Column("article_key", KeyText(), nullable=True),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("email", Words(), nullable=True),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("reply", Words(), nullable=True),
        sa.Column("replied_by", Words(), nullable=True),
        sa.Column("replied_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("seen_at", Moment(), nullable=True),
        sa.CheckConstraint("(reply IS NULL) = (replied_at IS NULL)", name=op.f("ck_messages_reply")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_messages_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("act_id", name=op.f("uq_messages_act_id")),
    )
    op.create_index(op.f("ix_messages_at"), "messages", ["at"], unique=False)
    op.create_index(op.f("ix_messages_patron_id"), "messages", ["patron_id"], unique=False)
    op.create_table(
        "requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("details", Json(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("state", KeyText(), nullable=False),
        sa.Column("answer", Words(), nullable=True),
        sa.Column("decided_by", Words(), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined', 'done', 'withdrawn')", name=op.f("ck_requests_state")
        ),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_requests_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("act_id", name=op.f("uq_requests_act_id")),
    )
    op.create_index(op.f("ix_requests_patron_id"), "requests", ["patron_id"], unique=False)
    op.create_index(op.f("ix_requests_state"), "requests", ["state"], unique=False)
    op.create_table(
        "roles",
        sa.Column("code", KeyText(), nullable=False),
        sa.Column("name", Json(), nullable=False),
        sa.Column("rights", Json(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_roles")),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("name_key", KeyText(), nullable=False),
        sa.Column("shown_name", Words(), nullable=False),
        sa.Column("role", KeyText(), nullable=False),
        sa.Column("password_hash", Words(), nullable=True),
        sa.Column("language", KeyText(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["role"], ["roles.code"], name=op.f("fk_accounts_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name_key", name=op.f("uq_accounts_name_key")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("account", Words(), nullable=False),
        sa.Column("act", KeyText(), nullable=False),
        sa.Column("subject", KeyText(), nullable=True),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("details", Json(), nullable=False),
        sa.Column("reason", Words(), nullable=True),
        sa.Column("overridden", Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index("ix_audit_subject", "audit", ["subject", "subject_id"], unique=False)
    op.create_table(
        "kiosk_states",
        sa.Column("name", KeyText(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("state", Json(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_kiosk_states")),
    )
    op.create_table(
        "changes",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.CheckConstraint("kind IN ('record', 'items', 'deleted')", name=op.f("ck_changes_kind")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_changes")),
        sqlite_autoincrement=True,
    )


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("changes")
    op.drop_table("kiosk_states")
    op.drop_table("audit")
    op.drop_table("accounts")
    op.drop_table("roles")
    op.drop_table("requests")
    op.drop_table("messages")
