"""Furnished libraries to be copied for each kill, on SQLite and on PostgreSQL, and what lies in them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.storage.tables import metadata
from tests.cli.command import Cli, furnish
from tests.postgresql_server import Server

# All that an act of circulation leaves behind; the change feed only says where to look again.
TABLES = (
    "loans",
    "renewals",
    "holds",
    "hold_waits",
    "items",
    "charges",
    "settlements",
    "audit",
    "messages",
)
# Numbers and names that differ from one run of the same act to the next.
_BY_CHANCE = frozenset({"id", "act_id", "return_act_id", "loan_id", "hold_id", "filled_hold_id", "charge_id"})
Snapshot = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Kept:
    """A library that is copied whole; ``server`` has its database where it is not in the folder."""

    cli: Cli
    server: Server | None = None
    database: str = ""

    @contextmanager
    def copied(self, home: Path) -> Iterator["Kept"]:
        """Lend a copy of the library, gone afterwards."""
        shutil.copytree(self.cli.home, home)
        name = self.server.create(self.database) if self.server else ""
        if self.server:
            _settle_on(home, self.server.url(name))
        try:
            yield Kept(Cli(home), self.server, name)
        finally:
            shutil.rmtree(home)
            if self.server:
                self.server.drop(name)


def furnished_on(server: Server, home: Path) -> Kept:
    """Make the small library of these tests on a server."""
    name = server.create()
    home.mkdir()
    _settle_on(home, server.url(name))
    return Kept(furnish(home), server, name)


def _settle_on(home: Path, url: str) -> None:
    (home / "settings.toml").write_text(f'database_url = "{url}"\n', encoding="utf-8")


def snapshot(cli: Cli) -> Snapshot:
    """Return what the acts so far have left, without what differs by chance."""
    services = Services(LibraryFolder(cli.home))
    seen: Snapshot = {}
    with services.database.read() as view:
        for name in TABLES:
            columns = [column for column in metadata.tables[name].c if column.name not in _BY_CHANCE]
            seen[name] = sorted((dict(row._mapping) for row in view.link.all(select(*columns))), key=repr)
    services.close()
    return seen
