"""Patrons, what staff wrote about their cards, and how often a PIN was wrong."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, Table, false

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
    Column("temporary", Boolean, nullable=False, server_default=false()),
    Column("confirmed_at", Moment),
    Column("confirmed_by", Words),
    Column("street", Words),
    Column("postcode", Words),
    Column("city", Words),
    # Name and birth date in one, where both are known: two people of one key may be one person.
    Column("duplicate_key", KeyText, index=True),
    Column("pin_must_change", Boolean, nullable=False, server_default=false()),
    Column("notices_by", KeyText),
    Column("erase_asked_at", Moment),
    CheckConstraint("notices_by IN ('email', 'none')", name="notices_by"),
    CheckConstraint("card_key <> ''", name="card"),
    sqlite_autoincrement=True,
)

# Who answers for a minor; a guardian's own card is named by its patron, others by name alone.
guardians = Table(
    "guardians",
    metadata,
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), primary_key=True),
    Column("guardian_id", Integer, ForeignKey("patrons.id", ondelete="SET NULL"), index=True),
    Column("name", Words),
    Column("phone", Words),
    Column("email", Words),
    CheckConstraint("guardian_id <> patron_id", name="another"),
)

# A lost card that was replaced stays lost, whoever finds it.
former_cards = Table(
    "former_cards",
    metadata,
    Column("card_key", KeyText, primary_key=True),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("card", Words, nullable=False),
    Column("replaced_at", Moment, nullable=False),
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
