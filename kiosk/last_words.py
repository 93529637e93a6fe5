"""What the out-of-order page needs, kept in a file while all is well: it must not need the database."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.library_folder import LibraryFolder
from kiosk.model.library import Library
from kiosk.services import Services
from kiosk.whole_files import write_whole
from kiosk.words import Wording, wording
from kiosk.words.reaching import way_name, ways_of

_FILE = "out-of-order.json"


@dataclass(frozen=True, slots=True)
class LastWords:
    """One language's words: of the library, and how it is reached; ``reach`` has names and numbers."""

    language: str
    library: str = ""
    reach: tuple[tuple[str, str], ...] = ()


def keep_last_words(services: Services) -> None:
    """Write how this library is reached from this kiosk, unless it stands there already.

    Raises DiskFull, FolderNotWritable.
    """
    library, profile = services.library(), services.profile()
    spoken = [_of(library, profile.branch, wording(code)) for code in profile.languages]
    content = json.dumps([asdict(one) for one in spoken], ensure_ascii=False).encode()
    path = services.folder.path / _FILE
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)


def last_words(folder: LibraryFolder) -> tuple[LastWords, ...]:
    """Return what was kept; where nothing was, or nothing that can be read, the three languages alone."""
    try:
        kept = json.loads((folder.path / _FILE).read_text(encoding="utf-8"))
        return tuple(_read(one) for one in kept) or _nothing_known()
    except (OSError, ValueError, KeyError, TypeError):
        return _nothing_known()


def _read(kept: dict[str, Any]) -> LastWords:
    reach = tuple((str(name), str(value)) for name, value in kept["reach"])
    return LastWords(str(kept["language"]), str(kept["library"]), reach)


def _of(library: Library, branch: str, words: Wording) -> LastWords:
    reach = tuple((way_name(way, words), way.value) for way in ways_of(library, branch))
    return LastWords(words.language, words.name(library.name), reach)


def _nothing_known() -> tuple[LastWords, ...]:
    return tuple(LastWords(code) for code in ("de", "en", "pl"))
