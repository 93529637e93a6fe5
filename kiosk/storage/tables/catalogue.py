"""Bibliographic records, what they are found by, and their items."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
)

from kiosk.model.item import Condition, Place
from kiosk.model.record import Audience, Form
from kiosk.storage.tables.base import Json, KeyText, Moment, Words, metadata, partial_index
from kiosk.storage.tables.checks import one_of

# The MARC record comes last: a statement that does not ask for it never reads its pages.
records = Table(
    "records",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("control_number", KeyText),
    Column("agency", KeyText),
    Column("content_hash", KeyText, nullable=False),
    Column("title", Words, nullable=False),
    Column("filing_title", KeyText, nullable=False),
    Column("form", KeyText, nullable=False),
    Column("subtitle", Words),
    Column("responsibility", Words),
    Column("authors", Json, nullable=False),
    Column("names", Json, nullable=False),
    Column("other_titles", Json, nullable=False),
    Column("subjects", Json, nullable=False),
    Column("series", Json, nullable=False),
    Column("notes", Json, nullable=False),
    Column("summary", Words),
    Column("publisher", Words),
    Column("place", Words),
    Column("extent", Words),
    Column("year", Integer),
    Column("language", KeyText),
    Column("isbns", Json, nullable=False),
    Column("issns", Json, nullable=False),
    Column("audience", KeyText),
    Column("call_number", Words),
    Column("online", Words),
    Column("edited_here", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
    Column("updated_at", Moment, nullable=False),
    Column("marc", Words, nullable=False),
    CheckConstraint(one_of("form", Form), name="form"),
    CheckConstraint(one_of("audience", Audience), name="audience"),
    sqlite_autoincrement=True,
)
# A record is looked up by its number or, where it has none, by its content: digests lie anywhere in their
# index, and each would cost an import a page.
partial_index("ix_records_control_number", records.c.control_number, where="control_number IS NOT NULL")
partial_index("ix_records_content_hash", records.c.content_hash, where="control_number IS NULL")
# Lists of items by title and by year begin and go on without sorting.
Index("ix_records_filing_title", records.c.filing_title, records.c.id)
Index("ix_records_year", records.c.year, records.c.id)
partial_index(
    "uq_records_identity",
    records.c.agency,
    records.c.control_number,
    unique=True,
    where="agency IS NOT NULL AND control_number IS NOT NULL",
)

# What a record looked like: before staff first changed it, and after every change; the last one is now.
record_versions = Table(
    "record_versions",
    metadata,
    Column("record_id", Integer, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("account", Words),
    Column("act", KeyText, nullable=False),
    Column("form", KeyText, nullable=False),
    Column("marc", Words, nullable=False),
    CheckConstraint("number >= 1", name="number"),
)

# ISBNs are kept as 13 digits whatever form the record has, so that either form finds it.
identifiers = Table(
    "identifiers",
    metadata,
    Column("record_id", Integer, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", KeyText, primary_key=True),
    Column("value", KeyText, primary_key=True),
    CheckConstraint("kind IN ('isbn', 'issn')", name="kind"),
)
Index("ix_identifiers_value", identifiers.c.value, identifiers.c.kind)

# Told apart by heading_key, in the order of the library's first language by sort_key.
headings = Table(
    "headings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", KeyText, nullable=False),
    Column("heading_key", KeyText, nullable=False),
    Column("text", Words, nullable=False),
    Column("sort_key", KeyText, nullable=False, server_default=""),
    CheckConstraint("kind IN ('author', 'subject')", name="kind"),
    UniqueConstraint("kind", "heading_key"),
)
Index("ix_headings_kind_sort_key", headings.c.kind, headings.c.sort_key)

record_headings = Table(
    "record_headings",
    metadata,
    Column("record_id", Integer, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    Column("heading_id", Integer, ForeignKey("headings.id", ondelete="CASCADE"), primary_key=True),
)
# With the record in it: the newest records of a heading are read without sorting all that it has.
Index("ix_record_headings_heading_id_record_id", record_headings.c.heading_id, record_headings.c.record_id)

items = Table(
    "items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("record_id", Integer, ForeignKey("records.id"), nullable=False),
    Column("barcode", Words, nullable=False),
    Column("barcode_key", KeyText, nullable=False, unique=True),
    Column("branch", KeyText, ForeignKey("branches.code"), nullable=False),
    Column("item_type", KeyText, ForeignKey("item_types.code"), nullable=False, index=True),
    Column("location", Words),
    Column("call_number", Words),
    Column("shelf_key", KeyText),
    Column("price", Integer),
    Column("condition", KeyText, nullable=False),
    Column("not_for_loan", Boolean, nullable=False),
    Column("place", KeyText, nullable=False),
    Column("at_branch", KeyText, ForeignKey("branches.code")),
    Column("note", Words),
    # What belongs to it and should come back with it: "2 CDs, booklet".
    Column("parts", Words),
    # Counted when it is lent, so that nobody has to read all loans to know what is never borrowed.
    Column("times_lent", Integer, nullable=False, server_default="0"),
    Column("last_lent_at", Moment),
    CheckConstraint("price >= 0", name="price"),
    CheckConstraint("barcode_key <> ''", name="barcode"),
    CheckConstraint(one_of("condition", Condition), name="condition"),
    CheckConstraint(one_of("place", Place), name="place"),
    CheckConstraint("place <> 'transit' OR at_branch IS NOT NULL", name="transit_goal"),
    sqlite_autoincrement=True,
)
# Few lie elsewhere: on the hold shelf, with staff, on their way.
partial_index("ix_items_not_on_shelf", items.c.place, items.c.at_branch, where="place <> 'shelf'")
Index("ix_items_record_id_barcode_key", items.c.record_id, items.c.barcode_key)
# The order of the shelf, of all branches and of one: neighbours are found without sorting.
Index("ix_items_shelf", items.c.shelf_key, items.c.record_id)
Index("ix_items_branch_shelf", items.c.branch, items.c.shelf_key, items.c.record_id)
Index("ix_items_times_lent", items.c.times_lent, items.c.id)
Index("ix_items_last_lent_at", items.c.last_lent_at, items.c.id)
Index("ix_items_branch_last_lent_at", items.c.branch, items.c.last_lent_at, items.c.id)
Index("ix_items_branch_location", items.c.branch, items.c.location, items.c.item_type)
