"""What passes between patrons and staff, who the staff are, and what they did."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table

from kiosk.model.request_state import RequestState
from kiosk.storage.tables.base import Json, KeyText, Moment, Words, metadata
from kiosk.storage.tables.checks import one_of

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), index=True),
    Column("from_staff", Boolean, nullable=False),
    Column("text", Words, nullable=False),
    Column("question", Words),
    Column("article_key", KeyText),
    Column("language", KeyText, nullable=False),
    Column("email", Words),
    Column("branch", KeyText),
    Column("at", Moment, nullable=False, index=True),
    Column("reply", Words),
    Column("replied_by", Words),
    Column("replied_at", Moment),
    Column("closed_at", Moment),
    Column("seen_at", Moment),
    Column("kind", KeyText),
    CheckConstraint("(reply IS NULL) = (replied_at IS NULL)", name="reply"),
)
Index("ix_messages_patron_id_seen_at", messages.c.patron_id, messages.c.seen_at)

# Suggestions to buy, wishes from other libraries, changes of address: what a patron asks staff to do.
# The number lets somebody without a card ask what became of it.
requests = Table(
    "requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("number", KeyText, nullable=False, unique=True),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), index=True),
    Column("kind", KeyText, nullable=False),
    Column("details", Json, nullable=False),
    Column("at", Moment, nullable=False),
    Column("state", KeyText, nullable=False, index=True),
    Column("answer", Words),
    Column("decided_by", Words),
    Column("decided_at", Moment),
    Column("branch", KeyText),
    Column("language", KeyText),
    Column("email", Words),
    Column("next_step", Words),
    Column("record_id", Integer, ForeignKey("records.id", ondelete="SET NULL"), index=True),
    CheckConstraint(one_of("state", RequestState), name="state"),
)

request_steps = Table(
    "request_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("request_id", Integer, ForeignKey("requests.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("state", KeyText, nullable=False),
    Column("note", Words),
    Column("by", Words, nullable=False),
    CheckConstraint(one_of("state", RequestState), name="state"),
)

# Somebody at a kiosk wants staff to come.
help_calls = Table(
    "help_calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False, unique=True),
    Column("kiosk", KeyText, nullable=False),
    Column("branch", KeyText, nullable=False),
    Column("screen", KeyText, nullable=False),
    Column("why", KeyText, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("taken_by", Words),
    Column("taken_at", Moment),
    CheckConstraint("why IN ('asked', 'scans')", name="why"),
    CheckConstraint("(taken_by IS NULL) = (taken_at IS NULL)", name="taken"),
)

roles = Table(
    "roles",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("name", Json, nullable=False),
    Column("rights", Json, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Words, nullable=False),
    Column("name_key", KeyText, nullable=False, unique=True),
    Column("shown_name", Words, nullable=False),
    Column("role", KeyText, ForeignKey("roles.code"), nullable=False),
    Column("password_hash", Words),
    Column("language", KeyText),
    Column("active", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("account", Words, nullable=False),
    Column("act", KeyText, nullable=False),
    Column("subject", KeyText),
    Column("subject_id", Integer),
    Column("details", Json, nullable=False),
    Column("reason", Words),
    Column("overridden", Json, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_audit_subject", audit.c.subject, audit.c.subject_id)
Index("ix_audit_account_at", audit.c.account, audit.c.at)
Index("ix_audit_act_at", audit.c.act, audit.c.at)

kiosk_states = Table(
    "kiosk_states",
    metadata,
    Column("name", KeyText, primary_key=True),
    Column("seen_at", Moment, nullable=False),
    Column("state", Json, nullable=False),
)
