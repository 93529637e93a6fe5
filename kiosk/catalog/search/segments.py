"""How many records go into one commit of a new index, so that its parts merge into very few.

The index library merges eight parts of about one size into one, and eight of those again. Records
committed in shares of equal size therefore end as one part, or at most four; counts over one part
are exact and quick, and a search opens one dictionary instead of many.

Beside an import that is not worth its price: to merge a record takes as long as to index it, the last
merge begins when nothing is left to do beside it, and the headings guessed by then make the nightly job
build the index once more. So parts are as large as memory bears there and are not merged at all up to
a million records, which are found in seven of them until the night.
"""

_MERGED_AT_ONCE = 8
# Parts below this size are all alike to the library, which would merge them with others too early.
_SMALLEST = 10_000
# A share that stays well within a hundred megabytes.
_LARGEST = 20_000
# The same, of some 1.4 kB a record, in the process that stands beside an import.
_LARGEST_BESIDE = 150_000


def records_per_commit(records: int, *, growing: bool = False) -> int:
    """Return after how many records to commit, of so many in all, in a catalogue that is growing or not."""
    if growing:
        return -(-records // -(-max(1, records) // _LARGEST_BESIDE)) or 1
    shares = 1
    while records // (shares * _MERGED_AT_ONCE) >= _SMALLEST:
        shares *= _MERGED_AT_ONCE
    trees = -(-records // (shares * _LARGEST))
    return max(1, -(-records // (shares * max(1, trees))))
