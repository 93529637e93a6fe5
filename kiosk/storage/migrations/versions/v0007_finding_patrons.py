"""Finding patrons: keys of names, addresses and telephones, days to look up, and notes of staff."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.people.finding_keys import keys_of
from kiosk.storage.tables.base import KeyText, Moment, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_BATCH = 5000
_READ = sa.text(
    "SELECT id, last_name, first_name, email, phone FROM patrons WHERE id > :after ORDER BY id LIMIT :most"
)
_WRITE = sa.text("INSERT INTO patron_keys (patron_id, kind, key) VALUES (:patron_id, :kind, :key)")
_PARTIAL = (
    ("ix_patrons_temporary", "patrons", "created_at", "temporary"),
    ("ix_patrons_card_lost", "patrons", "id", "card_lost"),
    ("ix_restrictions_open", "restrictions", "patron_id", "lifted_at IS NULL"),
)


def upgrade() -> None:
    """Make the tables, fill the keys, and add the indexes in place."""
    op.create_table(
        "patron_keys",
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("kind", KeyText(), nullable=False),
        sa.Column("key", KeyText(), nullable=False),
        sa.CheckConstraint("kind IN ('name', 'email', 'phone')", name=op.f("ck_patron_keys_kind")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_patron_keys_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("patron_id", "kind", "key", name=op.f("pk_patron_keys")),
    )
    _fill_keys()
    op.create_index("ix_patron_keys_kind_key", "patron_keys", ["kind", "key", "patron_id"], unique=False)
    op.create_table(
        "patron_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_patron_notes_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patron_notes")),
    )
    op.create_index(op.f("ix_patron_notes_patron_id"), "patron_notes", ["patron_id"], unique=False)
    for name in ("birth_date", "expires_on"):
        op.create_index(op.f(f"ix_patrons_{name}"), "patrons", [name], unique=False)
    for index, table, column, condition in _PARTIAL:
        where = sa.text(condition)
        op.create_index(index, table, [column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Take it all away, and the notes with it."""
    for index, table, _column, _condition in reversed(_PARTIAL):
        op.drop_index(index, table_name=table)
    for name in ("expires_on", "birth_date"):
        op.drop_index(op.f(f"ix_patrons_{name}"), table_name="patrons")
    op.drop_table("patron_notes")
    op.drop_table("patron_keys")


def _fill_keys() -> None:
    connection = op.get_bind()
    after = 0
    while rows := connection.execute(_READ, {"after": after, "most": _BATCH}).all():
        keys = [
            {"patron_id": row.id, "kind": kind, "key": key}
            for row in rows
            for kind, key in sorted(keys_of(row.last_name, row.first_name, row.email, row.phone))
        ]
        if keys:
            connection.execute(_WRITE, keys)
        after = rows[-1].id
