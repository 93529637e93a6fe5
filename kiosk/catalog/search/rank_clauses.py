"""The named clauses by which hits are ranked, with the weights of one place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import tantivy
from tantivy import Query

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.joining import SMALL_WORDS
from kiosk.catalog.search.known import KnownTokens
from kiosk.catalog.search.plan import Leniency, either, every
from kiosk.catalog.search.requests import SearchField
from kiosk.catalog.search.terms import Terms, constant
from kiosk.catalog.search.vocabulary import NearWord
from kiosk.catalog.search.weights import Weights
from kiosk.catalog.search.wording import MOST_WORDS, Wording

MATCHED = {
    SearchField.ANY: ("all",),
    SearchField.TITLE: ("title", "other"),
    SearchField.AUTHOR: ("author",),
    SearchField.SUBJECT: ("subject",),
}
_RANKED = {**MATCHED, SearchField.ANY: ("title", "author", "other", "subject", "all")}
SHORTEST_BEGUN = 2
_SHORTEST_TITLE_BEGUN = 3
_MOST_BEGUN = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """A wording with all that this state of the index has of it: near words, other tokens, whole titles."""

    wording: Wording
    field: SearchField
    leniency: Leniency
    near: Mapping[str, tuple[NearWord, ...]]
    others: Mapping[str, Mapping[str, float]]
    titles: Sequence[tuple[str, Query, float]]


class RankClauses:
    """Makes the clauses for one state of the index."""

    def __init__(
        self, terms: Terms, searcher: tantivy.Searcher, known: KnownTokens, weights: Weights
    ) -> None:
        self._terms = terms
        self._searcher = searcher
        self._known = known
        self._weights = weights

    def of(self, asked: Asked, identified: Sequence[Query]) -> list[tuple[str, Query]]:
        """Return all clauses; ``identified`` match the record whose number was typed."""
        clauses = [(f"word:{word.text}", self._rank(word, asked)) for word in asked.wording.words]
        clauses += self._bonuses(asked)
        clauses += self._as_typed(asked)
        if identified:
            sure = either([constant(query, self._weights.identifier) for query in identified])
            clauses.append(("identifier", sure))
        return clauses

    def _rank(
        self,
        word: Word,
        asked: Asked,
    ) -> Query:
        weights, leniency, wording = self._weights, asked.leniency, asked.wording
        # Beside near words, words merely begun so would only drown them.
        last = word is wording.words[-1]
        parts = leniency.parts and not leniency.near and word.text not in wording.free
        begun_too = (parts or (last and leniency.begun_last)) and len(word.text) >= SHORTEST_BEGUN
        clauses = []
        for name in _RANKED[asked.field]:
            boost = weights.fields[name]
            tokens = [(word.text, boost)]
            tokens += [(mark, boost * weights.form) for mark in self._known.marks(word)]
            if begun_too:
                tokens += [(term, boost * weights.begun) for term in self._begun_terms(name, word)]
            tokens += [(token, boost * by) for token, by in asked.others[word.text].items()]
            tokens += [(n.text, boost * weights.near / n.edits) for n in asked.near.get(word.text, ())]
            clauses += [
                self._terms.weighed(name, *token) for token in tokens if self._known.holds(token[0], name)
            ]
        if self._known.is_pair(word):
            pair = self._terms.term("all", f"+{word.text}")
            clauses.append(constant(pair, weights.run_together))
        return Query.disjunction_max_query(clauses, weights.tie)

    def _as_typed(self, asked: Asked) -> Iterable[tuple[str, Query]]:
        """Put what has every word as it was typed before what has other forms of them.

        Numbers count as typed however they are written, and so does a title that is the same but for
        gaps and small words.
        """
        wording, field = asked.wording, asked.field
        if asked.leniency.begun_last or not wording.required:
            return
        names, typed, words = MATCHED[field], [], []
        for word in wording.required:
            said = [token for token in (*word.spellings, *asked.others[word.text]) if token.startswith("~#")]
            held = [token for token in (word.text, *said) if self._known.holds(token)]
            words.append(either([self._terms.term(name, token) for name in names for token in held]))
            if not held:
                break
        else:
            typed.append(every(words))
        if field in (SearchField.ANY, SearchField.TITLE) and wording.form:
            typed.append(self._terms.term("title_key", wording.form))
        if typed:
            yield "as typed", constant(either(typed), self._weights.exact_first)

    def _begun_terms(self, name: str, word: Word) -> set[str]:
        terms: set[str] = set()
        for beginning in word.beginnings():
            found = self._searcher.terms_with_prefix(name, beginning, limit=_MOST_BEGUN)
            terms.update(term for term, _ in found)
        # That "and" goes on from "an" says nothing for a record with an "and" somewhere.
        return terms - {word.text} - (SMALL_WORDS if name == "all" else frozenset())

    def _bonuses(self, asked: Asked) -> list[tuple[str, Query]]:
        wording, weights = asked.wording, self._weights
        if asked.field not in (SearchField.ANY, SearchField.TITLE):
            return []
        exact = either([self._terms.term("title_key", whole[:200]) for whole in wording.wholes])
        bonuses = [("exact title", constant(exact, weights.exact_title))]
        for form, query, weight in asked.titles:
            bonuses.append((f"same title:{form[1:]}", constant(query, weight)))
        texts = wording.whole.split()[:MOST_WORDS]
        if len(texts) > 1:
            phrase = self._terms.phrase(texts, "title")
            bonuses.append(("phrase in title", Query.boost_query(phrase, weights.phrase_in_title)))
        for first, second in pairwise(texts):
            if first.isdecimal() or second.isdecimal():
                numbered = self._terms.phrase([first, second], "title")
                bonuses.append((f"volume:{first} {second}", Query.boost_query(numbered, weights.volume)))
        if len(wording.whole) > _SHORTEST_TITLE_BEGUN:
            # Whole words only, but for the one still being typed.
            begun = wording.whole if asked.leniency.begun_last else f"{wording.whole} "
            bonuses.append(("title begins", constant(self._titles_begun(begun[:200]), weights.title_begins)))
        return bonuses

    def _titles_begun(self, text: str) -> Query:
        """Match titles that begin so: few are named one by one, which is quicker than a pattern."""
        found = self._searcher.terms_with_prefix("title_key", text, limit=_MOST_BEGUN)
        if len(found) == _MOST_BEGUN:
            return self._terms.begun("title_key", text)
        return either([self._terms.term("title_key", title) for title, _ in found])
