"""Gives the words that a library itself has written for a kind of paper."""

from kiosk.model.library import Library
from kiosk.notices.kinds import PAPER
from kiosk.notices.wordings import filled
from kiosk.paper.own_words import NONE, OwnWords
from kiosk.storage import View
from kiosk.words import Wording
from kiosk.words.reaching import contact

_ITEMS = "{items}"


def own_words(view: View, library: Library, kind: str, branch: str, words: Wording) -> OwnWords:
    """Return them in the language of the paper, their places filled; none where it has written none."""
    written = view.templates.get(kind, words.language, PAPER)
    if written is None:
        return NONE
    values = {"library": words.name(library.name), "contact": contact(library, branch, words)}
    above, _, below = filled(written.body, values).partition(_ITEMS)
    return OwnWords(filled(written.subject or "", values), above.strip(), below.replace(_ITEMS, "").strip())
