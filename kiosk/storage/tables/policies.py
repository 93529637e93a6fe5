"""Articles with their earlier versions, and what patrons asked and searched in vain."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Integer,
    Table,
    UniqueConstraint,
)

from kiosk.storage.tables.base import Date, Json, KeyText, Moment, Words, metadata, partial_index

# One row a version, whole; at most one is live and one a draft.
articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_key", KeyText, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", KeyText, nullable=False),
    Column("topic", KeyText, nullable=False),
    Column("visible", Boolean, nullable=False),
    Column("review", Date),
    Column("valid_from", Date),
    Column("valid_until", Date),
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
    CheckConstraint("state IN ('live', 'draft', 'former')", name="state"),
    CheckConstraint("valid_from <= valid_until", name="valid_in_order"),
    UniqueConstraint("article_key", "language", "version"),
)
partial_index(
    "uq_articles_current",
    articles.c.article_key,
    articles.c.language,
    articles.c.state,
    where="state <> 'former'",
    unique=True,
)

flows = Table(
    "flows",
    metadata,
    Column("key", KeyText, primary_key=True),
    Column("steps", Json, nullable=False),
    Column("version", Integer, nullable=False),
    Column("visible", Boolean, nullable=False),
    Column("written_by", Words, nullable=False),
    Column("written_at", Moment, nullable=False),
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
    Column("how", KeyText, nullable=False, server_default="typed"),
    Column("led_to", KeyText),
    Column("kiosk", KeyText),
    # The question asked before it in the same visit; no foreign key, for that is forgotten first.
    Column("after", Integer),
    CheckConstraint("band IN ('answer', 'choose', 'none')", name="band"),
    CheckConstraint("how IN ('typed', 'suggested', 'touched')", name="how"),
)

empty_searches = Table(
    "empty_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Words, nullable=False),
    Column("language", KeyText, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)
