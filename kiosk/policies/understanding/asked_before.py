"""How patrons ask, by the key of the article that answers: examples that come with the program."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kiosk.policies.understanding.speech import sections

ELSEWHERE = "(elsewhere)"
"""Stands in place of a key where examples are answered at other counters; no article can have it."""
_FOLDER = Path(__file__).parent / "asked"


@cache
def asked_before(language: str) -> Mapping[str, tuple[str, ...]]:
    """Read the language's examples; one without a file has none."""
    path = _FOLDER / f"{language}.txt"
    found = sections(path.read_text(encoding="utf-8")) if path.exists() else {}
    return MappingProxyType({key: tuple(texts) for key, texts in found.items()})
