"""Reads a language's gettext files, one per domain, into one catalogue of keys."""

import gettext
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_FOLDER = Path(__file__).parent / "catalogs"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language by key; a key without a text answers itself, so that it is seen."""

    language: str
    _texts: gettext.GNUTranslations
    keys: frozenset[str]

    def text(self, key: str) -> str:
        """Return the text of the key, or the key itself."""
        return self._texts.gettext(key)

    def plural(self, key: str, count: int) -> str:
        """Return the form of the key's text that goes with the count in this language."""
        return self._texts.ngettext(key, key, abs(count))

    def __contains__(self, key: str) -> bool:
        return key in self.keys


@cache
def available_languages(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Return the languages that have a folder of texts, in order of their codes."""
    return tuple(sorted(path.name for path in folder.iterdir() if any(path.glob("*.po"))))


def messages(language: str, folder: Path = _FOLDER) -> Iterator[tuple[str, Message]]:
    """Yield each domain's name with each of its messages, the header left out."""
    for path in sorted((folder / language).glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream, locale=language):
                if message.id:
                    yield path.stem, message


@cache
def load_catalogue(language: str, folder: Path = _FOLDER) -> Catalogue:
    """Read all domains of a language; plural forms follow the language's own rule."""
    merged = Catalog(locale=language, charset="utf-8")
    keys: set[str] = set()
    for _domain, message in messages(language, folder):
        merged[message.id] = message
        keys.add(message.id if isinstance(message.id, str) else message.id[0])
    compiled = io.BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return Catalogue(language, gettext.GNUTranslations(compiled), frozenset(keys))
