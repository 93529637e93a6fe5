"""Whoosh, in Python alone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from queries import Asked, Kind
from whoosh import fields, index, query, sorting
from whoosh.analysis import SpaceSeparatedTokenizer

from kiosk.catalog.search.records import IndexedRecord
from peers import FACETS, TEXTS, TOP, facets_of, texts_of


class Whoosh:
    """Whoosh with columns to group by."""

    name = "Whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "whoosh"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Write all in one commit."""
        terms = SpaceSeparatedTokenizer()
        schema = fields.Schema(
            shown=fields.STORED,
            **{name: fields.TEXT(analyzer=terms) for name in TEXTS},
            **{f"f_{name}": fields.KEYWORD(commas=True, sortable=True) for name in FACETS},
        )
        self._folder.mkdir(parents=True)
        writer = index.create_in(str(self._folder), schema).writer(limitmb=512)
        for record in records:
            kinds = {f"f_{name}": ",".join(values) for name, values in facets_of(record).items()}
            writer.add_document(shown=record.description.title, **texts_of(record), **kinds)
        writer.commit()

    def open(self) -> None:
        """Open for reading."""
        self._searcher = index.open_dir(str(self._folder)).searcher()
        self._grouped = {name: sorting.FieldFacet(f"f_{name}") for name in FACETS}

    def answer(self, asked: Asked) -> int:
        """Search once with all groups."""
        found = self._searcher.search(self._query(asked), limit=TOP, groupedby=self._grouped)
        for hit in found:
            hit["shown"]
        return len(found)

    def _query(self, asked: Asked) -> Any:
        if asked.kind is Kind.PHRASE:
            return query.Phrase("title", asked.words)
        made: Any = query.Term
        if asked.kind.typing:
            made = query.Prefix
        elif asked.kind is Kind.TYPO:
            made = query.FuzzyTerm
        return query.And([query.Or([made(name, word) for name in TEXTS]) for word in asked.words])
