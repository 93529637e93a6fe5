"""How wide columns are: as their content wants it, and fairly shared where that is too much; free of Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 48


@dataclass(frozen=True, slots=True)
class WantedWidth:
    """In pixels: what the widest content takes, what a column usually has, and what it never goes below.

    Without a usual width the column takes what is left. `parts` is how much it gets beside the others where
    there is too little room for all.
    """

    content: int
    usual: int = 0
    least: int = LEAST
    parts: int = 1


def shared_widths(available: int, wanted: Sequence[WantedWidth]) -> tuple[int, ...]:
    """Return a width for each column, all of `available` together where that is enough for the least.

    Where there is room nothing is cut: each gets what its content wants, then its usual width, and the
    rest goes to columns without one. Where there is not, those that want little keep it, and the others
    share what is left. Where it is not enough for what each needs at least, all get that, and there is more
    than `available`: the table is scrolled.
    """
    if not wanted:
        return ()
    contents = [max(one.content, one.least) for one in wanted]
    spare = available - sum(contents)
    if spare < 0:
        return _fairly(available, wanted, contents)
    found = list(contents)
    for place, one in enumerate(wanted):
        more = min(spare, max(0, one.usual - found[place]))
        found[place] += more
        spare -= more
    open_ones = [place for place, one in enumerate(wanted) if not one.usual] or [len(wanted) - 1]
    whole = sum(contents[place] for place in open_ones)
    for place in open_ones[:-1]:
        more = round(spare * contents[place] / whole)
        found[place] += more
    found[open_ones[-1]] += available - sum(found)
    return tuple(found)


def _fairly(available: int, wanted: Sequence[WantedWidth], contents: Sequence[int]) -> tuple[int, ...]:
    """Give columns that want less than their share what they want, and divide the rest among the others."""

    def widths(share: int) -> list[int]:
        pairs = zip(wanted, contents, strict=True)
        return [min(content, max(one.least, share * one.parts)) for one, content in pairs]

    share = bisect_right(range(available + 1), available, key=lambda one: sum(widths(one))) - 1
    found = widths(share)
    for place, wider in enumerate(widths(share + 1)):  # what division leaves over
        found[place] += max(0, min(wider - found[place], available - sum(found)))
    return tuple(found)
