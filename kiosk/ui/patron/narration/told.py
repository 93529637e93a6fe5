"""What is said in one go, of which some words may be in a language of their own: free of Qt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Told:
    """A text of the screen; the `own` words in it, in the order in which they stand there, are of `language`.

    The language is a two-letter code, empty where the whole text is in that of the screen.
    """

    text: str
    language: str = ""
    own: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def spans(self, screen: str, voices: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Yield the text piece by piece, each with its language, where the screen is in that of `screen`.

        Words of a language without a voice stay with the text around them, and so do those of the screen's.
        """
        if self.language in ("", screen) or self.language not in voices:
            yield self.text, screen
            return
        spans = [*self._spans(screen)]
        yield from ((text, language) for text, language in spans if len(spans) == 1 or _WORDS.search(text))

    def _spans(self, screen: str) -> Iterator[tuple[str, str]]:
        done = 0
        for start, end in self._places():
            if start > done:
                yield self.text[done:start], screen
            yield self.text[start:end], self.language
            done = end
        if done < len(self.text):
            yield self.text[done:], screen

    def _places(self) -> list[tuple[int, int]]:
        """Return where the own words stand; those with no word between them are one piece."""
        places: list[tuple[int, int]] = []
        after = 0
        for words in self.own:
            found = (
                re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(self.text, after) if words else None
            )
            if found is None:
                continue
            start, after = found.span()
            if places and not _WORDS.search(self.text, places[-1][1], start):
                start = places.pop()[0]
            places.append((start, after))
        return places


NOTHING = Told("")

# What may be said: words of the screen's language need no more than themselves.
Sayable = Told | str
