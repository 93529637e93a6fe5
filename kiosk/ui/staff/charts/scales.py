"""Which lines a scale has; free of Qt."""

import math
from functools import lru_cache

from babel.numbers import format_decimal

_NICE = (1, 2, 2.5, 5, 10)
_ALIKE = 1e-6


def steps_to(top: float, most: int = 4) -> tuple[float, ...]:
    """Return the lines of a scale from nothing up to at least ``top``, round numbers, at most so many."""
    if top <= 0:
        return (0.0, 1.0)
    step = _step(top / most)
    return tuple(step * n for n in range(math.ceil(top / step) + 1))


def steps_between(low: float, high: float, most: int = 4) -> tuple[float, ...]:
    """Return the lines of a scale that holds both ends, round numbers; one that need not begin at nothing."""
    if high - low < _ALIKE:
        low, high = (max(low - 1, 0) if low >= 0 else low - 1), high + 1
    step = _step((high - low) / most)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(step * n for n in range(max(first, 0) if low >= 0 else first, last + 1))


@lru_cache(maxsize=4096)
def written(value: float, language: str) -> str:
    """Return a number of a scale as the language writes it."""
    return str(format_decimal(value, format="#,##0.###", locale=language))


def every(count: int, most: int) -> int:
    """Return how many labels to go on by, so that at most so many of them are written."""
    return max(1, math.ceil(count / most))


def _step(least: float) -> float:
    """Return the smallest round number that is no less, whole where it may be."""
    size = 10.0 ** math.floor(math.log10(least))
    step = next(size * nice for nice in _NICE if size * nice >= least * 0.999999)
    return max(1.0, math.ceil(step)) if least > 0.5 else step
