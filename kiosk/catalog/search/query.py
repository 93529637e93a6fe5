"""A wording made into two queries: one that says what matches, one that says how well.

The matching query asks cheap unscored fields and serves counts and facets; the ranking query
asks field by field, with the weights of one place. User text only ever becomes literal terms.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import tantivy
from tantivy import Occur, Query

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.known import KnownTokens
from kiosk.catalog.search.plan import Leniency, Plan, either, every
from kiosk.catalog.search.relax import MOST_LOOKED_FOR
from kiosk.catalog.search.requests import SearchField
from kiosk.catalog.search.vocabulary import NearWord, Vocabulary
from kiosk.catalog.search.weights import WEIGHTS, Weights
from kiosk.catalog.search.wording import MOST_WORDS, Wording

_MATCHED = {
    SearchField.ANY: ("all",),
    SearchField.TITLE: ("title", "other"),
    SearchField.AUTHOR: ("author",),
    SearchField.SUBJECT: ("subject",),
}
_RANKED = {
    SearchField.ANY: ("title", "author", "other", "subject", "all"),
    SearchField.TITLE: ("title", "other"),
    SearchField.AUTHOR: ("author",),
    SearchField.SUBJECT: ("subject",),
}
_KEYS = {SearchField.ISBN: "isbn", SearchField.BARCODE: "barcode", SearchField.CALL_NUMBER: "call_key"}
_PHRASED = ("title", "other", "author", "subject")
_SHORTEST_BEGUN = 2
_SHORTEST_TITLE_BEGUN = 3
_LONGEST_CODE = 60
_MOST_BEGUN = 24
_MOST_NEAR = 8


class Planner:
    """Plans searches against one state of the index."""

    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        vocabulary: Vocabulary,
        weights: Weights = WEIGHTS,
    ) -> None:
        self._schema = schema
        self._searcher = searcher
        self._vocabulary = vocabulary
        self._weights = weights
        self.known = KnownTokens(searcher, weights)

    def plan(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        """Return the plan for a wording that is not empty."""
        if field in _KEYS:
            return self._keyed(wording, field, leniency)
        identified = self._identifiers(wording) if field is SearchField.ANY else []
        if not wording.words and not identified:
            return Plan(Query.empty_query())
        near = self._near(wording, wide=leniency.wide) if leniency.near else {}
        others = self.known.others(wording, compounds=leniency.compounds)
        match = self._match(wording, field, leniency, near, others)
        if identified:
            match = either([match, *identified])

        def ranks() -> list[tuple[str, Query]]:
            clauses = [
                (f"word:{word.text}", self._rank(word, wording, field, leniency, near, others))
                for word in wording.words
            ]
            clauses += self._bonuses(wording, field, leniency)
            clauses += self._as_typed(wording, field, leniency, others)
            if identified:
                clauses.append(
                    ("identifier", either([_constant(q, self._weights.identifier) for q in identified]))
                )
            return clauses

        return Plan(match, ranks)

    def _keyed(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        name = _KEYS[field]
        if field is SearchField.CALL_NUMBER:
            whole = wording.whole[:200]
            exact = self._term(name, whole)
            begun = self._begun(name, whole) if whole else Query.empty_query()
            return Plan(either([exact, begun]), lambda: [("identifier", _constant(exact, 1.0))])
        key = (wording.number or wording.whole.replace(" ", "")) if name == "isbn" else wording.code
        query = self._term(name, key[:200])
        if leniency.begun_last and len(key) > 2:
            query = either([query, self._begun(name, key[:200])])
        return Plan(query, lambda: [("identifier", _constant(query, 1.0))])

    def _identifiers(self, wording: Wording) -> list[Query]:
        found = [self._term("isbn", wording.number)] if wording.number else []
        has_digit = any(char.isdecimal() for char in wording.code)
        if has_digit and len(wording.code) < _LONGEST_CODE:
            found += [self._term("barcode", wording.code), self._term("control", wording.code)]
        if (has_digit or " " in wording.whole) and len(wording.whole) < _LONGEST_CODE:
            found.append(self._term("call_key", wording.whole))
        return found

    def _near(self, wording: Wording, *, wide: bool) -> dict[str, tuple[NearWord, ...]]:
        found = {}
        for word in wording.words:
            near = self._vocabulary.near(self._searcher, word.text, _MOST_NEAR)
            if wording.short and (wide or not near) and not self.known.holds(word.text):
                near = self._vocabulary.near(self._searcher, word.text, _MOST_NEAR, wide=True)
            found[word.text] = near
        return found

    def _match(
        self,
        wording: Wording,
        field: SearchField,
        leniency: Leniency,
        near: dict[str, tuple[NearWord, ...]],
        others: dict[str, dict[str, float]],
    ) -> Query:
        names = _MATCHED[field]
        last = wording.words[-1] if wording.words else None
        words = []
        required = wording.required if leniency.words_needed is None else self._rarest(wording.required)
        for word in required:
            ways = [q for name in names for q in self._matching(word, name, leniency, near, word is last)]
            ways += [self._term(name, token) for name in names for token in others[word.text]]
            if field in (SearchField.ANY, SearchField.AUTHOR) and self.known.is_initials(word):
                ways.append(every([self._term("author", letter) for letter in dict.fromkeys(word.text)]))
            words.append(either(ways))
        phrases = [self._phrase(phrase) for phrase in wording.phrases] if leniency.phrases else []
        if leniency.words_needed is not None and leniency.words_needed < len(words):
            some = [(Occur.Should, query) for query in words]
            return Query.boolean_query(some, minimum_number_should_match=leniency.words_needed)
        matched = every([*words, *phrases])
        titles = [query for _, query, _ in self._titles(wording, field, leniency)]
        return either([matched, *titles]) if titles and not phrases else matched

    def _rarest(self, words: Sequence[Word]) -> Sequence[Word]:
        """Return the words that say most, those that no record has last."""
        if len(words) <= MOST_LOOKED_FOR:
            return words
        often = {word.text: int(self._searcher.doc_freq("all", word.text)) for word in words}
        return sorted(words, key=lambda word: often[word.text] or math.inf)[:MOST_LOOKED_FOR]

    def _titles(
        self, wording: Wording, field: SearchField, leniency: Leniency
    ) -> list[tuple[str, Query, float]]:
        """Return the titles there are that are the query or most of it, each with its weight."""
        if field not in (SearchField.ANY, SearchField.TITLE) or not wording.form:
            return []
        within = [*wording.meant] if leniency.near else []
        if leniency.words_needed is not None or all(map(self.known.has_spelling, wording.words)):
            # What is left over of a misspelt query would be a title by accident.
            within += wording.contained
        titles = {}
        if self.known.holds(wording.form, "title_key"):
            titles[wording.form] = (self._term("title_key", wording.form), self._weights.same_title)
        for title in within:
            if title.form not in titles and self.known.holds(title.form, "title_key"):
                # A name beside the title must be on the record.
                names = [self._term("author", rest) for rest in title.rest if self.known.is_name(rest)]
                query = every([self._term("title_key", title.form), *names])
                titles[title.form] = (query, self._weights.title_within * title.share)
        return [(form, query, weight) for form, (query, weight) in titles.items()]

    def _matching(
        self, word: Word, name: str, leniency: Leniency, near: dict[str, tuple[NearWord, ...]], last: bool
    ) -> Iterable[Query]:
        for token in (word.text, *self.known.marks(word)):
            yield self._term(name, token)
        if (leniency.parts or (last and leniency.begun_last)) and len(word.text) >= _SHORTEST_BEGUN:
            for beginning in word.beginnings():
                yield self._begun(name, beginning)
        if self.known.is_pair(word):
            yield self._term(name, f"+{word.text}")
        if leniency.near:
            for other in near.get(word.text, ()):
                yield self._term(name, other.text)

    def _rank(
        self,
        word: Word,
        wording: Wording,
        field: SearchField,
        leniency: Leniency,
        near: dict[str, tuple[NearWord, ...]],
        others: dict[str, dict[str, float]],
    ) -> Query:
        weights = self._weights
        # Beside near words, words merely begun so would only drown them.
        last = word is wording.words[-1]
        parts = leniency.parts and not leniency.near and word.text not in wording.free
        begun_too = (parts or (last and leniency.begun_last)) and len(word.text) >= _SHORTEST_BEGUN
        clauses = []
        for name in _RANKED[field]:
            boost = weights.fields[name]
            tokens = [(word.text, boost)]
            tokens += [(mark, boost * weights.form) for mark in self.known.marks(word)]
            if begun_too:
                tokens += [(term, boost * weights.begun) for term in self._begun_terms(name, word)]
            tokens += [(token, boost * by) for token, by in others[word.text].items()]
            tokens += [(n.text, boost * weights.near / n.edits) for n in near.get(word.text, ())]
            clauses += [self._boosted(name, *token) for token in tokens if self.known.holds(token[0], name)]
        if self.known.is_pair(word):
            pair = self._term("all", f"+{word.text}")
            clauses.append(_constant(pair, weights.run_together))
        return Query.disjunction_max_query(clauses, weights.tie)

    def _as_typed(
        self,
        wording: Wording,
        field: SearchField,
        leniency: Leniency,
        others: dict[str, dict[str, float]],
    ) -> Iterable[tuple[str, Query]]:
        """Put what has every word as it was typed before what has other forms of them.

        Numbers count as typed however they are written, and so does a title that is the same but for
        gaps and small words.
        """
        if leniency.begun_last or field not in _MATCHED or not wording.required:
            return
        names, typed, words = _MATCHED[field], [], []
        for word in wording.required:
            said = [token for token in (*word.spellings, *others[word.text]) if token.startswith("~#")]
            held = [token for token in (word.text, *said) if self.known.holds(token)]
            words.append(either([self._term(name, token) for name in names for token in held]))
            if not held:
                break
        else:
            typed.append(every(words))
        if field in (SearchField.ANY, SearchField.TITLE) and wording.form:
            typed.append(self._term("title_key", wording.form))
        if typed:
            yield "as typed", _constant(either(typed), self._weights.exact_first)

    def _begun_terms(self, name: str, word: Word) -> set[str]:
        terms: set[str] = set()
        for beginning in word.beginnings():
            found = self._searcher.terms_with_prefix(name, beginning, limit=_MOST_BEGUN)
            terms.update(term for term, _ in found)
        return terms - {word.text}

    def _bonuses(self, wording: Wording, field: SearchField, leniency: Leniency) -> list[tuple[str, Query]]:
        if field not in (SearchField.ANY, SearchField.TITLE):
            return []
        weights = self._weights
        exact = either([self._term("title_key", whole[:200]) for whole in wording.wholes])
        bonuses = [("exact title", _constant(exact, weights.exact_title))]
        for form, query, weight in self._titles(wording, field, leniency):
            bonuses.append((f"same title:{form[1:]}", _constant(query, weight)))
        texts: list[str | tuple[int, str]] = [*wording.whole.split()[:MOST_WORDS]]
        if len(texts) > 1:
            phrase = Query.phrase_query(self._schema, "title", texts)
            bonuses.append(("phrase in title", Query.boost_query(phrase, weights.phrase_in_title)))
        for first, second in pairwise(texts):
            if str(first).isdecimal() or str(second).isdecimal():
                numbered = Query.phrase_query(self._schema, "title", [first, second])
                bonuses.append((f"volume:{first} {second}", Query.boost_query(numbered, weights.volume)))
        if len(wording.whole) > _SHORTEST_TITLE_BEGUN:
            # Whole words only, but for the one still being typed.
            begun = wording.whole if leniency.begun_last else f"{wording.whole} "
            bonuses.append(("title begins", _constant(self._titles_begun(begun[:200]), weights.title_begins)))
        return bonuses

    def _titles_begun(self, text: str) -> Query:
        """Match titles that begin so: few are named one by one, which is quicker than a pattern."""
        found = self._searcher.terms_with_prefix("title_key", text, limit=_MOST_BEGUN)
        if len(found) == _MOST_BEGUN:
            return self._begun("title_key", text)
        return either([self._term("title_key", title) for title, _ in found])

    def _phrase(self, phrase: Sequence[str]) -> Query:
        words: list[str | tuple[int, str]] = [*phrase]
        return either([Query.phrase_query(self._schema, name, words) for name in _PHRASED])

    def _term(self, name: str, text: str) -> Query:
        return Query.term_query(self._schema, name, text, "basic")

    def _begun(self, name: str, text: str) -> Query:
        return Query.fuzzy_term_query(self._schema, name, text, 0, True, True)

    def _boosted(self, name: str, text: str, boost: float) -> Query:
        return Query.boost_query(Query.term_query(self._schema, name, text, "freq"), boost)


def _constant(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)
