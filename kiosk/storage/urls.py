"""Database URLs as settings write them, turned into SQLAlchemy's."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from kiosk.model.errors import InvalidSetting


def sqlite_url(path: Path) -> str:
    """Return the URL of a SQLite file; any character may stand in its name."""
    return URL.create("sqlite", database=str(path.absolute())).render_as_string()


def parsed_url(text: str) -> URL:
    """Read a URL and set the driver; raise InvalidSetting for what is no database of ours."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise InvalidSetting(name="database_url", value=text, allowed="sqlite, postgresql") from None
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite+pysqlite")
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise InvalidSetting(
        name="database_url", value=url.render_as_string(hide_password=True), allowed="sqlite, postgresql"
    )


def sqlite_file(url: URL) -> Path | None:
    """Return the file behind a SQLite URL, or None for a database that is no file."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
