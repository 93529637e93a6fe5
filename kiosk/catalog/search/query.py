"""A wording made into two queries: one that says what matches, one that says how well.

The matching query asks cheap unscored fields and serves counts and facets; the ranking query
asks field by field, with the weights of one place. User text only ever becomes literal terms.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import tantivy
from tantivy import Occur, Query

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.requests import Reason, SearchField
from kiosk.catalog.search.vocabulary import NearWord, edits_allowed, near_words
from kiosk.catalog.search.weights import WEIGHTS, Weights
from kiosk.catalog.search.wording import MOST_WORDS, Wording

_MATCHED = {
    SearchField.ANY: ("all",),
    SearchField.TITLE: ("title", "other"),
    SearchField.AUTHOR: ("author",),
    SearchField.SUBJECT: ("subject",),
}
_RANKED = {
    SearchField.ANY: ("title", "author", "other", "subject", "notes"),
    SearchField.TITLE: ("title", "other"),
    SearchField.AUTHOR: ("author",),
    SearchField.SUBJECT: ("subject",),
}
_KEYS = {SearchField.ISBN: "isbn", SearchField.BARCODE: "barcode", SearchField.CALL_NUMBER: "call_key"}
_PHRASED = ("title", "other", "author", "subject")
_SHORTEST_BEGUN = 2
_MOST_BEGUN = 24
_MOST_NEAR = 8


@dataclass(frozen=True, slots=True)
class Leniency:
    """How forgiving to be: what counts as a match beside the words themselves."""

    begun_last: bool = False
    parts: bool = False
    near: bool = False
    phrases: bool = True
    words_needed: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What matches, and the named clauses that say how well."""

    match: Query
    ranks: tuple[tuple[str, Query], ...] = ()

    def ranking(self) -> Query:
        """Return the query whose score ranks what matches."""
        silent = Query.const_score_query(self.match, 0.0)
        return Query.boolean_query(
            [(Occur.Must, silent), *((Occur.Should, query) for _, query in self.ranks)]
        )

    def filtered(self, queries: Sequence[Query]) -> "Plan":
        """Return the plan narrowed to what all the queries match."""
        return replace(self, match=every([self.match, *queries])) if queries else self

    def explain(self, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> tuple[Reason, ...]:
        """Return what each clause gave this hit, most first."""
        reasons = []
        for name, query in self.ranks:
            points = _points(query, searcher, address)
            if points > 0:
                reasons.append(Reason(name, round(points, 4)))
        return tuple(sorted(reasons, key=lambda reason: -reason.points))


def either(queries: Sequence[Query]) -> Query:
    """Return a query that matches what any of the queries matches."""
    if len(queries) == 1:
        return queries[0]
    return (
        Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()
    )


def every(queries: Sequence[Query]) -> Query:
    """Return a query that matches what all of the queries match."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries]) if queries else Query.empty_query()


class Planner:
    """Plans searches against one state of the index."""

    def __init__(
        self, schema: tantivy.Schema, searcher: tantivy.Searcher, weights: Weights = WEIGHTS
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._weights = weights

    def plan(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        """Return the plan for a wording that is not empty."""
        if field in _KEYS:
            return self._keyed(wording, field, leniency)
        identified = self._identifiers(wording) if field is SearchField.ANY else []
        if not wording.words and not identified:
            return Plan(Query.empty_query())
        near = self._near(wording) if leniency.near else {}
        match = self._match(wording, field, leniency, near)
        ranks = [
            (f"word:{word.text}", self._rank(word, field, leniency, near, last=word is wording.words[-1]))
            for word in wording.words
        ]
        ranks += self._bonuses(wording, field, leniency)
        if identified:
            match = either([match, *identified])
            sure = either([Query.const_score_query(query, self._weights.identifier) for query in identified])
            ranks.append(("identifier", sure))
        return Plan(match, tuple(ranks))

    def _keyed(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        name = _KEYS[field]
        if field is SearchField.CALL_NUMBER:
            whole = wording.whole[:200]
            exact = self._term(name, whole)
            begun = self._begun(name, whole) if whole else Query.empty_query()
            return Plan(either([exact, begun]), (("identifier", Query.const_score_query(exact, 1.0)),))
        key = (wording.number or wording.whole.replace(" ", "")) if name == "isbn" else wording.code
        query = self._term(name, key[:200])
        if leniency.begun_last and len(key) > 2:
            query = either([query, self._begun(name, key[:200])])
        return Plan(query, (("identifier", Query.const_score_query(query, 1.0)),))

    def _identifiers(self, wording: Wording) -> list[Query]:
        found = [self._term("isbn", wording.number)] if wording.number else []
        if any(char.isdecimal() for char in wording.code) and len(wording.code) < 60:
            found += [self._term("barcode", wording.code), self._term("control", wording.code)]
            found.append(self._term("call_key", wording.whole))
        return found

    def _near(self, wording: Wording) -> dict[str, list[NearWord]]:
        return {
            word.text: near_words(self._searcher, word.text, _MOST_NEAR)
            for word in wording.words
            if edits_allowed(word.text)
        }

    def _match(
        self, wording: Wording, field: SearchField, leniency: Leniency, near: dict[str, list[NearWord]]
    ) -> Query:
        names = _MATCHED[field]
        last = wording.words[-1] if wording.words else None
        words = [
            either([q for name in names for q in self._matching(word, name, leniency, near, word is last)])
            for word in wording.required
        ]
        phrases = [self._phrase(phrase) for phrase in wording.phrases] if leniency.phrases else []
        if leniency.words_needed is not None and leniency.words_needed < len(words):
            some = [(Occur.Should, query) for query in words]
            return Query.boolean_query(some, minimum_number_should_match=leniency.words_needed)
        matched = every([*words, *phrases])
        if not leniency.parts:
            return matched
        joined = self._joined(wording, names)
        return either([matched, joined]) if joined else matched

    def _matching(
        self, word: Word, name: str, leniency: Leniency, near: dict[str, list[NearWord]], last: bool
    ) -> Iterable[Query]:
        for token in (word.text, *word.marks()):
            yield self._term(name, token)
        if (leniency.parts or (last and leniency.begun_last)) and len(word.text) >= _SHORTEST_BEGUN:
            yield self._begun(name, word.text)
        if leniency.parts:
            yield self._term(name, f"+{word.text}")
        if leniency.near and edits_allowed(word.text):
            for other in near.get(word.text, ()):
                yield self._term(name, other.text)
            if not near.get(word.text):
                yield Query.fuzzy_term_query(self._schema, name, word.text, edits_allowed(word.text))

    def _joined(self, wording: Wording, names: Sequence[str]) -> Query | None:
        """Match where two neighbours of the wording are one word in the catalogue."""
        words = wording.words
        ways = []
        for place in range(len(words) - 1):
            one = words[place].text + words[place + 1].text
            rest = [word for at, word in enumerate(words) if at not in (place, place + 1)]
            needed = [word for word in rest if word.text not in wording.free]
            parts = [
                either([self._term(name, token) for name in names for token in (one, f"~{one}", f"+{one}")])
            ]
            parts += [
                either([self._term(n, token) for n in names for token in (word.text, *word.marks())])
                for word in needed
            ]
            ways.append(every(parts))
        return either(ways) if ways else None

    def _rank(
        self,
        word: Word,
        field: SearchField,
        leniency: Leniency,
        near: dict[str, list[NearWord]],
        *,
        last: bool,
    ) -> Query:
        weights = self._weights
        clauses = []
        for name in _RANKED[field]:
            boost = weights.fields[name]
            clauses.append(self._boosted(name, word.text, boost))
            clauses += [self._boosted(name, mark, boost * weights.form) for mark in word.marks()]
            if (leniency.parts or (last and leniency.begun_last)) and len(word.text) >= _SHORTEST_BEGUN:
                begun = self._searcher.terms_with_prefix(name, word.text, limit=_MOST_BEGUN)
                clauses += [self._boosted(name, t, boost * weights.begun) for t, _ in begun if t != word.text]
            for other in near.get(word.text, ()):
                clauses.append(self._boosted(name, other.text, boost * weights.near / other.edits))
        return Query.disjunction_max_query(clauses, weights.tie)

    def _bonuses(self, wording: Wording, field: SearchField, leniency: Leniency) -> list[tuple[str, Query]]:
        if field not in (SearchField.ANY, SearchField.TITLE):
            return []
        weights = self._weights
        exact = either([self._term("title_key", whole[:200]) for whole in wording.wholes])
        bonuses = [("exact title", Query.const_score_query(exact, weights.exact_title))]
        texts: list[str | tuple[int, str]] = [*wording.whole.split()[:MOST_WORDS]]
        if len(texts) > 1:
            phrase = Query.phrase_query(self._schema, "title", texts)
            bonuses.append(("phrase in title", Query.boost_query(phrase, weights.phrase_in_title)))
        if leniency.begun_last and len(wording.whole) > _SHORTEST_BEGUN:
            begins = self._begun("title_key", wording.whole[:200])
            bonuses.append(("title begins", Query.const_score_query(begins, weights.title_begins)))
        return bonuses

    def _phrase(self, phrase: Sequence[str]) -> Query:
        words: list[str | tuple[int, str]] = [*phrase]
        return either([Query.phrase_query(self._schema, name, words) for name in _PHRASED])

    def _term(self, name: str, text: str) -> Query:
        return Query.term_query(self._schema, name, text, "basic")

    def _begun(self, name: str, text: str) -> Query:
        return Query.fuzzy_term_query(self._schema, name, text, 0, True, True)

    def _boosted(self, name: str, text: str, boost: float) -> Query:
        return Query.boost_query(Query.term_query(self._schema, name, text, "freq"), boost)


def _points(query: Query, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> float:
    try:
        explained = json.loads(query.explain(searcher, address).to_json())
    except ValueError:
        # The index library says so when a clause does not match this document.
        return 0.0
    return float(explained["value"])
