"""Where records come from besides files: other catalogues, and the library's own templates."""

from sqlalchemy import Boolean, Column, Integer, Table

from kiosk.storage.tables.base import Json, KeyText, Moment, Words, metadata

# Only what a library has said itself; a code that is not there is as the program has it.
record_sources = Table(
    "record_sources",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("target", Json, nullable=False),
    Column("changed_by", Words, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

record_templates = Table(
    "record_templates",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("name", Json, nullable=False),
    Column("marc", Words, nullable=False),
    Column("changed_by", Words, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
