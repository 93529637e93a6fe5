"""A wording made into two queries: one that says what matches, one that says how well.

The matching query asks cheap unscored fields and serves counts and facets; the ranking query
asks field by field, with the weights of one place. User text only ever becomes literal terms.
"""

import math
from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur, Query

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.known import KnownTokens
from kiosk.catalog.search.plan import Leniency, Plan, either, every
from kiosk.catalog.search.rank_clauses import MATCHED, SHORTEST_BEGUN, Asked, RankClauses
from kiosk.catalog.search.relax import MOST_LOOKED_FOR
from kiosk.catalog.search.requests import SearchField
from kiosk.catalog.search.terms import Terms, constant
from kiosk.catalog.search.vocabulary import NearWord, Vocabulary
from kiosk.catalog.search.weights import WEIGHTS, Weights
from kiosk.catalog.search.wording import Wording

_KEYS = {SearchField.ISBN: "isbn", SearchField.BARCODE: "barcode", SearchField.CALL_NUMBER: "call_key"}
_LONGEST_CODE = 60
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
        self._terms = Terms(schema)
        self._searcher = searcher
        self._vocabulary = vocabulary
        self._weights = weights
        self.known = KnownTokens(searcher, weights)
        self._clauses = RankClauses(self._terms, searcher, self.known, weights)

    def plan(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        """Return the plan for a wording that is not empty."""
        if field in _KEYS:
            return self._keyed(wording, field, leniency)
        identified = self._identifiers(wording) if field is SearchField.ANY else []
        if not wording.words and not identified:
            return Plan(Query.empty_query())
        near = self._near(wording, wide=leniency.wide) if leniency.near else {}
        others = self.known.others(wording, compounds=leniency.compounds)
        asked = Asked(wording, field, leniency, near, others, self._titles(wording, field, leniency))
        match = self._match(asked)
        if identified:
            match = either([match, *identified])
        return Plan(match, lambda: self._clauses.of(asked, identified), _all_begins(asked))

    def _keyed(self, wording: Wording, field: SearchField, leniency: Leniency) -> Plan:
        name = _KEYS[field]
        if field is SearchField.CALL_NUMBER:
            whole = wording.whole[:200]
            exact = self._terms.term(name, whole)
            begun = self._terms.begun(name, whole) if whole else Query.empty_query()
            return Plan(either([exact, begun]), lambda: [("identifier", constant(exact, 1.0))])
        key = (wording.number or wording.whole.replace(" ", "")) if name == "isbn" else wording.code
        query = self._terms.term(name, key[:200])
        if leniency.begun_last and len(key) > 2:
            query = either([query, self._terms.begun(name, key[:200])])
        return Plan(query, lambda: [("identifier", constant(query, 1.0))])

    def _identifiers(self, wording: Wording) -> list[Query]:
        found = [self._terms.term("isbn", wording.number)] if wording.number else []
        has_digit = any(char.isdecimal() for char in wording.code)
        if has_digit and len(wording.code) < _LONGEST_CODE:
            found += [self._terms.term("barcode", wording.code), self._terms.term("control", wording.code)]
        if (has_digit or " " in wording.whole) and len(wording.whole) < _LONGEST_CODE:
            found.append(self._terms.term("call_key", wording.whole))
        return found

    def _near(self, wording: Wording, *, wide: bool) -> dict[str, tuple[NearWord, ...]]:
        found = {}
        for word in wording.words:
            near = self._vocabulary.near(self._searcher, word.text, _MOST_NEAR)
            if wording.short and (wide or not near) and not self.known.holds(word.text):
                near = self._vocabulary.near(self._searcher, word.text, _MOST_NEAR, wide=True)
            found[word.text] = near
        return found

    def _match(self, asked: Asked) -> Query:
        wording, field, leniency = asked.wording, asked.field, asked.leniency
        names = MATCHED[field]
        last = wording.words[-1] if wording.words else None
        words = []
        required = wording.required if leniency.words_needed is None else self._rarest(wording.required)
        for word in required:
            ways = [q for name in names for q in self._matching(word, name, asked, word is last)]
            ways += [self._terms.term(name, token) for name in names for token in asked.others[word.text]]
            if field in (SearchField.ANY, SearchField.AUTHOR) and self.known.is_initials(word):
                ways.append(
                    every([self._terms.term("author", letter) for letter in dict.fromkeys(word.text)])
                )
            words.append(either(ways))
        phrases = (
            [self._terms.phrase_anywhere(phrase) for phrase in wording.phrases] if leniency.phrases else []
        )
        if leniency.words_needed is not None and leniency.words_needed < len(words):
            some = [(Occur.Should, query) for query in words]
            return Query.boolean_query(some, minimum_number_should_match=leniency.words_needed)
        matched = every([*words, *phrases])
        titles = [query for _, query, _ in asked.titles]
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
            titles[wording.form] = (self._terms.term("title_key", wording.form), self._weights.same_title)
        for title in within:
            if title.form not in titles and self.known.holds(title.form, "title_key"):
                # A name beside the title must be on the record.
                names = [self._terms.term("author", rest) for rest in title.rest if self.known.is_name(rest)]
                query = every([self._terms.term("title_key", title.form), *names])
                titles[title.form] = (query, self._weights.title_within * title.share)
        return [(form, query, weight) for form, (query, weight) in titles.items()]

    def _matching(self, word: Word, name: str, asked: Asked, last: bool) -> Iterable[Query]:
        leniency = asked.leniency
        for token in (word.text, *self.known.marks(word)):
            yield self._terms.term(name, token)
        if (leniency.parts or (last and leniency.begun_last)) and len(word.text) >= SHORTEST_BEGUN:
            for beginning in word.beginnings():
                yield self._terms.begun(name, beginning)
        if self.known.is_pair(word):
            yield self._terms.term(name, f"+{word.text}")
        if leniency.near:
            for other in asked.near.get(word.text, ()):
                yield self._terms.term(name, other.text)


def _all_begins(asked: Asked) -> bool:
    """Tell whether whatever ranks begins with the one word that is being typed, and so matches."""
    wording = asked.wording
    if not asked.leniency.begun_last or len(wording.words) != 1 or wording.phrases or asked.near:
        return False
    beginnings = tuple(wording.words[0].beginnings())
    return all(whole.startswith(beginnings) for whole in wording.wholes)
