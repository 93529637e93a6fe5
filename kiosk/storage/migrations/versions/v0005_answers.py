"""Answers: every version of an article whole, guided flows, what became of a question, calls for help."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.tables.base import Json, KeyText, Moment, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_HEAD = ("topic", "visible", "review", "valid_from", "valid_until")
_TEXT = (
    "title",
    "body",
    "questions",
    "keywords",
    "synonyms",
    "figure",
    "refine",
    "related",
    "written_by",
    "written_at",
)
_ASKED = ("led_to", "kiosk")


def upgrade() -> None:
    """Rebuild the articles, of which there are few, and add the rest in place."""
    _one_row_a_version()
    _make_flows()
    how: sa.Column[str] = sa.Column(
        "how",
        KeyText(),
        sa.CheckConstraint("how IN ('typed', 'suggested', 'touched')", name=op.f("ck_questions_how")),
        nullable=False,
        server_default="typed",
    )
    op.add_column("questions", how)
    for name in _ASKED:
        op.add_column("questions", sa.Column(name, KeyText(), nullable=True))
    op.add_column("questions", sa.Column("after", sa.Integer(), nullable=True))
    _make_help_calls()


def downgrade() -> None:
    """Take it all away: with it drafts, and what only earlier versions said of their topics and days."""
    op.drop_table("help_calls")
    for name in ("after", *reversed(_ASKED), "how"):
        op.drop_column("questions", name)
    op.drop_table("flows")
    _text_beside_head()


def _one_row_a_version() -> None:
    op.execute(
        "CREATE TABLE articles_aside AS SELECT a.article_key, a.language, t.version,"
        " CASE WHEN t.version = a.version THEN 'live' ELSE 'former' END AS state,"
        f" {', '.join(f'a.{name}' for name in _HEAD)}, {', '.join(f't.{name}' for name in _TEXT)}"
        " FROM articles a JOIN article_texts t ON t.article_id = a.id"
    )
    op.drop_table("article_texts")
    op.drop_table("articles")
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_key", KeyText(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", KeyText(), nullable=False),
        *_head(),
        *_text(),
        sa.CheckConstraint("version >= 1", name=op.f("ck_articles_version")),
        sa.CheckConstraint("state IN ('live', 'draft', 'former')", name=op.f("ck_articles_state")),
        sa.CheckConstraint("valid_from <= valid_until", name=op.f("ck_articles_valid_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint(
            "article_key", "language", "version", name=op.f("uq_articles_article_key_language_version")
        ),
    )
    op.create_index(
        "uq_articles_current",
        "articles",
        ["article_key", "language", "state"],
        unique=True,
        sqlite_where=sa.text("state <> 'former'"),
        postgresql_where=sa.text("state <> 'former'"),
    )
    columns = ", ".join(("article_key", "language", "version", "state", *_HEAD, *_TEXT))
    op.execute(f"INSERT INTO articles ({columns}) SELECT {columns} FROM articles_aside")
    op.drop_table("articles_aside")


def _text_beside_head() -> None:
    head = f"article_key, language, {', '.join(_HEAD)}, version"
    text = f"version, {', '.join(_TEXT)}"
    op.execute("CREATE TABLE articles_aside AS SELECT * FROM articles WHERE state <> 'draft'")
    op.drop_table("articles")
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_key", KeyText(), nullable=False),
        sa.Column("language", KeyText(), nullable=False),
        *_head(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("valid_from <= valid_until", name=op.f("ck_articles_valid_in_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("article_key", "language", name=op.f("uq_articles_article_key_language")),
    )
    op.create_table(
        "article_texts",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *_text(),
        sa.CheckConstraint("version >= 1", name=op.f("ck_article_texts_version")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_article_texts_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "version", name=op.f("pk_article_texts")),
    )
    op.execute(f"INSERT INTO articles ({head}) SELECT {head} FROM articles_aside WHERE state = 'live'")
    op.execute(
        f"INSERT INTO article_texts (article_id, {text}) SELECT a.id, "
        f"{', '.join(f'o.{name}' for name in ('version', *_TEXT))} FROM articles_aside o"
        " JOIN articles a ON a.article_key = o.article_key AND a.language = o.language"
    )
    op.drop_table("articles_aside")


def _head() -> list[sa.Column[object]]:
    return [
        sa.Column("topic", KeyText(), nullable=False),
        sa.Column("visible", sa.Boolean(), nullable=False),
        sa.Column("review", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
    ]


def _text() -> list[sa.Column[object]]:
    return [
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
    ]


def _make_flows() -> None:
    op.create_table(
        "flows",
        sa.Column("key", KeyText(), nullable=False),
        sa.Column("steps", Json(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("visible", sa.Boolean(), nullable=False),
        sa.Column("written_by", Words(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_flows")),
    )


def _make_help_calls() -> None:
    op.create_table(
        "help_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", KeyText(), nullable=False),
        sa.Column("kiosk", KeyText(), nullable=False),
        sa.Column("branch", KeyText(), nullable=False),
        sa.Column("screen", KeyText(), nullable=False),
        sa.Column("why", KeyText(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("taken_by", Words(), nullable=True),
        sa.Column("taken_at", Moment(), nullable=True),
        sa.CheckConstraint("why IN ('asked', 'scans')", name=op.f("ck_help_calls_why")),
        sa.CheckConstraint("(taken_by IS NULL) = (taken_at IS NULL)", name=op.f("ck_help_calls_taken")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
        sa.UniqueConstraint("act_id", name=op.f("uq_help_calls_act_id")),
    )
    op.create_index(op.f("ix_help_calls_at"), "help_calls", ["at"], unique=False)
