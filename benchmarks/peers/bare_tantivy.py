"""The kiosk's own library with words and facets and nothing else."""

from collections.abc import Iterable
from pathlib import Path

import tantivy
from queries import Asked, Kind

from kiosk.catalog.search.records import IndexedRecord
from peers import FACETS, TEXTS, TOP, facets_of, texts_of


class BareTantivy:
    """The same library with words, facets and nothing else."""

    name = "bare Tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"

    def fill(self, records: Iterable[IndexedRecord], count: int) -> None:
        """Write all in one commit."""
        builder = tantivy.SchemaBuilder()
        for name in TEXTS:
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in FACETS:
            builder.add_text_field(f"f_{name}", tokenizer_name="raw", fast=True, index_option="basic")
        builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
        schema = builder.build()
        self._folder.mkdir(parents=True)
        writer = tantivy.Index(schema, str(self._folder)).writer(100_000_000, 2)
        for record in records:
            document = tantivy.Document(shown=record.description.title, **texts_of(record))
            for name, values in facets_of(record).items():
                for value in values:
                    document.add_text(f"f_{name}", value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open for reading."""
        self._index = tantivy.Index.open(str(self._folder))
        self._index.reload()
        self._counted = {name: {"terms": {"field": f"f_{name}", "size": 30}} for name in FACETS}

    def answer(self, asked: Asked) -> int:
        """Ask for the top with the count, then for the facets."""
        wanted = self._query(asked)
        searcher = self._index.searcher()
        found = searcher.search(wanted, TOP, count=True)
        for _score, address in found.hits:
            searcher.doc(address).get_first("shown")
        searcher.aggregate(wanted, self._counted)
        return int(found.count)  # type: ignore[attr-defined]

    def _query(self, asked: Asked) -> tantivy.Query:
        if asked.kind is Kind.PHRASE:
            return tantivy.Query.phrase_query(self._index.schema, "title", list(asked.words))
        words = [[self._word(asked, name, word) for name in TEXTS] for word in asked.words]
        should, must = tantivy.Occur.Should, tantivy.Occur.Must
        either = [tantivy.Query.boolean_query([(should, one) for one in ways]) for ways in words]
        return tantivy.Query.boolean_query([(must, one) for one in either])

    def _word(self, asked: Asked, name: str, word: str) -> tantivy.Query:
        schema = self._index.schema
        if asked.kind.typing:
            return tantivy.Query.fuzzy_term_query(schema, name, word, 0, True, True)
        if asked.kind is Kind.TYPO:
            return tantivy.Query.fuzzy_term_query(schema, name, word, 1, True)
        return tantivy.Query.term_query(schema, name, word)
