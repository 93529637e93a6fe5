"""Writes a file whole or not at all."""

import errno
import os
from pathlib import Path

from kiosk.model.errors import DiskFull, FolderNotWritable


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and put it in its place; raises DiskFull or FolderNotWritable."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise FolderNotWritable(folder=path.parent) from error
