"""What one text of a record gives to its document: tokens to match and to rank by, and words to learn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.joining import joined_pairs, numbers_said


@dataclass(frozen=True, slots=True)
class TextPart:
    """The words of a text in order, its marked forms, both with pairs of neighbours, and what it teaches.

    Only titles and subjects teach compounds: names are not stemmed.
    """

    plain: str
    marks: tuple[str, ...]
    everything: tuple[str, ...]
    vocabulary: tuple[str, ...]
    compounds: tuple[str, ...] = ()


def part_of_title(words: Sequence[Word], language: str | None, *, compounding: bool) -> TextPart:
    """Return what a title gives: stems of its language, neighbours run together, numbers said."""
    marks = [*_stems(words, language), *numbers_said(words)]
    return _part(words, marks, joined_pairs(words), compounding=compounding)


def part_of_other_title(words: Sequence[Word], *, compounding: bool) -> TextPart:
    """Return what a series or another title gives, whose language nobody knows."""
    marks = [*_stems(words, None), *numbers_said(words)]
    return _part(words, marks, (), compounding=compounding)


def part_of_name(words: Sequence[Word]) -> TextPart:
    """Return what a name gives, which is not stemmed."""
    marks = [mark for word in words for mark in (*word.spellings, *word.names)]
    return _part(words, marks, joined_pairs(words), compounding=False)


def part_of_subject(words: Sequence[Word]) -> TextPart:
    """Return what a subject gives."""
    return _part(words, _stems(words, None), (), compounding=True)


def _stems(words: Sequence[Word], language: str | None) -> list[str]:
    return [mark for word in words for mark in word.indexed(language)]


def _part(
    words: Sequence[Word], marks: Iterable[str], pairs: Iterable[str], *, compounding: bool
) -> TextPart:
    texts = [word.text for word in words]
    different = tuple(dict.fromkeys(marks))
    return TextPart(
        plain=" ".join(texts),
        marks=different,
        everything=(*texts, *different, *pairs),
        vocabulary=tuple(chain.from_iterable([word.learned() for word in words])),
        compounds=tuple(chain.from_iterable([word.compounds() for word in words])) if compounding else (),
    )
