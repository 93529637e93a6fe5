"""Writes a file whole or not at all."""

import errno
import os
from pathlib import Path

from kiosk.model.errors import DiskFull, FolderNotWritable


def write_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write beside the file and put it in its place; raises DiskFull or FolderNotWritable.

    ``mode`` is who may read it, less what the process's mask takes away.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise FolderNotWritable(folder=path.parent) from error
