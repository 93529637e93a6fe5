"""Addresses, guardians and temporary cards, what tells two patrons alike, and cards that were replaced."""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.people.rows import duplicate_key
from kiosk.storage.tables.base import KeyText, Moment, Words

_BATCH = 5000
_READ = sa.text(
    "SELECT id, last_name, first_name, birth_date FROM patrons "
    "WHERE id > :after AND birth_date IS NOT NULL ORDER BY id LIMIT :most"
).columns(birth_date=sa.Date())
_WRITE = sa.text("UPDATE patrons SET duplicate_key = :key WHERE id = :id")
_WORDS = ("street", "postcode", "city")
_COLUMNS = (
    "temporary",
    "confirmed_at",
    "confirmed_by",
    *_WORDS,
    "duplicate_key",
    "pin_must_change",
    "notices_by",
    "erase_asked_at",
)


def upgrade() -> None:
    """Add the columns in place and fill the key by which two patrons are alike."""
    for name in ("temporary", "pin_must_change"):
        column: sa.Column[bool] = sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        op.add_column("patrons", column)
    for name in ("confirmed_at", "erase_asked_at"):
        op.add_column("patrons", sa.Column(name, Moment(), nullable=True))
    for name in ("confirmed_by", *_WORDS):
        op.add_column("patrons", sa.Column(name, Words(), nullable=True))
    op.add_column("patrons", sa.Column("duplicate_key", KeyText(), nullable=True))
    check = sa.CheckConstraint("notices_by IN ('email', 'none')", name=op.f("ck_patrons_notices_by"))
    op.add_column("patrons", sa.Column("notices_by", KeyText(), check, nullable=True))
    _fill_keys()
    op.create_index(op.f("ix_patrons_duplicate_key"), "patrons", ["duplicate_key"], unique=False)
    _make_guardians()
    op.create_table(
        "former_cards",
        sa.Column("card_key", KeyText(), nullable=False),
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("card", Words(), nullable=False),
        sa.Column("replaced_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_former_cards_patron_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("card_key", name=op.f("pk_former_cards")),
    )
    op.create_index(op.f("ix_former_cards_patron_id"), "former_cards", ["patron_id"], unique=False)


def downgrade() -> None:
    """Take it all away."""
    op.drop_table("former_cards")
    op.drop_table("guardians")
    op.drop_index(op.f("ix_patrons_duplicate_key"), table_name="patrons")
    for name in _COLUMNS:
        op.drop_column("patrons", name)


def _make_guardians() -> None:
    op.create_table(
        "guardians",
        sa.Column("patron_id", sa.Integer(), nullable=False),
        sa.Column("guardian_id", sa.Integer(), nullable=True),
        sa.Column("name", Words(), nullable=True),
        sa.Column("phone", Words(), nullable=True),
        sa.Column("email", Words(), nullable=True),
        sa.CheckConstraint("guardian_id <> patron_id", name=op.f("ck_guardians_another")),
        sa.ForeignKeyConstraint(
            ["patron_id"], ["patrons.id"], name=op.f("fk_guardians_patron_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["guardian_id"], ["patrons.id"], name=op.f("fk_guardians_guardian_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("patron_id", name=op.f("pk_guardians")),
    )
    op.create_index(op.f("ix_guardians_guardian_id"), "guardians", ["guardian_id"], unique=False)


def _fill_keys() -> None:
    connection = op.get_bind()
    after = 0
    while rows := connection.execute(_READ, {"after": after, "most": _BATCH}).all():
        keys = [
            {"id": row.id, "key": duplicate_key(row.last_name, row.first_name, row.birth_date)}
            for row in rows
        ]
        connection.execute(_WRITE, keys)
        after = rows[-1].id
