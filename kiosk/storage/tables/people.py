"""Patrons, what staff wrote about their cards, and how often a PIN was wrong."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, Table, false

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
    Column("birth_date", Date, index=True),
    Column("email", Words),
    Column("phone", Words),
    Column("branch", KeyText, ForeignKey("branches.code"), index=True),
    Column("expires_on", Date, index=True),
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

partial_index("ix_patrons_temporary", patrons.c.created_at, where="temporary")
partial_index("ix_patrons_card_lost", patrons.c.id, where="card_lost")

# By what somebody at the desk finds a patron: words of the name, e-mail, digits of the telephone.
patron_keys = Table(
    "patron_keys",
    metadata,
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", KeyText, primary_key=True),
    Column("key", KeyText, primary_key=True),
    CheckConstraint("kind IN ('name', 'email', 'phone')", name="kind"),
)
Index("ix_patron_keys_kind_key", patron_keys.c.kind, patron_keys.c.key, patron_keys.c.patron_id)

# What staff note for each other; whoever asks what is kept about them is told it too.
patron_notes = Table(
    "patron_notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Words, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Moment, nullable=False),
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
partial_index("ix_restrictions_open", restrictions.c.patron_id, where="lifted_at IS NULL")

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
