"""What happened on each day, summed up, so that reports of years need not read every loan."""

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, LargeBinary, Table, false

from kiosk.storage.tables.base import Date, KeyText, metadata

# The days that are summed up, those on which nothing happened as well.
summed_days = Table(
    "summed_days",
    metadata,
    Column("day", Date, primary_key=True),
    # Whether the titles lent on it are listed as well, which days summed up long ago may lack.
    Column("titles", Boolean, nullable=False, server_default=false()),
)

# The records lent on a day in a branch, one number for each loan: a year of them is read in a moment,
# where its loans are half a million rows. Numbers are of 32 bits, the lowest byte first.
title_sums = Table(
    "title_sums",
    metadata,
    Column("day", Date, primary_key=True),
    Column("branch", KeyText, primary_key=True),
    Column("records", LargeBinary, nullable=False),
)

# Every event is counted once under each facet: at its hour, by its type of item, by its location.
# A loan without a category, or an item without a location, counts under the empty text.
day_sums = Table(
    "day_sums",
    metadata,
    Column("facet", KeyText, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("branch", KeyText, primary_key=True),
    Column("kind", KeyText, primary_key=True),
    Column("patron_category", KeyText, primary_key=True),
    Column("value", KeyText, primary_key=True),
    Column("times", Integer, nullable=False),
    # How many of them patrons did themselves.
    Column("by_patrons", Integer, nullable=False),
    CheckConstraint("facet IN ('hour', 'item_type', 'location')", name="facet"),
    CheckConstraint("kind IN ('loan', 'renewal', 'return')", name="kind"),
    CheckConstraint("times > 0 AND by_patrons >= 0 AND by_patrons <= times", name="times"),
    sqlite_with_rowid=False,
)
