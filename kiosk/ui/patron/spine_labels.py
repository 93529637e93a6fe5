"""A call number as the label on a book's back has it: in few short lines; free of Qt."""

from itertools import combinations, pairwise

# So many letters to a line look well; of what needs more, three lines are better than two.
_COMFORTABLE = 8
_LINES = (2, 3)


def spine_label(call_number: str) -> tuple[str, ...]:
    """Return the lines of a label: broken at spaces, a long part before its dots, as evenly as can be."""
    parts = [part for word in call_number.split() for part in _parts(word)]
    best: tuple[str, ...] = tuple(parts)
    if len(parts) > 1:
        for lines in _LINES:
            best = min(_ways(parts, lines), key=_longest)
            if _longest(best) <= _COMFORTABLE:
                break
    return best


def _parts(word: str) -> list[str]:
    """Part a long word before each dot, which begins a line as on printed labels."""
    if len(word) <= _COMFORTABLE:
        return [word]
    head, *tail = word.split(".")
    return [part for part in (head, *(f".{part}" for part in tail)) if part]


def _ways(parts: list[str], lines: int) -> list[tuple[str, ...]]:
    """Return every way to set the parts in so many lines."""
    places = [
        (0, *cuts, len(parts)) for cuts in combinations(range(1, len(parts)), min(lines, len(parts)) - 1)
    ]
    return [tuple(_joined(parts[a:b]) for a, b in pairwise(way)) for way in places]


def _joined(parts: list[str]) -> str:
    """Join parts again: a dot follows without a gap what it was parted from."""
    return "".join(part if part.startswith(".") or not n else f" {part}" for n, part in enumerate(parts))


def _longest(lines: tuple[str, ...]) -> int:
    return max(map(len, lines))
