"""What a patron typed, read as words and phrases; no sign in it ever has power over the index."""

import re
from dataclasses import dataclass, replace

from kiosk.catalog.folding import fold, variants
from kiosk.catalog.search.analysis import Analyzer, Word
from kiosk.catalog.search.documents import number_key
from kiosk.catalog.search.joining import SMALL_WORDS, TitleWithin, title_form, titles_within

LONGEST_TEXT = 1000
MOST_WORDS = 20
_SHORT = 6
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]{1,300})["“”„«»]')
_LABEL = re.compile(r"(?:ISBN|ISSN)(?:-1[03])?\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[\dxX\s\-‐-―]{8,40}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a query in order (``free`` ones need not match) and its quoted phrases."""

    words: tuple[Word, ...] = ()
    free: frozenset[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    whole: str = ""
    wholes: tuple[str, ...] = ()
    form: str | None = None
    contained: tuple[TitleWithin, ...] = ()
    meant: tuple[TitleWithin, ...] = ()
    number: str | None = None
    code: str = ""
    empty: bool = True

    @property
    def required(self) -> tuple[Word, ...]:
        """Return the words a hit must have."""
        return tuple(word for word in self.words if word.text not in self.free)

    @property
    def short(self) -> bool:
        """Return whether it has few enough words to look widely for each."""
        return len(self.words) <= _SHORT

    def meaning(self, other: "Wording") -> "Wording":
        """Return this wording with the titles that are named by a likelier reading of it."""
        whole = (TitleWithin(other.form),) if other.form else ()
        return replace(self, meant=(*whole, *other.contained))


def read_wording(text: str, analyzer: Analyzer, *, typing: bool = False) -> Wording:
    """Read a query; anything at all may be in it. While ``typing`` the last word is needed whatever it is."""
    clean = text[:LONGEST_TEXT].encode("utf-8", "ignore").decode()
    if not "".join(char for char in clean if char.isprintable()).strip():
        return Wording()
    phrases = [tuple(word.text for word in analyzer.typed(quoted)) for quoted in _QUOTED.findall(clean)]
    typed = analyzer.typed(clean)[: 2 * MOST_WORDS]
    words = {word.text: word for word in typed}
    kept = tuple(words.values())[:MOST_WORDS]
    begun = {word.text for word in kept[-1:] if typing and not _is_initial(word.text)}
    return Wording(
        words=kept,
        free=_free(kept) - begun,
        phrases=tuple(phrase[:MOST_WORDS] for phrase in phrases if len(phrase) > 1),
        whole=fold(clean),
        wholes=variants(clean),
        form=title_form(typed),
        contained=tuple(titles_within(typed)),
        number=_number(clean),
        code=clean.strip().casefold(),
        empty=False,
    )


def _free(words: tuple[Word, ...]) -> frozenset[str]:
    free = {word.text for word in words if word.text in SMALL_WORDS or _is_initial(word.text)}
    return frozenset() if len(free) == len(words) else frozenset(free)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def _number(text: str) -> str | None:
    bare = _LABEL.sub("", text.strip())
    if not _NUMBER.fullmatch(bare):
        return None
    key = number_key(bare)
    return key if len(key) in (8, 13) else None
