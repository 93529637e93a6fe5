"""Articles with their earlier versions, and what patrons asked and searched in vain."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Table,
    UniqueConstraint,
)

from kiosk.storage.tables.base import Date, Json, KeyText, Moment, Words, metadata

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_key", KeyText, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("topic", KeyText, nullable=False),
    Column("visible", Boolean, nullable=False),
    Column("review", Date),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("version", Integer, nullable=False),
    CheckConstraint("valid_from <= valid_until", name="valid_in_order"),
    UniqueConstraint("article_key", "language"),
)

# One row a version; the article's own row says which one holds.
article_texts = Table(
    "article_texts",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("title", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("questions", Json, nullable=False),
    Column("keywords", Json, nullable=False),
    Column("synonyms", Json, nullable=False),
    Column("figure", Words),
    Column("refine", Json, nullable=False),
    Column("related", Json, nullable=False),
    Column("written_by", Words, nullable=False),
    Column("written_at", Moment, nullable=False),
    CheckConstraint("version >= 1", name="version"),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Words, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("band", KeyText, nullable=False),
    Column("article_key", KeyText),
    Column("branch", KeyText),
    Column("at", Moment, nullable=False, index=True),
    Column("helpful", Boolean),
    CheckConstraint("band IN ('answer', 'choose', 'none')", name="band"),
)

empty_searches = Table(
    "empty_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Words, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)
