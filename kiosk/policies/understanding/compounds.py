"""Takes compounds apart by the words that the articles themselves use: Büchereiausweis, Rückgabekasten."""

from collections.abc import Iterable

_LINKS = ("s", "es", "n", "en", "er", "e")
_LINK_ENDS = frozenset(link[-1] for link in _LINKS)
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 8
_SHORTEST_HEAD = 6


class CompoundSplitter:
    """Splits words into two or three known ones; knows nothing but the words it was given."""

    def __init__(self, words: Iterable[str]) -> None:
        self.known = frozenset(word for word in words if len(word) >= _SHORTEST_PART)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound, or what is known of its end and its beginning."""
        if len(word) < _SHORTEST_COMPOUND or not self.known:
            return ()
        whole = self._split(word, 3)
        return whole if whole else (*self._tail(word), *self._head(word))

    def _split(self, word: str, most: int) -> tuple[str, ...]:
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head = self._without_link(word[:end])
            if head is None:
                continue
            tail = word[end:]
            if tail in self.known:
                return head, tail
            rest = self._split(tail, most - 1) if most > 2 else ()
            if rest:
                return head, *rest
        return ()

    def _without_link(self, head: str) -> str | None:
        if head in self.known:
            return head
        for link in _LINKS if head[-1] in _LINK_ENDS else ():
            if head.endswith(link):
                bare = head[: len(head) - len(link)]
                if bare in self.known:
                    return bare
        return None

    def _tail(self, word: str) -> tuple[str, ...]:
        """Return the known word that the compound ends in: what it is one kind of."""
        for start in range(3, len(word) - _SHORTEST_PART):
            if word[start:] in self.known and len(word) - start >= 5:
                return (word[start:],)
        return ()

    def _head(self, word: str) -> tuple[str, ...]:
        """Return the longest known word that the compound begins with: what it is for."""
        for end in range(len(word) - 3, _SHORTEST_HEAD - 1, -1):
            head = self._without_link(word[:end])
            if head is not None and len(head) >= _SHORTEST_HEAD:
                return (head,)
        return ()
