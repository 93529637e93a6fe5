"""What differs between records, field by field; and two changes of one record merged by choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache

from kiosk.catalog.marc.record import Field, MarcRecord
from kiosk.staff.records.marc_fields import with_new_field
from kiosk.staff.records.marc_text import LEADER

# Of these there is one at most, so that two that were added are two words on one thing.
ONCE = frozenset({
    "001", "003", "005", "008", "010", "018", "036", "038", "040", "042", "043", "044", "045", "066", "100",
    "110", "111", "130", "240", "243", "245", "250", "254", "256", "263", "306", "310", "357", "507", "514",
})  # fmt: skip


class Side(Enum):
    """Whose word stays: what is stored now, or what was changed here."""

    THEIRS = "theirs"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that is not what it was; None where there was or is none. The leader's tag is LDR."""

    tag: str
    before: Field | None
    after: Field | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which two changes of one record do not say the same; ``base`` is what both saw."""

    tag: str
    base: Field | None
    theirs: Field | None
    mine: Field | None
    base_place: int | None = None
    theirs_place: int | None = None

    @property
    def clashes(self) -> bool:
        """Tell whether both changed it, so that somebody must choose."""
        return self.theirs != self.base and self.mine != self.base

    @property
    def plain_choice(self) -> Side | None:
        """Return the side that alone changed it, None where both did."""
        if self.clashes:
            return None
        return Side.MINE if self.theirs == self.base else Side.THEIRS


@lru_cache(maxsize=8)
def changes(before: MarcRecord, after: MarcRecord) -> tuple[Change, ...]:
    """Return what is otherwise, in the order of the tags; the last few answers are remembered."""
    if before == after:
        return ()
    found = []
    if before.leader != after.leader:
        found.append(Change(LEADER, Field(LEADER, before.leader), Field(LEADER, after.leader)))
    follows, added = _follow(before.fields, after.fields)
    for place, field in enumerate(before.fields):
        now = follows[place]
        if now is None or after.fields[now] != field:
            found.append(Change(field.tag, field, None if now is None else after.fields[now]))
    found += [Change(after.fields[place].tag, None, after.fields[place]) for place in added]
    return tuple(sorted(found, key=lambda one: "" if one.tag == LEADER else one.tag))


def differences(base: MarcRecord, theirs: MarcRecord, mine: MarcRecord) -> tuple[Difference, ...]:
    """Return where two changes of one record do not agree, in the order of the tags."""
    found = []
    if theirs.leader != mine.leader:
        was, their_own, my_own = (Field(LEADER, record.leader) for record in (base, theirs, mine))
        found.append(Difference(LEADER, was, their_own, my_own))
    to_theirs, their_added = _follow(base.fields, theirs.fields)
    to_mine, my_added = _follow(base.fields, mine.fields)
    for place, field in enumerate(base.fields):
        at = to_theirs[place]
        their = None if at is None else theirs.fields[at]
        my = None if (now := to_mine[place]) is None else mine.fields[now]
        if their != my:
            found.append(Difference(field.tag, field, their, my, place, at))
    found += _added([(n, theirs.fields[n]) for n in their_added], [mine.fields[n] for n in my_added])
    return tuple(sorted(found, key=lambda one: "" if one.tag == LEADER else one.tag))


def merged(theirs: MarcRecord, found: Sequence[Difference], choices: Sequence[Side]) -> MarcRecord:
    """Return what is stored now, changed where the choice is what was changed here."""
    fields: list[Field | None] = list(theirs.fields)
    leader = theirs.leader
    fresh: list[Field] = []
    for one, side in zip(found, choices, strict=True):
        if side is Side.THEIRS:
            continue
        if one.tag == LEADER:
            leader = one.mine.data if one.mine is not None else leader
        elif one.theirs_place is not None:
            fields[one.theirs_place] = one.mine
        elif one.mine is not None:
            fresh.append(one.mine)
    record = MarcRecord(leader, tuple(field for field in fields if field is not None))
    for field in fresh:
        record = with_new_field(record, field)
    return record


def _added(theirs: list[tuple[int, Field]], mine: list[Field]) -> list[Difference]:
    left = list(mine)
    found = []
    for place, field in theirs:
        if field in left:
            left.remove(field)
            continue
        rival = next((one for one in left if one.tag == field.tag and field.tag in ONCE), None)
        if rival is not None:
            left.remove(rival)
        found.append(Difference(field.tag, None, field, rival, None, place))
    return found + [Difference(field.tag, None, None, field) for field in left]


def _follow(before: Sequence[Field], after: Sequence[Field]) -> tuple[dict[int, int | None], tuple[int, ...]]:
    """Return where each field went, None where it is gone; and the places of those that came."""
    went: dict[int, int | None] = dict.fromkeys(range(len(before)))
    came = set(range(len(after)))
    for start, first, size in _alike(before, after):
        for offset in range(size):
            went[start + offset] = first + offset
            came.discard(first + offset)
    for place, field in enumerate(before):
        # Of what is left, the same field elsewhere is moved, else one of its tag is what it became.
        if went[place] is None:
            same = (n for n in sorted(came) if after[n] == field)
            alike = (n for n in sorted(came) if after[n].tag == field.tag)
            went[place] = next(same, next(alike, None))
            came.discard(went[place] if went[place] is not None else -1)
    return went, tuple(sorted(came))


def _alike(before: Sequence[Field], after: Sequence[Field]) -> Iterator[tuple[int, int, int]]:
    """Yield where fields stay as they are: their place before, their place after, and how many they are.

    What both begin and end with is not looked at closely: of hundreds of fields one is typed in.
    """
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    tail = next((n for n in range(most - head) if before[-1 - n] != after[-1 - n]), most - head)
    yield 0, 0, head
    between = SequenceMatcher(
        None, before[head : len(before) - tail], after[head : len(after) - tail], autojunk=False
    )
    for start, first, size in between.get_matching_blocks():
        yield head + start, head + first, size
    yield len(before) - tail, len(after) - tail, tail
