"""Fits the few weights of logistic models by Newton's method, without a library of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

_STEPS = 40
_STILL = 1e-7
_RIDGE = 1.0  # keeps weights small where little speaks for them

Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with the values of each article that may be meant, and which of them are right."""

    values: Sequence[Row]
    right: Sequence[bool]
    weight: float


def fit_choices(choices: Sequence[Choice]) -> list[float]:
    """Return the weights by which the right articles take the most of the belief."""
    scale = _scale([row for one in choices for row in one.values])
    scaled = [
        Choice(
            [[v / s for v, s in zip(row, scale, strict=True)] for row in one.values], one.right, one.weight
        )
        for one in choices
    ]
    weights = [0.0] * len(scale)
    for _ in range(_STEPS):
        slope = [-_RIDGE * weight for weight in weights]
        bend = [[_RIDGE * (i == j) for j in range(len(scale))] for i in range(len(scale))]
        for one in scaled:
            _add_choice(slope, bend, one, weights)
        step = _solved(bend, slope)
        weights = [weight + move for weight, move in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _STILL:
            break
    return [weight / s for weight, s in zip(weights, scale, strict=True)]


def fit_chance(rows: Sequence[Row], came: Sequence[bool], weights: Sequence[float]) -> list[float]:
    """Return the slopes and, last, the constant by which the chance of what came is told best."""
    scale = [*_scale(rows), 1.0]
    known = [[*(v / s for v, s in zip(row, scale, strict=False)), 1.0] for row in rows]
    slopes = [0.0] * len(scale)
    last = len(scale) - 1
    for _ in range(_STEPS):
        slope = [-_RIDGE * one * (i < last) for i, one in enumerate(slopes)]
        bend = [[_RIDGE * (i == j and i < last) for j in range(last + 1)] for i in range(last + 1)]
        for row, yes, weight in zip(known, came, weights, strict=True):
            chance = 1 / (1 + exp(-_dot(slopes, row)))
            for i, value in enumerate(row):
                slope[i] += weight * (yes - chance) * value
                for j in range(i + 1):
                    bend[i][j] += weight * chance * (1 - chance) * value * row[j]
        step = _solved(_mirrored(bend), slope)
        slopes = [one + move for one, move in zip(slopes, step, strict=True)]
        if max(map(abs, step)) < _STILL:
            break
    return [one / s for one, s in zip(slopes, scale, strict=True)]


def _add_choice(slope: list[float], bend: list[list[float]], one: Choice, weights: Sequence[float]) -> None:
    scores = [_dot(weights, row) for row in one.values]
    top = max(scores)
    beliefs = [exp(score - top) for score in scores]
    whole = sum(beliefs)
    right = sum(belief for belief, yes in zip(beliefs, one.right, strict=True) if yes)
    mean = [
        sum(b * row[i] for b, row in zip(beliefs, one.values, strict=True)) / whole for i in range(len(slope))
    ]
    for belief, row, yes in zip(beliefs, one.values, one.right, strict=True):
        share, pull = belief / whole, (belief / right if yes else 0.0) - belief / whole
        apart = [value - middle for value, middle in zip(row, mean, strict=True)]
        for i, value in enumerate(apart):
            slope[i] += one.weight * pull * value
            if share > 1e-6:
                much = one.weight * share * value
                line = bend[i]
                for j in range(len(apart)):
                    line[j] += much * apart[j]


def _scale(rows: Sequence[Row]) -> list[float]:
    columns = list(zip(*rows, strict=True))
    means = [sum(column) / len(column) for column in columns]
    squares = [
        sum((value - mean) ** 2 for value in column) / len(column)
        for column, mean in zip(columns, means, strict=True)
    ]
    return [square**0.5 or 1.0 for square in squares]


def _solved(matrix: Sequence[Row], right: Row) -> list[float]:
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        best = max(range(i, size), key=lambda n: abs(rows[n][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for n in range(size):
            if n != i:
                factor = rows[n][i] / rows[i][i]
                rows[n] = [a - factor * b for a, b in zip(rows[n], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def _mirrored(lower: Sequence[Row]) -> list[list[float]]:
    return [[lower[max(i, j)][min(i, j)] for j in range(len(lower))] for i in range(len(lower))]


def _dot(one: Row, other: Row) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
