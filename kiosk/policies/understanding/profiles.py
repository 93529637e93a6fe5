"""Weighs which of many keys a text's traits speak for: by how much oftener each key has them than all do."""

from collections.abc import Collection, Iterable, Mapping
from math import isinf, log, prod
from types import MappingProxyType

from kiosk.policies.giving_way import GiveWay, go_on

_BACKGROUND = 50.0
"""So much of what is common to all keys is taken for seen of each: rare traits alone prove little."""

_NONE_LEFT = 1e-9
# More changes than this are sorted quicker by trait anew.
_FEW = 0.1
Counts = Mapping[str, float]
_UNHEARD: Counts = MappingProxyType({})


class Profiles:
    """Counts of traits by key; never changes, but makes others of itself that share what stays."""

    def __init__(self) -> None:
        self._counts: dict[str, Counts] = {}
        self._all: dict[str, float] = {}
        self._total = 0.0
        self._priors: dict[str, float] = {}
        self._lifts: dict[str, list[tuple[str, float]]] = {}
        self._having: dict[str, list[str]] = {}

    def changed(
        self, less: Collection[str], more: Mapping[str, Counts], give_way: GiveWay = go_on
    ) -> "Profiles":
        """Return profiles without some keys and with others; a key that is there already is to go first."""
        new = Profiles()
        new._counts, new._all, new._priors = dict(self._counts), dict(self._all), dict(self._priors)
        every = new._all
        for key in less:
            for trait, count in new._counts.pop(key).items():
                left = every[trait] - count
                if left > _NONE_LEFT:
                    every[trait] = left
                else:
                    del every[trait]
            del new._priors[key]
            give_way()
        for key, counts in more.items():
            for trait, count in counts.items():
                every[trait] = every[trait] + count if trait in every else count
            new._counts[key] = counts
            new._priors[key] = log(_BACKGROUND / (sum(counts.values()) + _BACKGROUND))
            give_way()
        new._total = sum(every.values())
        if self._having and len(less) + len(more) <= _FEW * len(new._counts):
            new._having = self._having_after(less, more)
        return new

    def sort_by_trait(self, give_way: GiveWay = go_on) -> None:
        """Note which keys have each trait, unless it is known: to ask for all keys takes that."""
        if self._having:
            return
        having: dict[str, list[str]] = {}
        for key, counts in self._counts.items():
            for trait in counts:
                if trait in having:
                    having[trait].append(key)
                else:
                    having[trait] = [key]
            give_way()
        self._having = having

    def _having_after(self, less: Iterable[str], more: Mapping[str, Counts]) -> dict[str, list[str]]:
        """Return which keys have each trait after a change of few; lists that stay are shared."""
        having = dict(self._having)
        for key in less:
            for trait in self._counts[key]:
                having[trait] = [one for one in having[trait] if one != key]
        for key, counts in more.items():
            for trait in counts:
                having[trait] = [*having.get(trait, ()), key]
        return having

    def speaks_for(
        self, traits: Counts, keys: Collection[str] | None = None
    ) -> tuple[dict[str, float], float]:
        """Return for each key how much likelier the traits are for it than for any, and how many are known.

        The first is a logarithm: 0 where the key is as likely as any. ``keys`` are all unless given; of
        all, what a trait says is remembered.
        """
        heard = [(trait, much) for trait, much in traits.items() if trait in self._all]
        known = sum(much for _trait, much in heard)
        if keys is None:
            self.sort_by_trait()
            found = {key: known * prior for key, prior in self._priors.items()}
            for trait, much in heard:
                for key, lift in self._lifts_of(trait):
                    found[key] += much * lift
            return found, known
        once = {trait: 1 / self._usual(trait) for trait, much in heard if much == 1.0}
        oftener = {trait: (much, 1 / self._usual(trait)) for trait, much in heard if much != 1.0}
        found = {}
        for key in keys:
            counts = self._counts.get(key, _UNHEARD)
            speaks = _logarithm([1 + counts[trait] * rare for trait, rare in once.items() if trait in counts])
            for trait, (much, rare) in oftener.items():
                if trait in counts:
                    speaks += much * log(1 + counts[trait] * rare)
            found[key] = known * self._priors.get(key, 0.0) + speaks
        return found, known

    def _lifts_of(self, trait: str) -> list[tuple[str, float]]:
        """Return how much a known trait speaks for each key that has it."""
        lifts = self._lifts.get(trait)
        if lifts is None:
            usual, counts = self._usual(trait), self._counts
            lifts = [(key, log(1 + counts[key][trait] / usual)) for key in self._having[trait]]
            self._lifts[trait] = lifts
        return lifts

    def _usual(self, trait: str) -> float:
        return _BACKGROUND * self._all[trait] / self._total


def _logarithm(factors: list[float]) -> float:
    """Return the logarithm of their product, at once where a float can hold it: that is much quicker."""
    product = prod(factors)
    return sum(map(log, factors)) if isinf(product) else log(product)
