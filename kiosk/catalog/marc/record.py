"""A MARC record as plain tuples, light enough for hundreds of thousands in one import."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

DEFAULT_LEADER = "00000nam a2200000   4500"


class Field(NamedTuple):
    """A field: a control field has ``data`` and no indicators, a data field two indicators and subfields."""

    tag: str
    data: str
    indicators: str = ""
    subfields: tuple[tuple[str, str], ...] = ()

    @property
    def is_control(self) -> bool:
        """Return whether this field has neither indicators nor subfields."""
        return not self.indicators

    def first(self, code: str) -> str:
        """Return the first subfield of that code, or an empty text."""
        for found, value in self.subfields:
            if found == code:
                return value
        return ""

    def every(self, codes: str) -> list[str]:
        """Return all subfields whose code is among the letters, in the order of the record."""
        return [value for code, value in self.subfields if code in codes]


def control(tag: str, data: str) -> Field:
    """Make a control field."""
    return Field(tag, data)


def data_field(tag: str, indicators: str, *subfields: tuple[str, str]) -> Field:
    """Make a data field."""
    return Field(tag, "", indicators, subfields)


class RecordKind(StrEnum):
    """What a MARC record describes, by leader/06; only the first kind belongs in a catalogue."""

    BIBLIOGRAPHIC = "bibliographic"
    AUTHORITY = "authority"
    HOLDINGS = "holdings"
    CLASSIFICATION = "classification"
    COMMUNITY = "community"
    UNIMARC = "unimarc"


_KINDS = {
    "z": RecordKind.AUTHORITY,
    "u": RecordKind.HOLDINGS,
    "v": RecordKind.HOLDINGS,
    "x": RecordKind.HOLDINGS,
    "y": RecordKind.HOLDINGS,
    "w": RecordKind.CLASSIFICATION,
    "q": RecordKind.COMMUNITY,
}


@dataclass(frozen=True, slots=True)
class MarcRecord:
    """Leader and fields in the order in which they stood; texts in NFC without control characters."""

    leader: str
    fields: tuple[Field, ...]

    def get(self, tag: str) -> Field | None:
        """Return the first field of that tag, or None."""
        for field in self.fields:
            if field.tag == tag:
                return field
        return None

    def all(self, *tags: str) -> list[Field]:
        """Return all fields of those tags, in the order of the record."""
        return [field for field in self.fields if field.tag in tags]

    def data(self, tag: str) -> str:
        """Return the trimmed content of a control field, or an empty text."""
        field = self.get(tag)
        return field.data.strip() if field else ""

    @property
    def control_number(self) -> str | None:
        """Return what 001 holds, or None."""
        return self.data("001") or None

    @property
    def agency(self) -> str | None:
        """Return what 003 holds, or None."""
        return self.data("003") or None

    @property
    def kind(self) -> RecordKind:
        """Return what the record describes; UNIMARC is told by its title field and coded date."""
        found = _KINDS.get(self.leader[6])
        if found is not None:
            return found
        return RecordKind.UNIMARC if self._is_unimarc() else RecordKind.BIBLIOGRAPHIC

    def _is_unimarc(self) -> bool:
        tags = {field.tag for field in self.fields}
        if "245" in tags or not ("200" in tags or "801" in tags):
            return False
        coded = self.get("100")
        return coded is not None and coded.first("a")[:8].isdigit()

    def having(self, fields: Iterable[Field]) -> "MarcRecord":
        """Return the record with other fields."""
        return MarcRecord(self.leader, tuple(fields))
