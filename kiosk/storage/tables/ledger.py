"""Charges and how they become less; erasing a patron leaves the sums and takes the name."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, UniqueConstraint

from kiosk.model.charge import ChargeKind, PaymentMethod, SettlementKind
from kiosk.storage.tables.base import KeyText, Moment, Words, metadata, partial_index
from kiosk.storage.tables.checks import one_of

charges = Table(
    "charges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False),
    Column("patron_id", Integer, ForeignKey("patrons.id", ondelete="SET NULL"), index=True),
    Column("kind", KeyText, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("open_amount", Integer, nullable=False),
    Column("booked_at", Moment, nullable=False, index=True),
    Column("loan_id", Integer, ForeignKey("loans.id"), index=True),
    Column("item_id", Integer, ForeignKey("items.id"), index=True),
    Column("title", Words),
    Column("note", Words),
    CheckConstraint(one_of("kind", ChargeKind), name="kind"),
    CheckConstraint("amount >= 0 AND open_amount >= 0 AND open_amount <= amount", name="money"),
    UniqueConstraint("act_id", "kind"),
    sqlite_autoincrement=True,
)
partial_index(
    "ix_charges_open",
    charges.c.patron_id,
    charges.c.booked_at,
    where="open_amount > 0",
)

settlements = Table(
    "settlements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act_id", KeyText, nullable=False),
    Column("charge_id", Integer, ForeignKey("charges.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", KeyText, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("by", Words, nullable=False),
    Column("reason", Words),
    Column("method", KeyText),
    CheckConstraint(one_of("method", PaymentMethod), name="method"),
    CheckConstraint(one_of("kind", SettlementKind), name="kind"),
    CheckConstraint("amount > 0", name="money"),
    UniqueConstraint("act_id", "charge_id", "kind"),
    sqlite_autoincrement=True,
)
