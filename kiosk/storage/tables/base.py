"""The metadata all tables belong to, and the column types that both databases understand alike."""

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Column, Date, DateTime, Dialect, Index, MetaData, Text, TypeDecorator, text
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def partial_index(name: str, *columns: Column[Any], where: str, unique: bool = False) -> Index:
    """Index only the rows of which the condition holds.

    The migrations name the condition for either database; here only SQLite's is said, because a word
    about PostgreSQL would load its dialect into every command on a database that is none.
    """
    return Index(name, *columns, unique=unique, sqlite_where=text(where), info={"where": where})


def storable(text: str) -> str:
    """Return the text without what a database refuses: NUL and halves of surrogate pairs."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


class Words(TypeDecorator[str]):
    """A text of any length that never breaks a statement, whatever was typed or scanned."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class KeyText(Words):
    """A text that is compared and sorted by code point on both databases."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        collated = Text(collation="C") if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(collated)


class Moment(TypeDecorator[datetime]):
    """A moment in time: aware in, aware UTC out, to the microsecond."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A value of plain lists, tables, texts and numbers, kept as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return (
            None if value is None else storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        # Most lists of most records are empty, and an import or an index build reads millions of them.
        return [] if value == "[]" else None if value is None else msgspec.json.decode(value)


__all__ = ["Date", "Json", "KeyText", "Moment", "Words", "metadata", "partial_index", "storable"]
