"""A policy text of the library, in one language."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """An answer the library wrote: Markdown with placeholders, and the wordings that lead to it."""

    key: str
    language: str
    topic: str
    title: str
    body: str
    questions: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    figure: str | None = None
    refine: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    review: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    visible: bool = True
    version: int = 1
