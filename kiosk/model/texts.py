"""A text in several languages, with the library's first language as the last resort."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalText:
    """A name in one or more languages; ``plain`` alone means the same in all."""

    plain: str = ""
    by_language: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> "LocalText":
        """Make one from a plain string or a table of language to text."""
        if isinstance(value, str):
            return cls(plain=value)
        return cls(by_language=tuple(sorted(value.items())))

    def in_language(self, language: str, fallback: tuple[str, ...] = ()) -> str:
        """Return the text in the language, else in the first fallback there is, else any, else empty."""
        texts = dict(self.by_language)
        for wanted in (language, *fallback):
            if wanted in texts:
                return texts[wanted]
        return self.plain or next(iter(texts.values()), "")

    def all_texts(self) -> tuple[str, ...]:
        """Return every text there is, in order of language."""
        return ((self.plain,) if self.plain else ()) + tuple(text for _, text in self.by_language)
