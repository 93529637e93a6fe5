"""Cuts a stream of text into its <record> elements without parsing what stands around them.

Declarations of entities never reach a parser, so nothing can be expanded; a record that is not
well-formed ends at the next one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.catalog.marc.framing import MAX_RECORD

_NAME = r"(?:[\w.\-]{1,40}:)?record"
_TOKEN = re.compile(
    rf"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|(?P<void><{_NAME}\s*/>)"
    rf"|(?P<open><{_NAME}(?=[\s>]))|(?P<close></{_NAME}\s*>)"
)
_CONTENT = re.compile(r"<(?:[\w.\-]{1,40}:)?(?:leader|controlfield|datafield)[\s/>]")
# A token may be cut in two by the end of a block.
_MARGIN = 128
_LONGEST_COMMENT = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Element:
    """The text of a record; ``closed`` is false where its end is missing, empty where it was too large."""

    text: str
    closed: bool


def elements(blocks: Iterable[str]) -> Iterator[Element]:
    """Yield every record element; wrappers of the same name (OAI-PMH, SRU) are looked through."""
    return _Cutter(iter(blocks)).elements()


class _Cutter:
    def __init__(self, blocks: Iterator[str]) -> None:
        self._blocks = blocks
        self._text = ""
        self._position = 0
        self._start: int | None = None
        self._ended = False
        self._overflowed = False

    def elements(self) -> Iterator[Element]:
        while (token := self._token()) is not None:
            self._position = token.end()
            if self._overflowed:
                self._overflowed = False
                yield Element("", closed=False)
            if token.lastgroup in ("comment", "cdata"):
                self._skip("-->" if token.lastgroup == "comment" else "]]>")
            elif token.lastgroup == "close":
                yield from self._closed(token)
            else:
                yield from self._unclosed(token.start())
                self._start = token.start() if token.lastgroup == "open" else None
                if token.lastgroup == "void":
                    yield Element(token[0], closed=True)
        if self._overflowed:
            yield Element("", closed=False)
        yield from self._unclosed(len(self._text))

    def _closed(self, token: re.Match[str]) -> Iterator[Element]:
        if self._start is None:
            return
        text = self._text[self._start : token.end()]
        self._start = None
        # A deleted OAI-PMH record is a header without a MARC record.
        if _CONTENT.search(text) or "header" not in text[:2000]:
            yield Element(text, closed=True)

    def _unclosed(self, end: int) -> Iterator[Element]:
        if self._start is not None and _CONTENT.search(self._text, self._start, end):
            yield Element(self._text[self._start : end], closed=False)

    def _token(self) -> re.Match[str] | None:
        while True:
            found = _TOKEN.search(self._text, self._position)
            if self._ended or (found is not None and found.end() < len(self._text)):
                return found
            if found is None:
                self._position = max(self._position, len(self._text) - _MARGIN)
            self._read_on()

    def _skip(self, closing: str) -> None:
        while True:
            end = self._text.find(closing, self._position)
            if end >= 0:
                self._position = end + len(closing)
                return
            if self._ended or len(self._text) - self._position > _LONGEST_COMMENT:
                return
            self._read_on()

    def _read_on(self) -> None:
        block = next(self._blocks, None)
        if block is None:
            self._ended = True
            return
        if self._start is not None and len(self._text) - self._start > MAX_RECORD:
            self._start = None
            self._overflowed = True
        keep = self._position if self._start is None else self._start
        self._text = self._text[keep:] + block
        self._position -= keep
        self._start = None if self._start is None else 0
