"""Records into documents of the index, with their words, keys, facets, order and suggestions."""

from collections.abc import Iterable, Iterator

import tantivy

from kiosk.catalog.folding import fold, fold_variants
from kiosk.catalog.search.analysis import Analyzer
from kiosk.catalog.search.document_words import SHOWN, DocumentWords
from kiosk.catalog.search.headings import heading_code, heading_term
from kiosk.catalog.search.joining import SMALL_WORDS, title_form
from kiosk.catalog.search.records import IndexedRecord
from kiosk.catalog.search.rows import stored_row
from kiosk.model.item import barcode_key
from kiosk.model.record import Description

_LONGEST_KEY = 200
_LONGEST_SUGGESTED = 120
_NO_YEAR_LAST = 99_999
_NO_AUTHOR_LAST = "\uffff"
# More seconds than any record's time of coming has.
_YEAR_STEP = 10**10


class DocumentMaker:
    """Makes documents; one per writing session, for the words it has already analysed."""

    def __init__(self, schema: tantivy.Schema, analyzer: Analyzer) -> None:
        self._schema = schema
        self._analyzer = analyzer
        self._words = DocumentWords(analyzer)

    def document(self, record: IndexedRecord) -> tantivy.Document:
        """Return the document by which a record is found, sorted, filtered and shown."""
        values: dict[str, object] = dict(self._words.fields(record))
        values.update(_keys(record, self._analyzer))
        values.update(_facets(record))
        values.update(_order(record))
        values.update(_suggestions(record.description))
        values["id"] = record.id
        values["row"] = stored_row(record)
        return tantivy.Document.from_dict(
            {name: value for name, value in values.items() if value is not None}, self._schema
        )


def _keys(record: IndexedRecord, analyzer: Analyzer) -> dict[str, list[str]]:
    about = record.description
    # A series or edition in brackets is not what people call the title.
    called = about.title.partition(" (")[0]
    whole = f"{about.title} {about.subtitle or ''}"
    titles = dict.fromkeys((about.title, called, whole, about.filing_title, *about.other_titles))
    call_numbers = [about.call_number, *(item.call_number for item in record.items)]
    return {
        "title_key": _distinct(
            [
                *(form[:_LONGEST_KEY] for text in titles for form in fold_variants(text)),
                *_title_forms(about, analyzer),
            ]
        ),
        "isbn": _distinct(number_key(number) for number in (*about.isbns, *about.issns)),
        "barcode": _distinct(barcode_key(item.barcode)[:_LONGEST_KEY] for item in record.items),
        "call_key": _distinct(fold(number)[:_LONGEST_KEY] for number in call_numbers if number),
        "control": _distinct([barcode_key(record.control_number or "")[:_LONGEST_KEY]]),
        "author_key": _distinct(fold(author)[:_LONGEST_KEY] for author in about.authors),
        "subject_key": _distinct(fold(subject)[:_LONGEST_KEY] for subject in about.subjects),
        "at": _distinct(item.branch for item in record.items if item.available),
    }


def _title_forms(about: Description, analyzer: Analyzer) -> Iterator[str]:
    called, bracket, rest = about.title[:_LONGEST_KEY].partition(" (")
    words = analyzer.words(called)
    named = [words]
    if bracket:
        named.append([*words, *analyzer.words(rest)])
    if about.subtitle:
        named.append([*named[-1], *analyzer.words(about.subtitle[:_LONGEST_KEY])])
    if words and words[0].text not in SMALL_WORDS and len(about.filing_title) < len(about.title):
        named.append(analyzer.words(about.filing_title[:_LONGEST_KEY]))
    named += [analyzer.words(title[:_LONGEST_KEY]) for title in about.other_titles]
    for one in named:
        form = title_form(one)
        if form:
            yield form


def number_key(number: str) -> str:
    """Return an ISBN or ISSN as compared: bare digits, a ten-digit ISBN as its thirteen."""
    bare = "".join(char for char in number.upper() if (char.isascii() and char.isdecimal()) or char == "X")
    if len(bare) != 10 or not bare[:9].isdecimal():
        return bare[:_LONGEST_KEY]
    first = f"978{bare[:9]}"
    check = -sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first)) % 10
    return f"{first}{check}"


def _facets(record: IndexedRecord) -> dict[str, object]:
    about = record.description
    return {
        "form": about.form.value,
        "language": about.language,
        "audience": about.audience.value if about.audience else None,
        "branch": _distinct(item.branch for item in record.items),
        "subject_heading": _distinct(map(heading_term, about.subjects)),
        "author_heading": _distinct(map(heading_term, about.authors)),
        "subject_code": list(dict.fromkeys(map(heading_code, about.subjects))),
        "author_code": list(dict.fromkeys(map(heading_code, about.authors))),
        "available": any(item.available for item in record.items),
    }


def _order(record: IndexedRecord) -> dict[str, object]:
    about = record.description
    came = int(record.created_at.timestamp())
    author = fold(about.authors[0])[:_LONGEST_KEY] if about.authors else ""
    filing = about.filing_title[:_LONGEST_KEY]
    return {
        "year": about.year,
        "newest": (about.year or 0) * _YEAR_STEP + came,
        "oldest": (about.year or _NO_YEAR_LAST) * _YEAR_STEP + came,
        "loans": record.loans,
        "sort_title": filing,
        "sort_author": f"{author or _NO_AUTHOR_LAST}\t{filing}",
    }


def _suggestions(about: Description) -> dict[str, list[str]]:
    title = about.title[:_LONGEST_SUGGESTED]
    starts = [(key, title) for text in (about.title, about.filing_title) for key in fold_variants(text)]
    people = [(key, name) for name in about.authors for key in _name_keys(name)]
    subjects = [(key, subject) for subject in about.subjects for key in fold_variants(subject)]
    return {
        "suggest_title": _suggested(starts),
        "suggest_author": _suggested(people),
        "suggest_subject": _suggested(subjects),
    }


def _name_keys(name: str) -> list[str]:
    surname, _, first = name.partition(",")
    straight = fold_variants(f"{first} {surname}") if first.strip() else ()
    return [*fold_variants(name), *straight]


def _suggested(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return _distinct(f"{key[:60]}{SHOWN}{text[:_LONGEST_SUGGESTED]}" for key, text in pairs if key)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
