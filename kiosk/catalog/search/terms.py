"""Words of a patron as queries: always literal, whatever they are made of."""

from collections.abc import Sequence

import tantivy
from tantivy import Query

from kiosk.catalog.search.plan import either

_PHRASED = ("title", "other", "author", "subject")


class Terms:
    """Makes the simplest queries of one schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def term(self, name: str, text: str) -> Query:
        """Match a token in a field; every match is as good as another."""
        return Query.term_query(self._schema, name, text, "basic")

    def weighed(self, name: str, text: str, boost: float) -> Query:
        """Match a token in a field, the better the rarer it is."""
        return Query.boost_query(Query.term_query(self._schema, name, text, "freq"), boost)

    def begun(self, name: str, text: str) -> Query:
        """Match any token that begins so."""
        return Query.fuzzy_term_query(self._schema, name, text, 0, True, True)

    def phrase(self, words: Sequence[str], name: str) -> Query:
        """Match words side by side in one field."""
        return Query.phrase_query(self._schema, name, [*words])

    def phrase_anywhere(self, words: Sequence[str]) -> Query:
        """Match words side by side in any field of words."""
        return either([self.phrase(words, name) for name in _PHRASED])


def constant(query: Query, score: float) -> Query:
    """Match what a query matches, each as good as another."""
    return Query.const_score_query(query, score)
