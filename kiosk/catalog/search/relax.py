"""What to try, in order, when nothing matches as asked; each step says what it loosened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.catalog.search.plan import Leniency
from kiosk.catalog.search.requests import Loosening, SearchField, SearchRequest
from kiosk.catalog.search.wording import Wording

# Of more words than these only the rarest are looked for when some may be missing.
MOST_LOOKED_FOR = 8
_WORD_FIELDS = (SearchField.TITLE, SearchField.AUTHOR, SearchField.SUBJECT)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to search, and what it loosens."""

    field: SearchField
    leniency: Leniency
    filtered: bool = True
    loosened: tuple[Loosening, ...] = ()


def as_asked(request: SearchRequest) -> Attempt:
    """Return the search as it was asked for."""
    return Attempt(request.field, Leniency(begun_last=request.typing))


def with_compounds(request: SearchRequest) -> Attempt:
    """Return the search with compounds that the words are parts of."""
    return Attempt(request.field, Leniency(begun_last=request.typing, compounds=True))


def attempts(request: SearchRequest, wording: Wording) -> Iterator[Attempt]:
    """Yield what to try, the smallest loosening first; the first that finds anything is taken."""
    typing, own, anywhere = request.typing, request.field, SearchField.ANY
    if wording.phrases:
        yield Attempt(own, Leniency(typing, phrases=False), loosened=(Loosening.PHRASE,))
    if own is not anywhere:
        yield Attempt(anywhere, Leniency(typing), loosened=(Loosening.FIELD,))
    fields = (own, anywhere) if own in _WORD_FIELDS else (anywhere,)
    for field in fields:
        elsewhere = () if field is own else (Loosening.FIELD,)
        parts = Leniency(typing, compounds=True, parts=True, phrases=False)
        near = Leniency(typing, compounds=True, parts=True, near=True, phrases=False)
        yield Attempt(field, parts, loosened=(*elsewhere, Loosening.PARTS))
        yield Attempt(field, near, loosened=(*elsewhere, Loosening.SPELLING))
        yield Attempt(field, replace(near, wide=True), loosened=(*elsewhere, Loosening.SPELLING))
    elsewhere = () if own is anywhere else (Loosening.FIELD,)
    needed = min(len(wording.required), MOST_LOOKED_FOR)
    for fewer in dict.fromkeys((needed - 1, needed // 2, max(1, needed // 4))):
        if 0 < fewer < needed:
            some = Leniency(typing, near=True, phrases=False, words_needed=fewer)
            yield Attempt(anywhere, some, loosened=(*elsewhere, Loosening.FEWER_WORDS))
