"""Words that are one here and several there: run together, set apart, or numbers said in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.catalog.folding import contracted
from kiosk.catalog.search.analysis import Word
from kiosk.catalog.search.numerals import number_runs

# Words that may be missing from a title as it is catalogued, or be put in by the patron.
_SMALL_WORDS = (
    "the a an of and or in on to for by with "
    "der die das den dem des ein eine einer eines und oder von vom zu zum zur im am mit fur "
    "i w we z ze na do o oraz po"
)
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
_LONGEST_FORM = 200
_MOST_PARTS = 10
_FEWEST_CONTAINED = 2


@dataclass(frozen=True, slots=True)
class TitleWithin:
    """A title that may stand whole in a wording: its form, its share of the words, and the other words."""

    form: str
    share: float = 1.0
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """Neighbours of a wording that the catalogue may hold as one token; ``end`` is past the last.

    ``stems`` are theirs as one German word.
    """

    start: int
    end: int
    tokens: tuple[str, ...]
    stems: tuple[str, ...] = ()


def joints(words: Sequence[Word]) -> Iterator[Joint]:
    """Yield what neighbours may be together: one word, or one number."""
    for start, end, digits in number_runs([word.text for word in words]):
        yield Joint(start, end, (f"~#{digits}",))
    for at, (first, second) in enumerate(pairwise(words)):
        one = first.text + second.text
        stems = tuple(first.text + stem for stem in second.german())
        yield Joint(at, at + 2, (one, f"~{one}", f"+{one}"), stems)


def joined_pairs(words: Sequence[Word]) -> list[str]:
    """Return neighbours run together, marked, for what is typed without the gap."""
    return [f"+{first.text}{second.text}" for first, second in pairwise(words)]


def numbers_said(words: Sequence[Word]) -> list[str]:
    """Return the numbers that several words say together, marked."""
    return [f"~#{digits}" for _, _, digits in number_runs([word.text for word in words])]


def title_form(words: Sequence[Word]) -> str | None:
    """Return a title as one marked token without gaps and small words, its numbers in digits.

    So titles are the same with or without articles, with "&" or "und", in one word or in two.
    """
    return _form(_parts(words))


def titles_within(words: Sequence[Word]) -> list[TitleWithin]:
    """Return what titles may stand whole within a wording, the longest first."""
    parts = _parts(words)[:_MOST_PARTS]
    least = max(_FEWEST_CONTAINED, (len(parts) + 1) // 2)
    found = []
    for length in range(len(parts) - 1, least - 1, -1):
        for start in range(len(parts) - length + 1):
            form = _form(parts[start : start + length])
            rest = (*parts[:start], *parts[start + length :])
            if form:
                found.append(TitleWithin(form, length / len(parts), rest))
    return found


def _parts(words: Sequence[Word]) -> list[str]:
    texts = [word.text for word in words]
    runs = list(number_runs(texts))
    said = [
        "" if text in SMALL_WORDS else (word.digits or text if word.spellings else text)
        for text, word in zip(texts, words, strict=True)
    ]
    for start, end, digits in reversed(runs):
        said[start:end] = [digits]
    return [part for part in said if part]


def _form(parts: Sequence[str]) -> str | None:
    together = "".join(parts)[:_LONGEST_FORM]
    # Umlauts in either spelling become the same.
    return f"~{contracted(together)}" if together else None
