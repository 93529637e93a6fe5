"""The library's own templates of records."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from kiosk.model.texts import LocalText
from kiosk.storage.library.texts import text_from_json, text_to_json
from kiosk.storage.link import Link
from kiosk.storage.tables import record_templates


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """A template by its code: a record in MARC-in-JSON that new ones begin as."""

    code: str
    name: LocalText
    marc: str
    changed_by: str
    changed_at: datetime


class RecordTemplates:
    """Keeps only what a library has made itself."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def all(self) -> tuple[StoredTemplate, ...]:
        """Return all of them by code."""
        rows = self._link.all(select(record_templates).order_by(record_templates.c.code))
        return tuple(_template_of(row) for row in rows)

    def get(self, code: str) -> StoredTemplate | None:
        """Return the one of that code."""
        row = self._link.first(select(record_templates).where(record_templates.c.code == code))
        return None if row is None else _template_of(row)

    def save(self, template: StoredTemplate) -> None:
        """Keep it in place of the one of that code."""
        row = {name: getattr(template, name) for name in StoredTemplate.__dataclass_fields__}
        row["name"] = text_to_json(template.name)
        statement = self._link.insert(record_templates).values(row)
        self._link.write(statement.on_conflict_do_update(index_elements=["code"], set_=row))

    def forget(self, code: str) -> bool:
        """Forget one; return whether there was one."""
        return bool(
            self._link.write(record_templates.delete().where(record_templates.c.code == code)).rowcount
        )


def _template_of(row: Row[Any]) -> StoredTemplate:
    values = {name: getattr(row, name) for name in StoredTemplate.__dataclass_fields__}
    return StoredTemplate(**{**values, "name": text_from_json(row.name)})
