"""What the library sends to patrons, its own wordings of it, and which nights were done."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table

from kiosk.storage.tables.base import Date, Json, KeyText, Moment, Words, metadata, partial_index

WAITING = "sent_at IS NULL AND given_up_at IS NULL"

# The key says what is told of what on which day, so that nothing is told twice. A hold that is long
# over may be named still; its number is never given again. A loan's notices go with its link.
notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", KeyText, nullable=False, unique=True),
    Column("kind", KeyText, nullable=False),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), index=True),
    Column("loan_id", Integer),
    Column("hold_id", Integer),
    Column("channel", KeyText, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("details", Json, nullable=False),
    Column("queued_at", Moment, nullable=False, index=True),
    Column("next_try_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("last_error", Words),
    Column("sent_at", Moment),
    Column("given_up_at", Moment),
    CheckConstraint("tries >= 0", name="tries"),
    CheckConstraint("sent_at IS NULL OR given_up_at IS NULL", name="one_end"),
)
partial_index("ix_notices_waiting", notices.c.next_try_at, notices.c.id, where=WAITING)
partial_index("ix_notices_loan_id", notices.c.loan_id, where="loan_id IS NOT NULL")

# Only what a library has written itself; what is not there is said in the program's own words.
templates = Table(
    "templates",
    metadata,
    Column("kind", KeyText, primary_key=True),
    Column("language", KeyText, primary_key=True),
    Column("channel", KeyText, primary_key=True),
    Column("subject", Words),
    Column("body", Words, nullable=False),
    Column("changed_by", Words, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

nightly_runs = Table(
    "nightly_runs",
    metadata,
    Column("day", Date, primary_key=True),
    Column("step", KeyText, primary_key=True),
    Column("done_at", Moment, nullable=False),
)
