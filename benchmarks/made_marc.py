"""Writes made records as ISO 2709: one to two kilobytes each, as libraries send them, with one item."""

import random
from collections.abc import Iterator
from pathlib import Path

from made_catalogue import MadeCatalogue

from kiosk.catalog.search.records import IndexedRecord

_ENDING, _SUBFIELD = "\x1e", "\x1f"


def write_file(path: Path, catalogue: MadeCatalogue, count: int) -> int:
    """Write the first so many records and return the bytes."""
    written = 0
    with path.open("wb") as file:
        for record in catalogue.records(count):
            written += file.write(_serialised(list(_fields(record, catalogue))))
    return written


def _fields(record: IndexedRecord, catalogue: MadeCatalogue) -> Iterator[tuple[str, str]]:
    about, dice = record.description, random.Random(record.id)
    year, language = about.year or 2000, about.language or "eng"
    yield "001", record.control_number or ""
    yield "003", "DE-0000"
    yield "005", "20260101120000.0"
    yield "008", f"260101s{year}    gw            000 0 {language} d"
    for isbn in about.isbns:
        yield "020", _sub("  ", a=isbn)
    yield "040", _sub("  ", a="DE-0000", b="ger", e="rda")
    yield "041", _sub("1 ", a=language)
    yield "082", _sub("04", a=(about.call_number or "")[:3])
    yield "100", _sub("1 ", a=about.authors[0], e="author")
    yield "245", _sub("10", a=about.title, b=about.subtitle or "", c=about.authors[0])
    yield "264", _sub(" 1", a="Lindenau", b="Example & Sons", c=str(year))
    yield "300", _sub("  ", a=f"{dice.randrange(80, 800)} pages", c="21 cm")
    yield "336", _sub("  ", a="text", b="txt", **{"2": "rdacontent"})
    yield "337", _sub("  ", a="unmediated", b="n", **{"2": "rdamedia"})
    yield "338", _sub("  ", a="volume", b="nc", **{"2": "rdacarrier"})
    for note in about.notes:
        yield "500", _sub("  ", a=note)
    words = catalogue.words[language]
    yield "520", _sub("  ", a=" ".join(words.draw(dice) for _ in range(dice.randint(40, 110))).capitalize())
    for subject in about.subjects:
        yield "650", _sub(" 7", a=subject, **{"2": "example"})
    for author in about.authors[1:]:
        yield "700", _sub("1 ", a=author, e="contributor")
    yield "952", _sub("  ", a="MAIN", b="MAIN", o=about.call_number or "", p=f"4{record.id:09}", y="book")


def _sub(indicators: str, **values: str) -> str:
    return indicators + "".join(f"{_SUBFIELD}{code}{text}" for code, text in values.items() if text)


def _serialised(fields: list[tuple[str, str]]) -> bytes:
    directory, data = [], bytearray()
    for tag, text in fields:
        encoded = f"{text}{_ENDING}".encode()
        directory.append(f"{tag}{len(encoded):04}{len(data):05}")
        data += encoded
    base = 24 + 12 * len(fields) + 1
    leader = f"{base + len(data) + 1:05}nam a22{base:05} i 4500"
    return f"{leader}{''.join(directory)}{_ENDING}".encode() + bytes(data) + b"\x1d"
