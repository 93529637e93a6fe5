"""Gathers all that a question is judged by: how each article meets it, and what speaks against all."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.policies.understanding.asked_before import ELSEWHERE
from kiosk.policies.understanding.heard import Sound
from kiosk.policies.understanding.language_index import LanguageIndex, Likeness
from kiosk.policies.understanding.letters import folded_words


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a question before anything is weighed.

    ``elsewhere`` is how it sounds beside questions that are answered at other counters, ``foreign``
    whether it has words of such. ``says`` counts its words that say something.
    """

    likely: tuple[Likeness, ...]
    elsewhere: Sound
    foreign: bool
    says: int


def evidence_of(index: LanguageIndex, question: str, shown: Callable[[str], bool] = bool) -> Evidence:
    """Return what the index knows of a question, of articles whose key is ``shown``."""
    words = folded_words(question, index.language)
    units = index.analyser.typed(words)
    sounds = index.sounds(words)
    return Evidence(
        likely=tuple(one for one in index.likenesses(units, sounds) if shown(one.key)),
        elsewhere=sounds.of(ELSEWHERE),
        foreign=index.analyser.belongs_elsewhere(words),
        says=sum(unit.weight == 1.0 for unit in units),
    )
