"""Forgets this machine's own old files: logs and receipts."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path


def forget_files(folder: Path, days: int | None, at: datetime) -> int:
    """Delete files below a folder unchanged for so many days; return how many.

    None keeps them for ever. What cannot be deleted, or is a link, stays; folders stay.
    """
    if days is None or not folder.is_dir():
        return 0
    before, gone = at - timedelta(days=days), 0
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):
            if path.is_symlink() or not path.is_file():
                continue
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < before:
                path.unlink()
                gone += 1
    return gone
