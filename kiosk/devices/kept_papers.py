"""Papers kept as files: what they are called, and which of them tell of whom."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

# A number that the database gives to nobody else; to whoever only sees the file it names no one.
_OWNED = re.compile(r"-of-([0-9]{1,18})\.pdf")


def paper_name(at: datetime, patron_id: int | None = None) -> str:
    """Return a name of its own for a paper; ``patron_id`` is of whom it tells, None for nobody."""
    owner = "" if patron_id is None else f"-of-{patron_id}"
    return f"{at:%Y%m%d-%H%M%S}-{uuid4().hex[:8]}{owner}.pdf"


def papers_by_owner(folder: Path) -> dict[int, tuple[Path, ...]]:
    """Return the papers kept in a folder that tell of somebody, by that patron's number."""
    found: dict[int, tuple[Path, ...]] = {}
    for path in sorted(folder.glob("*.pdf")):
        owned = _OWNED.search(path.name)
        if owned is not None:
            number = int(owned[1])
            found[number] = (*found.get(number, ()), path)
    return found


def forget_papers(papers: Iterable[Path]) -> int:
    """Delete papers; return how many. What cannot be deleted, or is a link, stays."""
    gone = 0
    for path in papers:
        with suppress(OSError):
            if path.is_file() and not path.is_symlink():
                path.unlink()
                gone += 1
    return gone
