"""What one text of a record gives to its document: tokens to match and to rank by, and words to learn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.joining import joined_pairs, numbers_said

# Between the folded form that is matched and the text that is shown, in one term.
SHOWN = "\x1f"
_SHORTEST_LEARNED = 3
_SHORTEST_COMPOUND = 7


@dataclass(frozen=True, slots=True)
class TextPart:
    """The words of a text in order, its marked forms, both with pairs of neighbours, and what it teaches."""

    plain: str
    marks: tuple[str, ...]
    everything: tuple[str, ...]
    vocabulary: tuple[str, ...]
    compounds: tuple[str, ...]


def part_of_title(words: Sequence[Word], language: str | None) -> TextPart:
    """Return what a title gives: stems of its language, neighbours run together, numbers said."""
    return _part(words, [*_stems(words, language), *numbers_said(words)], joined_pairs(words))


def part_of_other_title(words: Sequence[Word]) -> TextPart:
    """Return what a series or another title gives, whose language nobody knows."""
    return _part(words, [*_stems(words, None), *numbers_said(words)], ())


def part_of_name(words: Sequence[Word]) -> TextPart:
    """Return what a name gives, which is not stemmed."""
    marks = [mark for word in words for mark in (*word.spellings, *word.names)]
    return _part(words, marks, joined_pairs(words))


def part_of_subject(words: Sequence[Word]) -> TextPart:
    """Return what a subject gives."""
    return _part(words, _stems(words, None), ())


def _stems(words: Sequence[Word], language: str | None) -> list[str]:
    return [mark for word in words for mark in word.indexed(language)]


def _part(words: Sequence[Word], marks: Iterable[str], pairs: Iterable[str]) -> TextPart:
    texts = [word.text for word in words]
    learned = [word for word in words if len(word.text) >= _SHORTEST_LEARNED and word.text.isalpha()]
    stems = (stem for word in learned if len(word.text) >= _SHORTEST_COMPOUND for stem in word.german())
    different = tuple(dict.fromkeys(marks))
    return TextPart(
        plain=" ".join(texts),
        marks=different,
        everything=(*texts, *different, *pairs),
        vocabulary=tuple(
            word.text if word.shown == word.text else f"{word.text}{SHOWN}{word.shown}" for word in learned
        ),
        compounds=tuple(token for stem in stems for token in (f">{stem}", f"<{stem[::-1]}")),
    )
