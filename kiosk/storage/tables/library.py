"""The library's own settings: branches and their hours, shelves, kinds, rules and kiosks."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, Table, UniqueConstraint

from kiosk.storage.tables.base import Date, Json, KeyText, Words, metadata

meta = Table(
    "meta",
    metadata,
    Column("name", KeyText, primary_key=True),
    Column("value", Words, nullable=False),
)

library = Table(
    "library",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Json, nullable=False),
    Column("time_zone", Words, nullable=False),
    Column("currency", Words, nullable=False),
    Column("languages", Json, nullable=False),
    Column("lend_other_branches", Boolean, nullable=False),
    Column("retention", Json),
    Column("card_format", Json),
    Column("label_format", Json),
    Column("joining", Json),
    CheckConstraint("id = 1", name="only_one"),
)

branches = Table(
    "branches",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("code_key", KeyText, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("name", Json, nullable=False),
    Column("time_zone", Words, nullable=False),
    Column("always_open", Boolean, nullable=False),
    Column("address", Words),
    Column("phone", Words),
    Column("email", Words),
    Column("web", Words),
    Column("configured", Boolean, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("kind", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("name", Json, nullable=False),
    Column("time_zone", Words, nullable=False),
    Column("always_open", Boolean, nullable=False),
)


def _calendar_owner() -> list[Column[object] | CheckConstraint]:
    """Return the columns that say whose hours or closure a row is: a branch's or a channel's."""
    return [
        Column("branch", KeyText, ForeignKey("branches.code", ondelete="CASCADE"), index=True),
        Column("channel_id", Integer, ForeignKey("channels.id", ondelete="CASCADE"), index=True),
        CheckConstraint("(branch IS NULL) <> (channel_id IS NULL)", name="one_owner"),
    ]


hours = Table(
    "hours",
    metadata,
    Column("id", Integer, primary_key=True),
    *_calendar_owner(),
    Column("weekday", Integer, nullable=False),
    Column("opens", Words, nullable=False),
    Column("closes", Words, nullable=False),
    CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
    CheckConstraint("opens < closes", name="opens_first"),
)

closures = Table(
    "closures",
    metadata,
    Column("id", Integer, primary_key=True),
    *_calendar_owner(),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reason", Json, nullable=False),
    CheckConstraint("first <= last", name="in_order"),
)

shelves = Table(
    "shelves",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("branch", KeyText, ForeignKey("branches.code", ondelete="CASCADE"), nullable=False),
    Column("element", Words, nullable=False),
    Column("location", Words, nullable=False),
    Column("first", Words, nullable=False),
    Column("last", Words, nullable=False),
    Column("name", Json, nullable=False),
    UniqueConstraint("branch", "element", "location", "first"),
)

patron_categories = Table(
    "patron_categories",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("code_key", KeyText, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("name", Json, nullable=False),
    Column("membership_fee", Integer),
    Column("card_valid_months", Integer),
    Column("configured", Boolean, nullable=False),
    Column("hold_priority", Integer, nullable=False, server_default="0"),
    CheckConstraint("membership_fee >= 0", name="fee"),
)

item_types = Table(
    "item_types",
    metadata,
    Column("code", KeyText, primary_key=True),
    Column("code_key", KeyText, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("name", Json, nullable=False),
    Column("configured", Boolean, nullable=False),
)

# Values are JSON: a row sets any number of some twenty values, and only rules/ resolves them.
rules = Table(
    "rules",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("branch", KeyText, ForeignKey("branches.code", ondelete="CASCADE")),
    Column("patron_category", KeyText, ForeignKey("patron_categories.code", ondelete="CASCADE")),
    Column("item_type", KeyText, ForeignKey("item_types.code", ondelete="CASCADE")),
    Column("set_values", Json, nullable=False),
)

kiosks = Table(
    "kiosks",
    metadata,
    Column("name", KeyText, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("branch", KeyText, ForeignKey("branches.code"), nullable=False),
    Column("languages", Json, nullable=False),
    Column("idle_seconds", Integer, nullable=False),
    Column("functions", Json, nullable=False),
    Column("pin_for", Json, nullable=False),
    CheckConstraint("idle_seconds > 0", name="idle_seconds"),
)
