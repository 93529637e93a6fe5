"""Headings of imported records; those used before in the same import are not asked for again."""

from collections.abc import Sequence

from kiosk.model.record import Description
from kiosk.storage.catalogue.keys import heading_key
from kiosk.storage.catalogue.links import heading_numbers
from kiosk.storage.link import Link
from kiosk.storage.tables import headings

_MOST_KNOWN = 100_000

Heading = tuple[str, str]


class HeadingMemory:
    """Numbers of headings by kind and text; to be cleared when a transaction did not last."""

    def __init__(self) -> None:
        self._numbers: dict[Heading, int | None] = {}

    def clear(self) -> None:
        """Forget everything."""
        self._numbers.clear()

    def link_rows(self, link: Link, described: Sequence[tuple[int, Description]]) -> list[tuple[int, int]]:
        """Return (record, heading) for all records, adding headings that are not there yet."""
        wanted = [
            (
                number,
                [("author", name) for name in one.authors] + [("subject", text) for text in one.subjects],
            )
            for number, one in described
        ]
        unknown = {pair for _, pairs in wanted for pair in pairs if pair not in self._numbers}
        if unknown:
            self._learn(link, unknown)
        found: list[tuple[int, int]] = []
        for number, pairs in wanted:
            ids = {self._numbers[pair] for pair in pairs}
            found.extend((number, heading) for heading in ids if heading is not None)
        if len(self._numbers) > _MOST_KNOWN:
            self.clear()
        return found

    def _learn(self, link: Link, unknown: set[Heading]) -> None:
        keys = {(kind, text): heading_key(text) for kind, text in unknown}
        texts: dict[Heading, str] = {}
        for (kind, text), key in keys.items():
            if key:
                texts.setdefault((kind, key), text)
        # Sorted, so that two writers on PostgreSQL lock common headings in one order.
        rows = [{"kind": kind, "heading_key": key, "text": texts[kind, key]} for kind, key in sorted(texts)]
        if rows:
            link.write(link.insert(headings).on_conflict_do_nothing(), rows)
        numbers = heading_numbers(link, sorted(texts))
        for (kind, text), key in keys.items():
            self._numbers[kind, text] = numbers[kind, key] if key else None
