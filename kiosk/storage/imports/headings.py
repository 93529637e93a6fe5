"""Headings of imported records; those used before in the same import are not asked for again."""

from collections.abc import Iterable, Sequence

from kiosk.model.record import Description
from kiosk.storage.catalogue.heading_order import sorting_language
from kiosk.storage.catalogue.keys import heading_key, sorting_key
from kiosk.storage.link import Link

_MOST_KNOWN = 250_000
# One kind at a time: asked for pairs of kind and key, SQLite would read all headings there are.
_FIND = "SELECT heading_key, id FROM headings WHERE kind = ? AND heading_key IN ({})"
_ADD = "INSERT INTO headings (kind, heading_key, text, sort_key) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"


class HeadingMemory:
    """Numbers of headings by their texts; to be cleared when a transaction did not last."""

    def __init__(self) -> None:
        self._authors: dict[str, int | None] = {}
        self._subjects: dict[str, int | None] = {}

    def clear(self) -> None:
        """Forget everything."""
        self._authors.clear()
        self._subjects.clear()

    def link_rows(self, link: Link, described: Sequence[tuple[int, Description]]) -> list[tuple[int, int]]:
        """Return (record, heading) for all records, adding headings that are not there yet."""
        authors, subjects = self._authors, self._subjects
        _learn(link, "author", authors, [name for _, one in described for name in one.authors])
        _learn(link, "subject", subjects, [text for _, one in described for text in one.subjects])
        found: list[tuple[int, int]] = []
        for number, one in described:
            ids = {authors[name] for name in one.authors} | {subjects[text] for text in one.subjects}
            found += [(number, heading) for heading in ids if heading is not None]
        if len(authors) + len(subjects) > _MOST_KNOWN:
            self.clear()
        return found


def _learn(link: Link, kind: str, known: dict[str, int | None], texts: Iterable[str]) -> None:
    keys = {text: heading_key(text) for text in texts if text not in known}
    if not keys:
        return
    shown: dict[str, str] = {}
    for text, key in keys.items():
        if key:
            shown.setdefault(key, text)
    numbers = _numbers(link, kind, shown)
    # Sorted, so that two writers on PostgreSQL lock common headings in one order.
    new = [key for key in sorted(shown) if key not in numbers]
    if new:
        language = sorting_language(link)
        link.bulk(_ADD, [(kind, key, shown[key], sorting_key(shown[key], language)) for key in new])
        numbers |= _numbers(link, kind, new)
    for text, key in keys.items():
        known[text] = numbers[key] if key else None


def _numbers(link: Link, kind: str, keys: Iterable[str]) -> dict[str, int]:
    return {row.heading_key: row.id for row in link.among(_FIND, keys, kind)}
