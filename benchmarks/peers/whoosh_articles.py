"""Articles searched by Whoosh as it comes: its stemming analyser for each language, BM25F, nothing else."""

from collections.abc import Iterable

from whoosh.analysis import LanguageAnalyzer, StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.lang import has_stemmer
from whoosh.qparser import MultifieldParser, OrGroup

from kiosk.model.article import Article


class WhooshArticles:
    """The articles of one language in Whoosh's own hands."""

    def __init__(self, language: str, articles: Iterable[Article]) -> None:
        analyser = LanguageAnalyzer(language) if has_stemmer(language) else StandardAnalyzer()
        text = TEXT(analyzer=analyser)
        schema = Schema(key=ID(stored=True), title=text, questions=text, keywords=text, body=text)
        self._index = RamStorage().create_index(schema)
        writer = self._index.writer()
        for article in articles:
            writer.add_document(
                key=article.key,
                title=article.title,
                questions=" ".join(article.questions),
                keywords=" ".join(article.keywords),
                body=article.body,
            )
        writer.commit()
        fields = {"title": 2.0, "questions": 2.0, "keywords": 1.5, "body": 1.0}
        self._parser = MultifieldParser(list(fields), schema, fieldboosts=fields, group=OrGroup)

    def found(self, question: str) -> list[str]:
        """Return the keys of the best three."""
        with self._index.searcher() as searcher:
            return [hit["key"] for hit in searcher.search(self._parser.parse(question), limit=3)]
