"""MARC records as bytes: ISO 2709, MARCXML, MARC-in-JSON."""

from xml.sax.saxutils import escape, quoteattr

from kiosk.catalog.marc.record import Field, MarcRecord

_LONGEST_RECORD = 99_999
_LONGEST_FIELD = 9_999
XML_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
XML_END = "</collection>\n"


def to_iso2709(record: MarcRecord) -> bytes | None:
    """Return the record in ISO 2709, UTF-8, or None if it is too long for the format's digits."""
    directory: list[bytes] = []
    data: list[bytes] = []
    offset = 0
    for field in record.fields:
        body = _field(field).encode("utf-8", "replace") + b"\x1e"
        if len(body) > _LONGEST_FIELD:
            return None
        directory.append(b"%s%04d%05d" % (field.tag.encode("ascii"), len(body), offset))
        data.append(body)
        offset += len(body)
    base = 24 + 12 * len(directory) + 1
    length = base + offset + 1
    if length > _LONGEST_RECORD:
        return None
    leader = f"{length:05d}{record.leader[5:9]}a22{base:05d}{record.leader[17:20]}4500"
    return leader.encode("ascii", "replace") + b"".join(directory) + b"\x1e" + b"".join(data) + b"\x1d"


def _field(field: Field) -> str:
    if field.is_control:
        return field.data
    return field.indicators + "".join([f"\x1f{code}{value}" for code, value in field.subfields])


def to_xml(record: MarcRecord) -> str:
    """Return the record as a MARCXML element without a declaration."""
    lines = ["<record>", f"<leader>{escape(record.leader)}</leader>"]
    for field in record.fields:
        tag = quoteattr(field.tag)
        if field.is_control:
            lines.append(f"<controlfield tag={tag}>{escape(field.data)}</controlfield>")
            continue
        first, second = quoteattr(field.indicators[0]), quoteattr(field.indicators[1])
        lines.append(f"<datafield tag={tag} ind1={first} ind2={second}>")
        for code, value in field.subfields:
            lines.append(f"<subfield code={quoteattr(code)}>{escape(value)}</subfield>")
        lines.append("</datafield>")
    lines.append("</record>\n")
    return "\n".join(lines)
