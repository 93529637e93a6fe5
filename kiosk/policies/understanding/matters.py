"""Parts a question into the matters it asks about in one breath: "lost my card and how do I print"."""

import re
from functools import cache

from kiosk.policies.understanding.letters import LONGEST_QUESTION, words_of
from kiosk.policies.understanding.speech import speech_of

_MOST = 3
_SHORTEST = 2


def matters_of(question: str, language: str) -> list[str]:
    """Return the parts of a question between words such as "and" and between sentences; none for one."""
    parts = [part for part in _ends(language).split(question[:LONGEST_QUESTION]) if part]
    parts = [part for part in parts if len(words_of(part)) >= _SHORTEST]
    return parts[:_MOST] if len(parts) > 1 else []


@cache
def _ends(language: str) -> re.Pattern[str]:
    joining = sorted(speech_of(language).joining, key=lambda words: (-len(words), words))
    words = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in joining)
    between = rf"\b(?:{words})\b|[,.;:?!+&/]" if words else r"[,.;:?!+&/]"
    return re.compile(between, re.IGNORECASE)
