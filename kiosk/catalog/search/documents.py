"""Records into documents of the index, with their words, keys, facets, order and suggestions."""

from collections.abc import Iterable, Iterator

import msgspec

from kiosk.catalog.folding import fold, fold_variants, variants
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.common_headings import KINDS, LATE, Ranks
from kiosk.catalog.search.document_words import DescriptionParts, DocumentWords
from kiosk.catalog.search.far_pages import LAST_OF_ALL, order_text
from kiosk.catalog.search.heading_parts import LONGEST_KEY, suggested
from kiosk.catalog.search.joining import SMALL_WORDS, title_form
from kiosk.catalog.search.records import IndexedRecord
from kiosk.catalog.search.rows import stored_row
from kiosk.model.item import barcode_key
from kiosk.model.record import Description

_LONGEST_TITLE = 60
_NO_YEAR_LAST = 99_999
# What a document has only where its record does.
_MAYBE = ("year", "language", "audience", "late")
_encoded = msgspec.json.Encoder().encode
_decoded = msgspec.json.Decoder(dict[str, object]).decode
# More seconds than any record's time of coming has.
_YEAR_STEP = 10**10


class DocumentMaker:
    """Makes documents; one per writing session, for the words it has already analysed.

    ``ranks`` may become known later, for the documents from then on.
    """

    def __init__(self, analyzer: Analyzer, ranks: Ranks) -> None:
        self.ranks = ranks
        self._analyzer = analyzer
        self._words = DocumentWords(analyzer)

    def document(self, record: IndexedRecord) -> str:
        """Return the document by which a record is found, sorted, filtered and shown.

        It is JSON as the index library takes it, bytes in base 64: to hand over values one by one takes
        longer, and they would be copied once more.
        """
        about = record.description
        parts = self._words.parts(about)
        values: dict[str, object] = {
            **self._words.fields(about, parts),
            **_titles(about, parts, self._analyzer),
            **_keys(record),
            **_headings(parts, self.ranks),
            **_facets(record),
            **_order(record, parts),
            "id": record.id,
            "row": stored_row(record),
            "late": LATE if self.ranks.late else None,
        }
        for name in _MAYBE:
            if values[name] is None:
                del values[name]
        return _encoded(values).decode()


def with_ranks(document: str | bytes, ranks: Ranks) -> str:
    """Return a document that was made before the common headings were known, with their places."""
    values = _decoded(document)
    for kind in KINDS:
        codes = values[f"{kind}_code"]
        assert isinstance(codes, list)
        values[f"{kind}_rank"] = ranks.of_headings(kind, codes)
    return _encoded(values).decode()


def _titles(about: Description, parts: DescriptionParts, analyzer: Analyzer) -> dict[str, object]:
    # A series or edition in brackets is not what people call the title.
    called = about.title.partition(" (")[0]
    own = variants(about.title)
    # Most titles file as they are.
    filed = variants(about.filing_title) if about.filing_title not in own[:1] else ()
    whole = variants(f"{about.title} {about.subtitle}") if about.subtitle else ()
    short = variants(called) if len(called) < len(about.title) else ()
    others = [form for title in about.other_titles for form in fold_variants(title)]
    keys = [form[:LONGEST_KEY] for form in (*own, *short, *whole, *filed, *others)]
    return {
        "title_key": _distinct([*keys, *_title_forms(about, parts, analyzer)]),
        "suggest_title": list(suggested((*own, *filed), about.title)),
    }


def _title_forms(about: Description, parts: DescriptionParts, analyzer: Analyzer) -> Iterator[str]:
    called, bracket, _ = about.title.partition(" (")
    words = analyzer.words(called) if bracket else parts.title
    named = [words]
    if bracket:
        named.append(parts.title)
    if parts.subtitle:
        named.append([*parts.title, *parts.subtitle])
    if words and words[0].text not in SMALL_WORDS and len(about.filing_title) < len(about.title):
        named.append(analyzer.words(about.filing_title))
    for one in (*named, *parts.others):
        form = title_form(one[:_LONGEST_TITLE])
        if form:
            yield form


def _keys(record: IndexedRecord) -> dict[str, object]:
    about = record.description
    call_numbers = dict.fromkeys((about.call_number, *[item.call_number for item in record.items]))
    return {
        "isbn": _distinct([number_key(number) for number in (*about.isbns, *about.issns)]),
        "barcode": _distinct([barcode_key(item.barcode)[:LONGEST_KEY] for item in record.items]),
        "call_key": _distinct([fold(number)[:LONGEST_KEY] for number in call_numbers if number]),
        "control": _distinct([barcode_key(record.control_number or "")[:LONGEST_KEY]]),
        "at": _distinct([item.branch for item in record.items if item.available]),
    }


def _headings(parts: DescriptionParts, ranks: Ranks) -> dict[str, object]:
    found: dict[str, object] = {}
    for kind, headings in (("author", parts.authors), ("subject", parts.subjects)):
        codes = list(dict.fromkeys([part.code for part in headings]))
        found[f"{kind}_key"] = _distinct([part.key for part in headings])
        found[f"{kind}_heading"] = _distinct([part.term for part in headings])
        found[f"{kind}_code"] = codes
        found[f"{kind}_rank"] = ranks.of_headings(kind, codes)
        found[f"suggest_{kind}"] = _distinct([term for part in headings for term in part.suggested])
    return found


def number_key(number: str) -> str:
    """Return an ISBN or ISSN as compared: bare digits, a ten-digit ISBN as its thirteen."""
    if len(number) == 13 and number.isascii() and number.isdecimal():
        return number
    bare = "".join([char for char in number.upper() if (char.isascii() and char.isdecimal()) or char == "X"])
    if len(bare) != 10 or not bare[:9].isdecimal():
        return bare[:LONGEST_KEY]
    first = f"978{bare[:9]}"
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first)) % 10
    return f"{first}{check}"


def _facets(record: IndexedRecord) -> dict[str, object]:
    about = record.description
    return {
        "form": about.form.value,
        "language": about.language,
        "audience": about.audience.value if about.audience else None,
        "branch": _distinct([item.branch for item in record.items]),
        "available": any(item.available for item in record.items),
    }


def _order(record: IndexedRecord, parts: DescriptionParts) -> dict[str, object]:
    about = record.description
    came = int(record.created_at.timestamp())
    author = parts.authors[0].key if parts.authors else ""
    filing = about.filing_title[:LONGEST_KEY]
    return {
        "year": about.year,
        "newest": (about.year or 0) * _YEAR_STEP + came,
        "oldest": (about.year or _NO_YEAR_LAST) * _YEAR_STEP + came,
        "loans": record.loans,
        "sort_title": order_text(filing),
        "sort_author": order_text(author or LAST_OF_ALL, filing),
    }


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, values)))
