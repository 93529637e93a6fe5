"""How much each kind of match counts: the only place where ranking is tuned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def _fields() -> Mapping[str, float]:
    return MappingProxyType({"title": 3.0, "author": 2.4, "other": 1.6, "subject": 1.2, "all": 0.5})


@dataclass(frozen=True, slots=True)
class Weights:
    """Boosts of matches, and the small push for new, borrowed and available records."""

    fields: Mapping[str, float] = field(default_factory=_fields)
    # As typed; a title that is the same but for gaps, articles and "and"; one that is most of the query.
    exact_title: float = 8.0
    same_title: float = 32.0
    title_within: float = 16.0
    phrase_in_title: float = 3.0
    # A number right beside its word: a volume of a series.
    volume: float = 1.0
    title_begins: float = 6.0
    identifier: float = 200.0
    # A stem, another spelling, a begun or a near word beside the word itself.
    form: float = 0.35
    begun: float = 0.6
    joined: float = 0.6
    compound: float = 0.3
    # For two words of a title or name that were typed as one.
    run_together: float = 8.0
    near: float = 0.5
    # What a word found in a second field adds to the best field.
    tie: float = 0.1
    # So much that no forgiving hit ever stands before an exact one.
    exact_first: float = 10_000.0
    # At most these parts of a hit's own score.
    newness: float = 0.06
    borrowed: float = 0.08
    available: float = 0.04
    newness_from: int = 1950
    newness_to: int = 2030
    # So many loans count as borrowed as often as can be.
    borrowed_most: int = 100
    reranked: int = 200


WEIGHTS = Weights()
