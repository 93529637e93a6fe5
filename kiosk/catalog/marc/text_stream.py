"""Bytes of XML, JSON or CSV as text, block by block, in the encoding that the file shows or declares."""

import codecs
import re
from collections.abc import Iterator
from typing import IO

_BLOCK = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x00{", "utf-16-be"),
    (b"[\x00", "utf-16-le"),
    (b"\x00[", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


def shown_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte order mark, the first character or an XML declaration shows."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    found = _DECLARED.match(head.lstrip())
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


def text_blocks(stream: IO[bytes], encoding: str) -> Iterator[str]:
    """Yield the stream as text; bytes that are none in this encoding become U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while block := stream.read(_BLOCK):
        text = decoder.decode(block)
        if text:
            yield text
    rest = decoder.decode(b"", True)
    if rest:
        yield rest
