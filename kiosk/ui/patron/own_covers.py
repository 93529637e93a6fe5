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
                if path.is_file():
                    return path.resolve().as_uri()
        return ""
