"""Patrons, what staff wrote about their cards, and how often a PIN was wrong."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, Table

from kiosk.storage.tables.base import Date, KeyText, Moment, Words, metadata, partial_index

patrons = Table(
    "patrons",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("card", Words, nullable=False),
    Column("card_key", KeyText, nullable=False, unique=True),
    Column("last_name", Words, nullable=False),
    Column("first_name", Words),
    Column("name_key", KeyText, nullable=False, index=True),
    Column("category", KeyText, ForeignKey("patron_categories.code"), nullable=False, index=True),
    Column("birth_date", Date),
    Column("email", Words),
    Column("phone", Words),
    Column("branch", KeyText, ForeignKey("branches.code"), index=True),
    Column("expires_on", Date),
    Column("language", KeyText),
    Column("pin_hash", Words),
    Column("card_lost", Boolean, nullable=False),
    Column("keeps_history", Boolean, nullable=False),
    Column("created_at", Moment),
    CheckConstraint("card_key <> ''", name="card"),
    sqlite_autoincrement=True,
)

restrictions = Table(
    "restrictions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Words, nullable=False),
    Column("imported", Boolean, nullable=False),
    Column("set_by", Words),
    Column("set_at", Moment),
    Column("lifted_by", Words),
    Column("lifted_at", Moment),
)
partial_index(
    "uq_restrictions_imported",
    restrictions.c.patron_id,
    unique=True,
    where="imported AND lifted_at IS NULL",
)

# A scope is a card or a kiosk, as the caller names it; unknown cards are counted as well.
attempts = Table(
    "attempts",
    metadata,
    Column("scope", KeyText, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("locked_until", Moment),
    CheckConstraint("failures >= 0", name="failures"),
)
