"""The library's own wordings of what it sends."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from kiosk.storage.link import Link
from kiosk.storage.tables import templates


@dataclass(frozen=True, slots=True)
class Template:
    """A wording by kind, language and channel; a channel without a subject line has none."""

    kind: str
    language: str
    channel: str
    body: str
    changed_by: str
    changed_at: datetime
    subject: str | None = None


class Templates:
    """Keeps only what a library has written itself."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def get(self, kind: str, language: str, channel: str) -> Template | None:
        """Return the library's own wording, None where the program's stands."""
        row = self._link.first(select(templates).where(_this(kind, language, channel)))
        return None if row is None else _template_of(row)

    def all(self) -> tuple[Template, ...]:
        """Return all of them by kind, language and channel."""
        ordered = select(templates).order_by(templates.c.kind, templates.c.language, templates.c.channel)
        return tuple(_template_of(row) for row in self._link.all(ordered))

    def save(self, template: Template) -> None:
        """Keep a wording in place of the one there was."""
        row = {name: getattr(template, name) for name in Template.__dataclass_fields__}
        statement = self._link.insert(templates).values(row)
        which = ["kind", "language", "channel"]
        self._link.write(statement.on_conflict_do_update(index_elements=which, set_=row))

    def reset(self, kind: str, language: str, channel: str) -> bool:
        """Go back to the program's wording; return whether there was another."""
        return bool(self._link.write(templates.delete().where(_this(kind, language, channel))).rowcount)


def _this(kind: str, language: str, channel: str) -> ColumnElement[bool]:
    return (templates.c.kind == kind) & (templates.c.language == language) & (templates.c.channel == channel)


def _template_of(row: Row[Any]) -> Template:
    return Template(**{name: getattr(row, name) for name in Template.__dataclass_fields__})
