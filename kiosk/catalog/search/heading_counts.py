"""How many of some hits have each subject or author: only the commonest are counted where these suffice."""

from collections.abc import Mapping, Sequence
from typing import Any

import tantivy
from tantivy import Query

from kiosk.catalog.search.common_headings import KINDS, LATE, Common
from kiosk.catalog.search.counting import count
from kiosk.catalog.search.headings import Headings, heading_key

MOST_HEADINGS = 30
# So many headings of each part of the index are added up: of one part those that are shown, of several
# all there are, because what is rare in one part may be common in the others.
_OF_ONE_PART, _OF_SEVERAL = 300, 10_000_000
# How far the hits must be expected to reach above what any other heading can have: a guess that fails
# costs another count.
_MARGIN = 1.5
# Of everything, the thirty commonest are looked for among so many.
_CANDIDATES = 200

Buckets = Sequence[Mapping[str, Any]]


class HeadingCounts:
    """Counts subjects and authors over one state of the index."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, headings: Headings, common: Common
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._headings = headings
        self._common = common
        # Each document written since the list was made may have added one to any heading.
        late = searcher.doc_freq("late", LATE) if common else 0
        self._others = {kind: one.others + late for kind, one in common.items()}
        self._late = late
        self._shown = {kind: one.had(MOST_HEADINGS - 1) for kind, one in common.items()}
        self._size = _OF_ONE_PART if searcher.num_segments == 1 else _OF_SEVERAL

    def asked(self, kind: str, total: int) -> dict[str, Any]:
        """Return what to ask the index library for, of so many hits."""
        return self._terms(kind, "rank" if self._common_suffice(kind, total) else "code")

    def read(self, kind: str, buckets: Buckets, match: Query, total: int) -> dict[str, int]:
        """Return the headings with their counts out of what was asked for; count all where too few were."""
        if not self._common_suffice(kind, total):
            return self._named(kind, {int(b["key"]): int(b["doc_count"]) for b in buckets})
        last = int(buckets[-1]["doc_count"]) if len(buckets) == MOST_HEADINGS else 0
        if last > self._others[kind]:
            codes = self._common[kind].codes
            return self._named(kind, {codes[int(b["key"])]: int(b["doc_count"]) for b in buckets})
        found = self._searcher.aggregate(match, {kind: self._terms(kind, "code")})[kind]["buckets"]
        return self._named(kind, {int(b["key"]): int(b["doc_count"]) for b in found})

    def of_everything(self) -> dict[str, dict[str, int]] | None:
        """Return the counts over all records, heading by heading; None where they must be added up."""
        found = {}
        for kind in KINDS:
            if kind not in self._common:
                return None
            counts = self._one_by_one(kind, self._common[kind].most(_CANDIDATES))
            others = max(self._others[kind], self._common[kind].had(_CANDIDATES) + self._late)
            if len(counts) < MOST_HEADINGS or min(counts.values()) <= others:
                return None
            found[kind] = counts
        return found

    def _one_by_one(self, kind: str, codes: Sequence[int]) -> dict[str, int]:
        field, counts = f"{kind}_key", {}
        for code in codes:
            text = self._headings.text(self._searcher, f"{kind}_heading", code)
            if text is not None:
                having = Query.term_query(self._schema, field, heading_key(text), "basic")
                counts[text] = count(self._searcher, having)
        return dict(list(ordered(counts).items())[:MOST_HEADINGS])

    def _common_suffice(self, kind: str, total: int) -> bool:
        shown = self._shown.get(kind)
        if not shown:
            return False
        return total * shown > _MARGIN * self._others[kind] * self._searcher.num_docs

    def _terms(self, kind: str, column: str) -> dict[str, Any]:
        size = {"size": MOST_HEADINGS, "segment_size": self._size}
        return {"terms": {"field": f"{kind}_{column}", **size}}

    def _named(self, kind: str, counts: Mapping[int, int]) -> dict[str, int]:
        texts = (
            (self._headings.text(self._searcher, f"{kind}_heading", code), records)
            for code, records in counts.items()
        )
        return ordered({text: records for text, records in texts if text is not None})


def ordered(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the counts, most first; equal ones by name, so that the same hits always give the same list."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
