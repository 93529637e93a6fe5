"""Forgets the words that were folded and stemmed: what somebody typed is nobody else's."""

from kiosk.policies.understanding.analysis import correction
from kiosk.policies.understanding.letters import fold
from kiosk.policies.understanding.stems import stems
from kiosk.policies.understanding.traits import pieces_of


def forget_words() -> None:
    """Forget every word; whoever folds the same again is only slower."""
    for remembering in (stems, fold, pieces_of, correction):
        remembering.cache_clear()
