"""A desk over each database in turn."""

from tests.circulation.conftest import database, desk, kept_postgresql, kept_sqlite

__all__ = ["database", "desk", "kept_postgresql", "kept_sqlite"]
