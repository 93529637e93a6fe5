"""Where a request was made: at which kiosk, on which screen, after which question and article."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.model.request import RequestKind, cleaned

_LONGEST = {"question": 500}
_LONGEST_NAME = 100
_QUESTIONS_OWN = frozenset({"question", "article"})


@dataclass(frozen=True, slots=True)
class Origin:
    """What a kiosk tells staff about a request by itself; empty where it knows nothing."""

    kiosk: str
    screen: str = ""
    question: str = ""
    article: str = ""

    def details(self, kind: RequestKind, given: Mapping[str, str]) -> dict[str, str]:
        """Return what goes with the request: a question that says no more than its text is left out."""
        names = ("kiosk", "screen", "question", "article")
        told = {name: _line(getattr(self, name), _LONGEST.get(name, _LONGEST_NAME)) for name in names}
        if kind is not RequestKind.QUESTION:
            told = {name: text for name, text in told.items() if name not in _QUESTIONS_OWN}
        if told.get("question") == _line(given.get("text", ""), _LONGEST["question"]):
            told["question"] = ""
        return {name: text for name, text in told.items() if text}


def _line(text: str, longest: int) -> str:
    clean = cleaned(RequestKind.QUESTION, {"text": text}).get("text", "")
    return " ".join(clean.split())[:longest]
