"""Articles, questions and empty searches."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words


def create() -> None:
    """Create the tables."""
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_key", KeyText(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("topic", KeyText(), nullable=False),
        sa.Column("visible", sa.Boolean(), nullable=False),
        sa.Column("review", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_from <= valid_until", name=op.f("ck_articles_valid_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("article_key", "language", name=op.f("uq_articles_article_key_language")),
    )
    op.create_table(
        "article_texts",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("questions", Json(), nullable=False),
        sa.Column("keywords", Json(), nullable=False),
        sa.Column("synonyms", Json(), nullable=False),
        sa.Column("figure", Words(), nullable=True),
        sa.Column("refine", Json(), nullable=False),
        sa.Column("related", Json(), nullable=False),
        sa.Column("written_by", Words(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_article_texts_version")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_texts_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "version", name=op.f("pk_article_texts")),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("band", KeyText(), nullable=False),
        sa.Column("article_key", KeyText(), nullable=True),
        sa.Column("branch", KeyText(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("helpful", sa.Boolean(), nullable=True),
        sa.CheckConstraint("band IN ('answer', 'choose', 'none')", name=op.f("ck_questions_band")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index(op.f("ix_questions_at"), "questions", ["at"], unique=False)
    op.create_table(
        "empty_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_empty_searches")),
    )
    op.create_index(op.f("ix_empty_searches_at"), "empty_searches", ["at"], unique=False)


def drop() -> None:
    """Drop the tables, those that others name last."""
    op.drop_table("empty_searches")
    op.drop_table("questions")
    op.drop_table("article_texts")
    op.drop_table("articles")
