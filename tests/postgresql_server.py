"""A throwaway PostgreSQL server for one run of the tests, and fresh databases made on it in a moment."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "max_connections=80",
)


def binaries() -> Path | None:
    """Return the folder of the newest server's programs, or None where there is none."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    folders += [Path(found).parent for found in [shutil.which("initdb")] if found]
    return max(folders, key=lambda folder: _version(folder), default=None)


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


@contextmanager
def running(folder: Path) -> Iterator["Server"]:
    """Run a server on a socket in a new folder; the server refuses to be root, so another user runs it."""
    # In memory where there is room: every test copies a whole database.
    with tempfile.TemporaryDirectory(prefix="kiosk-pg-", dir=_memory()) as made:
        home = Path(made)
        prefix = _as_other_user(home)
        data, start = home / "data", [*prefix, str(folder / "pg_ctl"), "-D", str(home / "data"), "-w"]
        _run(
            [
                *prefix,
                str(folder / "initdb"),
                "-D",
                str(data),
                "-A",
                "trust",
                "-U",
                "kiosk",
                "-E",
                "UTF8",
                "-N",
            ]
        )
        options = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={home}"))
        _run([*start, "-l", str(home / "log"), "-o", options, "start"])
        try:
            yield Server(home)
        finally:
            _run([*start, "-m", "immediate", "stop"])


def _memory() -> Path | None:
    """Return a folder in memory with a gigabyte to spare, if this machine has one."""
    folder = Path("/dev/shm")
    roomy = folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 2**30
    return folder if roomy else None


def _as_other_user(home: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    user = "postgres" if _known("postgres") else "nobody"
    shutil.chown(home, user)
    return ["runuser", "-u", user, "--"]


def _known(user: str) -> bool:
    return subprocess.run(["id", user], capture_output=True, check=False).returncode == 0


def _run(command: list[str]) -> None:
    # Output goes to a file: a server that inherits a pipe keeps whoever reads it waiting for ever.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", check=False)
        output.seek(0)
        if done.returncode:
            raise RuntimeError(f"{command}: {output.read().decode(errors='replace')}")


class Server:
    """A running server; its databases go with it."""

    def __init__(self, socket_folder: Path) -> None:
        self._socket_folder = socket_folder
        self._made = 0

    def url(self, name: str) -> str:
        """Return the URL of a database."""
        return f"postgresql://kiosk@/{name}?host={self._socket_folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database like the template and return its name."""
        self._made += 1
        name = f"kiosk_{self._made}"
        self._command(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        self._command(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _command(self, command: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(command.encode())
