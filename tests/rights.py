"""Takes this process the right to write into a folder, also from root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write into the folder or anything in it, this process included, until the end."""
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    closed = [path for path in folder.parents if path.stat().st_mode & 0o011 != 0o011]
    if root:
        # Whoever is not root must come as far as the folder.
        for path in closed:
            path.chmod(path.stat().st_mode | 0o011)
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
            for path in closed:
                path.chmod(path.stat().st_mode & ~0o011)
        for path in filter(Path.exists, paths):
            path.chmod(0o755 if path.is_dir() else 0o644)
