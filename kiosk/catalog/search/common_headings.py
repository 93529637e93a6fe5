"""The headings that most records have, numbered by how many do.

Of ten thousand hits nearly every heading that is shown is one of the commonest, and to add up a few
thousand small numbers is far quicker than a hundred thousand large ones. It is as true, too: no heading
outside the list can be among more records than it has in all, and the list knows that number. Where
the last heading shown does not reach it, all are counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import tantivy

from kiosk.catalog.search.headings import code_of, heading_code
from kiosk.catalog.search.records import ChangeSource, Growing

KINDS = ("subject", "author")
LATE = "late"
"""The one term of documents that were written after the list was made."""

# So many of each kind: their counts stay within a processor's nearest memory.
_MOST = 8_192
# In a smaller index all headings are counted at once.
_WORTH = 100_000
# Of a catalogue that is being filled, this share tells what will be common, and no less than enough.
_SAMPLE, _ENOUGH = 16, 20_000
# One record in so many written since is the last that a list bears well.
_WEARS_OUT = 10
_FILE = "headings.msgpack"
_SHARES = tuple(f"{number:02x}" for number in range(256))


class CommonHeadings(msgspec.Struct, frozen=True):
    """The numbers of one kind's commonest headings, the commonest first, and what others can have.

    ``records`` tells how many had each heading of the list when the index was built, and ``others`` the
    most that had any other one; both may be a little too high, never too low. A ``guessed`` list was
    chosen when only a share of the records was there.
    """

    codes: list[int]
    records: list[int] = []
    others: int = 0
    guessed: bool = False

    def most(self, count: int) -> list[int]:
        """Return the numbers of those that most records had, most first."""
        known = sorted(zip(self.records, self.codes, strict=True), reverse=True)
        return [code for _, code in known[:count]]

    def had(self, place: int) -> int:
        """Return how many records had the heading that came so far down, 0 behind the last."""
        known = sorted(self.records, reverse=True)
        return known[place] if place < len(known) else 0


Common = Mapping[str, CommonHeadings]


@dataclass(frozen=True, slots=True)
class Ranks:
    """The place of each common heading in its list, and whether what is written is late."""

    places: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    late: bool = False

    @classmethod
    def of(cls, common: Common, *, late: bool = False) -> "Ranks":
        """Number the headings of the lists."""
        return cls(
            {kind: {code: place for place, code in enumerate(one.codes)} for kind, one in common.items()},
            late,
        )

    def of_headings(self, kind: str, codes: Sequence[int]) -> list[int]:
        """Return the places of those that are common."""
        places = self.places.get(kind)
        return [places[code] for code in codes if code in places] if places else []


def to_wait_for(source: ChangeSource, growing: Growing | None, coming: int) -> int:
    """Return how many records are read before the headings can be chosen, 0 where they can be now.

    Of a catalogue that is being filled a share must be there.
    """
    sample = max(coming // _SAMPLE, _ENOUGH)
    there = source.count()
    return sample if growing is not None and there + coming >= _WORTH and there < sample else 0


def chosen(source: ChangeSource, growing: Growing | None, coming: int) -> Common:
    """Choose the headings of an index from what is there now; none for a small one."""
    if source.count() + coming < _WORTH:
        return {}
    guessed = growing is not None
    return {kind: CommonHeadings(_distinct(source.commonest(kind, _MOST)), guessed=guessed) for kind in KINDS}


def worn(common: Common, searcher: tantivy.Searcher) -> bool:
    """Tell whether another list would serve better: it was guessed, or a tenth has been written since."""
    if any(one.guessed for one in common.values()):
        return True
    late = searcher.doc_freq("late", LATE) if common else 0
    return bool(late * _WEARS_OUT > searcher.num_docs)


def store(generation: Path, searcher: tantivy.Searcher, common: Common) -> None:
    """Work out what headings outside the lists can have, and store all that for searches and refreshes."""
    known = {kind: _counted(searcher, f"{kind}_heading", one) for kind, one in common.items()}
    (generation / _FILE).write_bytes(msgspec.msgpack.encode(known))


def read(generation: Path) -> Common:
    """Return what was stored. Raises ValueError where the file is damaged, OSError where it is gone."""
    try:
        return msgspec.msgpack.decode((generation / _FILE).read_bytes(), type=dict[str, CommonHeadings])
    except msgspec.MsgspecError as trouble:
        raise ValueError(f"corrupt {_FILE}: {trouble}") from trouble


def _counted(searcher: tantivy.Searcher, name: str, common: CommonHeadings) -> CommonHeadings:
    listed, others = dict.fromkeys(common.codes, 0), 0
    for counts in _shares(searcher, name):
        for code, records in counts.items():
            if code in listed:
                listed[code] = records
            else:
                others = max(others, records)
    return CommonHeadings(common.codes, list(listed.values()), others, common.guessed)


def _shares(searcher: tantivy.Searcher, name: str) -> Iterator[Mapping[int, int]]:
    """Yield the records of every heading, at most; a share of the headings at a time."""
    for digits in _SHARES:
        counts: Counter[int] = Counter()
        for term, records in searcher.terms_with_prefix(name, digits):
            counts[code_of(term)] += records
        yield counts


def _distinct(headings: Sequence[str]) -> list[int]:
    return list(dict.fromkeys(heading_code(text) for text in headings))
