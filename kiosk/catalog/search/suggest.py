"""Titles, authors and subjects that begin as typed, with how many records have each."""

from itertools import chain, zip_longest

import tantivy
from tantivy import Query, Searcher

from kiosk.catalog.folding import variants
from kiosk.catalog.search.analysis import SHOWN
from kiosk.catalog.search.beginnings import Beginnings
from kiosk.catalog.search.counting import count
from kiosk.catalog.search.requests import SearchField, Suggestion

_FIELDS = {
    SearchField.TITLE: "suggest_title",
    SearchField.AUTHOR: "suggest_author",
    SearchField.SUBJECT: "suggest_subject",
}
_LONGEST_PREFIX = 60
_MOST = 100


def suggestions(
    schema: tantivy.Schema,
    searcher: Searcher,
    beginnings: Beginnings,
    prefix: str,
    field: SearchField,
    limit: int,
) -> list[Suggestion]:
    """Return suggestions, most records first in each kind; with any field the kinds take turns."""
    keys = variants(prefix[:_LONGEST_PREFIX].encode("utf-8", "ignore").decode())
    kinds = (
        tuple(_FIELDS) if field is SearchField.ANY else tuple(kind for kind in (field,) if kind in _FIELDS)
    )
    wanted = max(0, min(limit, _MOST))
    if not keys or not wanted:
        return []
    lists = [_of_kind(schema, searcher, beginnings, keys, kind, wanted) for kind in kinds]
    turns = chain.from_iterable(zip_longest(*lists))
    return [suggestion for suggestion in turns if suggestion is not None][:wanted]


def _of_kind(
    schema: tantivy.Schema,
    searcher: Searcher,
    beginnings: Beginnings,
    keys: tuple[str, ...],
    kind: SearchField,
    wanted: int,
) -> list[Suggestion]:
    field = _FIELDS[kind]
    best: dict[str, tuple[int, str]] = {}
    for key in keys:
        # A heading has several keys, so more terms than wanted are asked for.
        for term, records in beginnings.terms(searcher, field, key[:_LONGEST_PREFIX], wanted * 3):
            text = term.partition(SHOWN)[2]
            if text and records > best.get(text, (0, ""))[0]:
                best[text] = (records, term)
    ordered = sorted(best.items(), key=lambda pair: (-pair[1][0], pair[0]))[:wanted]
    found = []
    for text, (_, term) in ordered:
        # The dictionary still counts records replaced since; what is shown is counted afresh.
        records = count(searcher, Query.term_query(schema, field, term, "basic"))
        if records:
            found.append(Suggestion(text, kind, records))
    return found
