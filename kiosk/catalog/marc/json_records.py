"""MARC-in-JSON: records cut out of a stream, and one record from and to its JSON form."""

import json
import re
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring

from kiosk.catalog.marc.characters import clean, clean_leader, note
from kiosk.catalog.marc.framing import MAX_RECORD
from kiosk.catalog.marc.parts import checked_code, checked_indicators, is_tag
from kiosk.catalog.marc.record import DEFAULT_LEADER, Field, MarcRecord
from kiosk.catalog.problems import Finding, error, warning

_RECORD_START = re.compile(r"\{\s*\"?(?:leader|fields)\"?\s*:")
_DECODER = json.JSONDecoder(strict=False)
# A parser that fails this near to the end of what was read so far may only want more.
_NEAR = 512


def json_objects(blocks: Iterable[str]) -> Iterator[dict[str, object] | None]:
    """Yield every object of an array or of lines, None for one that is not JSON; memory is bounded."""
    return _Objects(iter(blocks)).objects()


class _Objects:
    def __init__(self, blocks: Iterator[str]) -> None:
        self._blocks = blocks
        self._text = ""
        self._ended = False

    def objects(self) -> Iterator[dict[str, object] | None]:
        while True:
            start = self._text.find("{")
            if start < 0:
                self._text = ""
                if not self._read_on():
                    return
                continue
            self._text = self._text[start:]
            yield from self._objects_held()

    def _objects_held(self) -> Iterator[dict[str, object] | None]:
        """Yield the objects that are whole in the text held; leave the rest there."""
        position = 0
        while (start := self._text.find("{", position)) >= 0:
            try:
                found, position = _DECODER.raw_decode(self._text, start)
            except (json.JSONDecodeError, RecursionError) as trouble:
                self._text = self._text[start:]
                position = 0
                if not self._may_be_cut(trouble, start) or not self._read_on():
                    yield None
                    self._resynchronise()
            else:
                yield found if isinstance(found, dict) else None
        self._text = ""

    def _may_be_cut(self, trouble: Exception, start: int) -> bool:
        if self._ended or len(self._text) > MAX_RECORD or not isinstance(trouble, json.JSONDecodeError):
            return False
        at = trouble.pos - start
        return at > len(self._text) - _NEAR or trouble.msg.startswith("Unterminated string")

    def _resynchronise(self) -> None:
        """Drop what is broken, up to the next thing that begins as a record does."""
        position = 1
        while (found := _RECORD_START.search(self._text, position)) is None:
            position = 0
            self._text = self._text[-_NEAR:]
            if not self._read_on():
                self._text = ""
                return
        self._text = self._text[found.start() :]

    def _read_on(self) -> bool:
        block = next(self._blocks, None)
        self._ended = block is None
        self._text += block or ""
        return block is not None


def from_json(found: dict[str, object], findings: list[Finding]) -> MarcRecord | None:
    """Return the record that a JSON object holds, or None where an error among the findings says why."""
    listed = found.get("fields")
    if not isinstance(listed, list):
        findings.append(error("record.json_shape"))
        return None
    fields = []
    for entry in listed:
        pairs = entry.items() if isinstance(entry, dict) else ()
        if not pairs:
            note(findings, warning("field.shape"))
        for tag, value in pairs:
            field = _field(str(tag), value, findings)
            if field is not None:
                fields.append(field)
    if not fields:
        findings.append(error("record.empty"))
        return None
    leader = found.get("leader")
    if not isinstance(leader, str):
        note(findings, warning("leader.missing"))
        leader = DEFAULT_LEADER
    return MarcRecord(clean_leader(leader, findings), tuple(fields))


def _field(tag: str, value: object, findings: list[Finding]) -> Field | None:
    if not is_tag(tag, findings):
        return None
    if isinstance(value, str) and (tag < "010" or not tag.isdigit()):
        data = clean(value, findings)
        return Field(tag, data) if data else None
    listed = value.get("subfields") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(listed, list):
        note(findings, warning("field.shape"))
        return None
    found = str(value.get("ind1") or " ")[:1] + str(value.get("ind2") or " ")[:1]
    subfields = tuple(_subfields(tag, listed, findings))
    return Field(tag, "", checked_indicators(found, tag, findings), subfields) if subfields else None


def _subfields(tag: str, listed: list[object], findings: list[Finding]) -> Iterator[tuple[str, str]]:
    for entry in listed:
        if not isinstance(entry, dict):
            note(findings, warning("field.shape"))
            continue
        for code, text in entry.items():
            checked = checked_code(code, tag, findings)
            if not isinstance(text, str):
                note(findings, warning("field.shape"))
            elif checked:
                yield checked, clean(text, findings)


def to_json(record: MarcRecord) -> str:
    """Return the record in its JSON form, compact, on one line."""
    return assembled(record.leader, entries(record))


def entries(record: MarcRecord) -> list[str]:
    """Return the JSON form of each field."""
    return [_entry(field) for field in record.fields]


def assembled(leader: str, fields: list[str]) -> str:
    """Return a record's JSON form from those of its fields."""
    return f'{{"leader":{encode_basestring(leader)},"fields":[{",".join(fields)}]}}'


def read_back(text: str) -> MarcRecord:
    """Return the record whose JSON form was written by ``to_json``."""
    found = json.loads(text)
    fields = []
    for entry in found["fields"]:
        for tag, value in entry.items():
            if isinstance(value, str):
                fields.append(Field(tag, value))
            else:
                subfields = tuple([pair for one in value["subfields"] for pair in one.items()])
                fields.append(Field(tag, "", value["ind1"] + value["ind2"], subfields))
    return MarcRecord(found["leader"], tuple(fields))


def _entry(field: Field) -> str:
    # By hand: a record has hundreds of values, and building objects for an encoder takes twice as long.
    tag, data, indicators, subfields = field
    if not indicators:
        return f'{{"{tag}":{encode_basestring(data)}}}'
    inner = ",".join([f"{{{encode_basestring(code)}:{encode_basestring(text)}}}" for code, text in subfields])
    return f'{{"{tag}":{{"ind1":"{indicators[0]}","ind2":"{indicators[1]}","subfields":[{inner}]}}}}'
