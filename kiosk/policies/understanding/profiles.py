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

    def changed(self, less: Iterable[tuple[str, Counts]], more: Iterable[tuple[str, Counts]]) -> "Profiles":
        """Return profiles without some counts of keys and with others."""
        new = Profiles()
        new._having, new._all, new._of_key = dict(self._having), dict(self._all), dict(self._of_key)
        own: set[str] = set()
        for sign, counted in ((-1.0, less), (1.0, more)):
            for key, counts in counted:
                for trait, count in counts.items():
                    if trait not in own:
                        own.add(trait)
                        new._having[trait] = dict(self._having.get(trait, ()))
                    _add(new._having[trait], key, sign * count)
                    _add(new._all, trait, sign * count)
                _add(new._of_key, key, sign * sum(counts.values()))
        new._total = sum(new._of_key.values())
        return new

    def speaks_for(
        self, traits: Counts, keys: Collection[str] | None = None
    ) -> tuple[dict[str, float], float]:
        """Return for each key how much likelier the traits are for it than for any, and how many are known.

        The first is a logarithm: 0 where the key is as likely as any. ``keys`` are all unless given.
        """
        heard = [(trait, much) for trait, much in traits.items() if self._all.get(trait, 0.0) > 0.0]
        known = sum(much for _trait, much in heard)
        of_keys = self._of_key if keys is None else {key: self._of_key.get(key, 0.0) for key in keys}
        found = {key: known * log(_BACKGROUND / (of_key + _BACKGROUND)) for key, of_key in of_keys.items()}
        for trait, much in heard:
            usual = _BACKGROUND * self._all[trait] / self._total
            having = self._having[trait]
            for key in having if len(having) <= len(found) else found:
                if key in having and key in found:
                    found[key] += much * log(1 + having[key] / usual)
        return found, known


def _add(counts: dict[str, float], name: str, count: float) -> None:
    counts[name] = counts.get(name, 0.0) + count
    if counts[name] <= 1e-9:
        del counts[name]
