"""The library's configuration as others see it."""

from typing import Any

from sqlalchemy import Table, column, func, select, table

from kiosk.model.calendar import Calendar
from kiosk.model.errors import ConfigurationInUse, NoLibraryHere
from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.texts import LocalText
from kiosk.storage import tables as t
from kiosk.storage.catalogue.heading_order import sort_headings_anew
from kiosk.storage.library.reading import load_library
from kiosk.storage.library.usage import InUse, money_in_use, uses_of
from kiosk.storage.library.writing import branch_row, category_row, item_type_row, write_library
from kiosk.storage.link import Link
from kiosk.storage.numbers import count_up
from kiosk.storage.schema import refuse_other_schema

_VERSION = "library_version"
# One statement for both: every act looks at it, and a library changed by a newer program is left alone.
_VERSION_AND_SCHEMA = select(
    t.meta.c.value,
    select(column("version_num")).select_from(table("alembic_version")).scalar_subquery().label("schema"),
).where(t.meta.c.name == _VERSION)


class LibrarySettings:
    """Reads and replaces the configuration; ``version`` tells when a kept Library is stale."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def version(self) -> int:
        """Return a number that every change of the configuration moves on.

        Raises DatabaseNewer or DatabaseOlder where another program has changed the schema meanwhile.
        """
        row = self._link.first(_VERSION_AND_SCHEMA)
        if row is None:
            return 0
        refuse_other_schema(row.schema)
        return int(row.value)

    def lock(self) -> None:
        """Let nobody else change the configuration before the act ends; for whoever compares, then writes."""
        self._link.first(select(t.meta.c.value).where(t.meta.c.name == _VERSION).with_for_update())

    def exists(self) -> bool:
        """Tell whether a configuration was ever stored."""
        return bool(self._link.scalar(select(func.count()).select_from(t.library)))

    def load(self) -> Library:
        """Read the whole configuration; NoLibraryHere where none was ever stored."""
        return load_library(self._link)

    def replace(self, library: Library) -> bool:
        """Make the configuration equal to the value; return whether anything changed.

        Raises ConfigurationInUse(where=tuple of InUse) when something left out is in use.
        """
        before = self.load() if self.exists() else None
        if before == library:
            return False
        where = self._still_needed(before or library, library)
        if where:
            raise ConfigurationInUse(where=tuple(where))
        write_library(self._link, library)
        if before is None or before.languages[:1] != library.languages[:1]:
            sort_headings_anew(self._link, next(iter(library.languages), ""))
        count_up(self._link, _VERSION)
        return True

    def still_needed(self, library: Library) -> tuple[InUse, ...]:
        """Return the uses that keep the configuration from being made equal to the value."""
        return tuple(self._still_needed(self.load(), library))

    def uses(self, kind: str, code: str) -> tuple[InUse, ...]:
        """Return where a code is in use; ``kind`` is branch, patron_category or item_type."""
        return tuple(uses_of(self._link, kind, [code]))

    def _still_needed(self, before: Library, after: Library) -> list[InUse]:
        """Return the uses of every code that is gone; one written in another case counts as gone."""
        kinds: tuple[tuple[str, Any, Any], ...] = (
            ("branch", before.branches, after.branches),
            ("patron_category", before.patron_categories, after.patron_categories),
            ("item_type", before.item_types, after.item_types),
        )
        where: list[InUse] = []
        kept = {branch.code for branch in after.branches}
        for kind, old, new in kinds:
            gone = {part.code for part in old} - {part.code for part in new}
            where += uses_of(self._link, kind, gone)
        homeless = {code for code in (kiosk.branch for kiosk in after.kiosks) if code not in kept}
        where += [
            InUse("branch", code, "kiosks", sum(kiosk.branch == code for kiosk in after.kiosks))
            for code in sorted(homeless)
        ]
        if before.currency != after.currency:
            where += money_in_use(self._link)
        return where

    def add_branch(self, code: str) -> bool:
        """Add an unconfigured branch, always open, named by its code; False when it is there already."""
        zone = self._link.scalar(select(t.library.c.time_zone))
        if zone is None:
            raise NoLibraryHere()
        branch = Branch(code, LocalText(plain=code), Calendar(zone), configured=False)
        return self._add(t.branches, branch_row(branch, 0))

    def add_item_type(self, code: str) -> bool:
        """Add an unconfigured item type named by its code; False when it is there already."""
        return self._add(t.item_types, item_type_row(ItemType(code, LocalText(plain=code), False), 0))

    def add_patron_category(self, code: str) -> bool:
        """Add an unconfigured patron category named by its code; False when it is there already."""
        category = PatronCategory(code, LocalText(plain=code), configured=False)
        return self._add(t.patron_categories, category_row(category, 0))

    def locations(self) -> frozenset[str]:
        """Return the shelving locations that shelves or items name."""
        shelved = select(t.shelves.c.location)
        kept = select(t.items.c.location).where(t.items.c.location.is_not(None))
        return frozenset(self._link.column(select(shelved.union(kept).subquery().c.location)))

    def _add(self, table: Table, row: dict[str, Any]) -> bool:
        last = select(func.coalesce(func.max(table.c.position), -1) + 1).scalar_subquery()
        statement = self._link.insert(table).values({**row, "position": last})
        added = self._link.written(statement.on_conflict_do_nothing().returning(table.c.code))
        if added is None:
            return False
        count_up(self._link, _VERSION)
        return True
