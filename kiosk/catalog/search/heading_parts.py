"""What a name or a subject gives to every document it is in, worked out once and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.catalog.folding import variants
from kiosk.catalog.search.analysis import SHOWN, Analyzer
from kiosk.catalog.search.headings import code_of_key, heading_key, term_of
from kiosk.catalog.search.of_late import OfLate
from kiosk.catalog.search.text_parts import TextPart, part_of_name, part_of_subject

LONGEST_TEXT = 20_000
LONGEST_KEY = 200
_LONGEST_SUGGESTED, _LONGEST_BEGUN = 120, 60
_MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class HeadingPart:
    """A heading's words, its folded form, how it is counted, and how it is suggested."""

    words: TextPart
    key: str
    term: str
    code: int
    suggested: tuple[str, ...]


class HeadingParts:
    """Works out headings; those of late are at hand."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._names: OfLate[str, HeadingPart] = OfLate(_MOST_REMEMBERED, self._of_name)
        self._subjects: OfLate[str, HeadingPart] = OfLate(_MOST_REMEMBERED, self._of_subject)

    def names(self, texts: Iterable[str]) -> list[HeadingPart]:
        """Return what persons' or bodies' names give."""
        return list(self._names.every(texts))

    def subjects(self, texts: Iterable[str]) -> list[HeadingPart]:
        """Return what subjects give."""
        return list(self._subjects.every(texts))

    def _of_name(self, text: str) -> HeadingPart:
        words = part_of_name(self._analyzer.words(text[:LONGEST_TEXT]))
        surname, _, first = text.partition(",")
        straight = variants(f"{first} {surname}") if first.strip() else ()
        return _heading(text, words, variants(text), straight)

    def _of_subject(self, text: str) -> HeadingPart:
        words = part_of_subject(self._analyzer.words(text[:LONGEST_TEXT]))
        return _heading(text, words, variants(text))


def suggested(keys: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the terms by which a text is suggested when one of the keys is begun."""
    shown = text[:_LONGEST_SUGGESTED]
    return tuple(dict.fromkeys([f"{key[:_LONGEST_BEGUN]}{SHOWN}{shown}" for key in keys if key]))


def _heading(text: str, words: TextPart, forms: tuple[str, ...], others: tuple[str, ...] = ()) -> HeadingPart:
    key = heading_key(text, forms[0] if forms else None)
    code = code_of_key(key)
    return HeadingPart(words, key, term_of(code, text), code, suggested((*forms, *others), text))
