"""The leader's codes: length, status, type, level, and what else has a fixed list."""

from collections.abc import Iterator

from kiosk.catalog.marc.record import MarcRecord
from kiosk.staff.records.marc_text import LEADER
from kiosk.staff.records.problems.problem import RecordProblem, warned, wrong

_LENGTH = 24
_STATUS = "acdnp"
_TYPES = "acdefgijkmoprt"
_LEVELS = "abcdims"
_CONTROL = " a"
_ENCODING = " 1234578uzIJKLM"
_RULES = " acinu"
_MULTIPART = " abc"
# Position, name of the sentence's key, what is allowed there; only the first three keep from saving.
_CODES = (
    (5, "leader_status", _STATUS),
    (6, "leader_type", _TYPES),
    (7, "leader_level", _LEVELS),
)
_DOUBTFUL = (
    (8, "leader_control", _CONTROL),
    (17, "leader_encoding", _ENCODING),
    (18, "leader_rules", _RULES),
    (19, "leader_multipart", _MULTIPART),
)


def leader_problems(record: MarcRecord) -> Iterator[RecordProblem]:
    """Yield what is wrong with the leader."""
    leader = record.leader
    if len(leader) != _LENGTH:
        yield wrong("leader_length", LEADER, length=str(len(leader)))
        return
    for position, key, allowed in _CODES:
        if leader[position] not in allowed:
            yield wrong(key, LEADER, None, "", position, found=leader[position], allowed=_list(allowed))
    for position, key, allowed in _DOUBTFUL:
        if leader[position] not in allowed:
            yield warned(key, LEADER, None, "", position, found=leader[position], allowed=_list(allowed))


def _list(allowed: str) -> str:
    return " ".join("#" if char == " " else char for char in allowed)
