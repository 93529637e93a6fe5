"""The library's own cover pictures: files named by ISBN, control number or id."""

import re
from collections.abc import Iterable
from pathlib import Path

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_UNSAFE = re.compile(r"[^\w-]")


class OwnCovers:
    """Find pictures in one folder; asks the disk, so never on the GUI thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, names: Iterable[str]) -> str:
        """Return the file URL of the first name that has a picture, or nothing."""
        for name in names:
            # A control number may hold anything: nothing of it leads out of the folder.
            safe = _UNSAFE.sub("", name)
            for ending in _ENDINGS if safe else ():
                path = self._folder / f"{safe}{ending}"
                if _is_picture(path):
                    return path.resolve().as_uri()
        return ""


def _is_picture(path: Path) -> bool:
    """Tell by its first bytes: for what is no picture after all, or cannot be read, one is painted."""
    try:
        with path.open("rb") as stream:
            head = stream.read(12)
    except OSError:
        return False
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4], head[8:]) == (
        b"RIFF",
        b"WEBP",
    )
