"""Files that a killed program began beside another and never put in its place."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

# As this program names them: a point, the file's name or a random one, and the process or "part".
_OF_A_PROCESS = re.compile(r"\..+\.[0-9]{1,10}(?:\.part)?")
_RANDOM = re.compile(r"(?:\.|.+\.)[0-9a-f]{32}\.part")
_LONG_AGO = timedelta(days=1)


def sweep_left_over(folders: Iterable[Path], at: datetime, *, random_names_only: bool = False) -> int:
    """Delete what was begun in these folders a day ago or earlier and not put in its place; return how many.

    Only names that this program gives are looked at, and only files; what is younger may still be written.
    """
    ours = (_RANDOM,) if random_names_only else (_RANDOM, _OF_A_PROCESS)
    swept = 0
    for folder in folders:
        with suppress(OSError):
            named = (
                file for file in sorted(folder.iterdir()) if any(one.fullmatch(file.name) for one in ours)
            )
            swept += sum(_swept(file, at) for file in named)
    return swept


def _swept(file: Path, at: datetime) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    with suppress(OSError):
        if file.stat().st_mtime <= (at - _LONG_AGO).timestamp():
            file.unlink()
            return True
    return False
