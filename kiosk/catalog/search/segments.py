"""How many records go into one commit of a new index, so that its parts merge into very few.

The index library merges eight parts of about one size into one, and eight of those again. Records
committed in shares of equal size therefore end as one part, or at most four; counts over one part
are exact and quick, and a search opens one dictionary instead of many.
"""

_MERGED_AT_ONCE = 8
# Parts below this size are all alike to the library, which would merge them with others too early.
_SMALLEST = 10_000
# A share that stays well within the memory that a writer is given.
_LARGEST = 20_000


def records_per_commit(records: int) -> int:
    """Return after how many records to commit, of so many in all."""
    shares = 1
    while records // (shares * _MERGED_AT_ONCE) >= _SMALLEST:
        shares *= _MERGED_AT_ONCE
    trees = -(-records // (shares * _LARGEST))
    return max(1, -(-records // (shares * max(1, trees))))
