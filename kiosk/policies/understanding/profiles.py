"""Weighs which of many keys a text's traits speak for: by how much oftener each key has them than all do."""

from collections.abc import Collection, Iterable, Mapping
from math import log

_BACKGROUND = 50.0
"""So much of what is common to all keys is taken for seen of each: rare traits alone prove little."""

Counts = Mapping[str, float]


class Profiles:
    """Counts of traits by key; never changes, but makes others of itself that share what stays."""

    def __init__(self) -> None:
        self._having: dict[str, dict[str, float]] = {}
        self._all: dict[str, float] = {}
        self._of_key: dict[str, float] = {}
        self._total = 0.0
        self._priors: dict[str, float] = {}
        self._lifts: dict[str, list[tuple[str, float]]] = {}

    def changed(self, less: Iterable[tuple[str, Counts]], more: Iterable[tuple[str, Counts]]) -> "Profiles":
        """Return profiles without some counts of keys and with others."""
        own: dict[str, dict[str, float]] = {}
        of_key = dict(self._of_key)
        for key, counts in less:
            for trait, count in counts.items():
                if trait not in own:
                    own[trait] = dict(self._having.get(trait, ()))
                _take(own[trait], key, count)
            _take(of_key, key, sum(counts.values()))
        had = self._having
        for key, counts in more:
            for trait, count in counts.items():
                having = own.get(trait)
                if having is None:
                    own[trait] = having = {**had[trait]} if trait in had else {}
                having[key] = having[key] + count if key in having else count
            of_key[key] = of_key.get(key, 0.0) + sum(counts.values())
        new = Profiles()
        new._having = {**self._having, **own}
        new._all = {**self._all, **{trait: sum(having.values()) for trait, having in own.items()}}
        new._of_key = of_key
        new._total = sum(of_key.values())
        new._priors = {key: log(_BACKGROUND / (count + _BACKGROUND)) for key, count in of_key.items()}
        return new

    def speaks_for(
        self, traits: Counts, keys: Collection[str] | None = None
    ) -> tuple[dict[str, float], float]:
        """Return for each key how much likelier the traits are for it than for any, and how many are known.

        The first is a logarithm: 0 where the key is as likely as any. ``keys`` are all unless given.
        """
        heard = [(trait, much) for trait, much in traits.items() if self._all.get(trait, 0.0) > 0.0]
        known = sum(much for _trait, much in heard)
        if keys is None:
            found = {key: known * prior for key, prior in self._priors.items()}
            for trait, much in heard:
                for key, lift in self._lifts_of(trait):
                    found[key] += much * lift
            return found, known
        found = {key: known * self._priors.get(key, 0.0) for key in keys}
        for trait, much in heard:
            having, usual = self._having[trait], self._usual(trait)
            for key in having if len(having) <= len(found) else found:
                if key in having and key in found:
                    found[key] += much * log(1 + having[key] / usual)
        return found, known

    def _lifts_of(self, trait: str) -> list[tuple[str, float]]:
        """Return how much a known trait speaks for each key that has it."""
        lifts = self._lifts.get(trait)
        if lifts is None:
            usual = self._usual(trait)
            lifts = [(key, log(1 + count / usual)) for key, count in self._having[trait].items()]
            self._lifts[trait] = lifts
        return lifts

    def _usual(self, trait: str) -> float:
        return _BACKGROUND * self._all[trait] / self._total


def _take(counts: dict[str, float], name: str, count: float) -> None:
    left = counts.get(name, 0.0) - count
    if left > 1e-9:
        counts[name] = left
    else:
        counts.pop(name, None)
