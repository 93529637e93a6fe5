"""Weighs evidence by numbers that scripts/fit_bands.py has fitted: which article, how surely, any at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from kiosk.policies.understanding import fitted
from kiosk.policies.understanding.evidence import Evidence
from kiosk.policies.understanding.language_index import Likeness

_LEAST_REST = 1e-4

MEETING = ("wording", "next_wording", "covered", "literally", "in_text", "ranked", "terms", "spelling")
"""What an article's score is made of, in the order of the fitted numbers."""
BEARING = ("lead", "terms_lead", "spelling_lead", "wording", "in_text", "shortness", "foreign")
"""What sureness and sense are made of, in the order of the fitted numbers; one more stands for itself."""
_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """The likely articles, best first, each with its share of the belief.

    ``bearing`` is what bears on the first of them, ``bearing_on_any`` what on those that are offered.
    """

    shares: tuple[tuple[Likeness, float], ...]
    bearing: tuple[float, ...]
    bearing_on_any: tuple[float, ...]

    @property
    def sureness(self) -> float:
        """How likely the first article is the right one, from 0 to 1."""
        return chance(self.bearing, fitted.SURE)

    @property
    def sense(self) -> float:
        """How likely the library has any article that answers, from 0 to 1; never less than sureness."""
        return max(chance(self.bearing_on_any, fitted.SENSE), self.sureness)


def weigh(evidence: Evidence, weights: Sequence[float] = fitted.MEETS) -> Weighed | None:
    """Return the likely articles in order; None where there is not one."""
    scored = [(score(one, weights), one) for one in evidence.likely]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0], pair[1].key))
    top = scored[0][0]
    beliefs = [exp(points - top) for points, _one in scored]
    whole = sum(beliefs)
    shares = tuple((one, belief / whole) for (_points, one), belief in zip(scored, beliefs, strict=True))
    return Weighed(shares, _bearing(shares, evidence, 1), _bearing(shares, evidence, _OFFERED))


def score(one: Likeness, weights: Sequence[float] = fitted.MEETS) -> float:
    """Return how well an article meets the question; only differences of scores mean anything."""
    return sum(weight * value for weight, value in zip(weights, meeting(one), strict=True))


def meeting(one: Likeness) -> tuple[float, ...]:
    """Return the values named by MEETING."""
    return (
        one.wording,
        one.next_wording,
        one.covered,
        one.literally,
        one.in_text,
        one.ranked,
        one.sound.terms,
        one.sound.spelling,
    )


def _bearing(shares: Sequence[tuple[Likeness, float]], evidence: Evidence, most: int) -> tuple[float, ...]:
    """Return the values named by BEARING, each the best of as many articles."""
    offered = [one for one, _share in shares[:most]]
    share = shares[0][1]
    return (
        log(share / (1 - share + _LEAST_REST)),
        max(one.sound.terms for one in offered) - evidence.elsewhere.terms,
        max(one.sound.spelling for one in offered) - evidence.elsewhere.spelling,
        max(one.wording for one in offered),
        max(one.in_text for one in offered),
        1 / (1 + evidence.says),
        float(evidence.foreign),
    )


def chance(bearing: Sequence[float], weights: Sequence[float]) -> float:
    """Return the chance that slopes and a constant make of what bears on a question, from 0 to 1."""
    *slopes, constant = weights
    weighed = constant + sum(slope * value for slope, value in zip(slopes, bearing, strict=True))
    return 1 / (1 + exp(-max(-50.0, min(50.0, weighed))))
