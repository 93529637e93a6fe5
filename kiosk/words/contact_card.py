"""Writes how a library is reached as one card that a phone's camera adds to its contacts."""

from collections.abc import Iterator

from kiosk.model.library import Branch, Channel, Library
from kiosk.words.contact_link import link_of
from kiosk.words.reaching import ways_of
from kiosk.words.wording import Wording

# Bytes: a code of them, 24 mm wide, still has squares of 0.3 mm, which a phone reads from thermal paper.
ROOM = 330
_END = "END:VCARD"


def contact_card(library: Library, code: str, words: Wording) -> str:
    """Return a vCard of name, ways and address, empty without a way; what has no room is left out."""
    ways = ways_of(library, code)
    if not ways:
        return ""
    name = _escaped(words.name(library.name))
    card = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}", f"ORG:{name}"]
    for line in _lines(ways, library.branch(code)):
        if _size([*card, line, _END]) <= ROOM:
            card.append(line)
    return "\n".join([*card, _END]) if _size([*card, _END]) <= ROOM else ""


def _lines(ways: tuple[Channel, ...], branch: Branch | None) -> Iterator[str]:
    for way in ways:
        link = link_of(way.kind, way.value)
        if way.kind == "phone":
            if number := link.removeprefix("tel:"):
                yield f"TEL:{number}"
        elif way.kind == "email":
            yield f"EMAIL:{_escaped(link.removeprefix('mailto:'))}"
        else:
            yield f"URL:{_escaped(link)}"
    if branch is not None and branch.address:
        yield f"ADR:;;{_escaped(branch.address)};;;;"


def _escaped(text: str) -> str:
    """Return a text in which nothing ends the field or the line."""
    plain = " ".join(text.split())
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def _size(lines: list[str]) -> int:
    return len("\n".join(lines).encode())
