"""The change feed that search indexes are kept up to date from."""

from sqlalchemy import CheckConstraint, Column, Integer, Table

from kiosk.storage.tables.base import KeyText, metadata

# No foreign key: a deleted record is told of here after it is gone.
# AUTOINCREMENT: the number of a pruned row never returns.
changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("record_id", Integer, nullable=False),
    Column("kind", KeyText, nullable=False),
    CheckConstraint("kind IN ('record', 'items', 'deleted')", name="kind"),
    sqlite_autoincrement=True,
)
