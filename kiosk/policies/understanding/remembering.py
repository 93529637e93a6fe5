"""Forgets the words that were folded and stemmed: what somebody typed is nobody else's."""

from kiosk.policies.understanding.letters import fold
from kiosk.policies.understanding.polish import polish_stems
from kiosk.policies.understanding.stems import stems


def forget_words() -> None:
    """Forget every word; whoever folds the same again is only slower."""
    for remembering in (stems, fold, polish_stems):
        remembering.cache_clear()
