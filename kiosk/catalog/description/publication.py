"""Who published it, where, how much of it there is, where it is online, what its class mark is."""

import re

from kiosk.catalog.description.fields import Fields, trimmed
from kiosk.catalog.marc.record import Field

_ENDS = " ,:;/[]=+&"
_UNKNOWN = re.compile(
    r"^(?:s\. ?[ln]\.?|place of publication not identified|publisher not identified|o\. ?o\.?)$", re.I
)
_CALL_NUMBERS = (("099", "a"), ("092", "ab"), ("090", "ab"), ("082", "a"), ("084", "a"), ("050", "ab"))
_WEB = ("http://", "https://")
_LONGEST_URL = 2000


def imprint_of(fields: Fields, linked: Fields) -> tuple[str | None, str | None]:
    """Return publisher and place, from the statement of publication if there is one."""
    statements = [
        *[field for field in fields.get("264", ()) if field.indicators[1] == "1"],
        *fields.get("260", ()),
        *fields.get("264", ()),
        *linked.get("264", ()),
        *linked.get("260", ()),
    ]
    return _first(statements, "b"), _first(statements, "a")


def _first(statements: list[Field], code: str) -> str | None:
    for field in statements:
        text = trimmed(field.first(code), _ENDS)
        if text and not _UNKNOWN.match(text):
            return text
    return None


def extent_of(fields: Fields) -> str | None:
    """Return how many pages, discs or parts it has."""
    for field in fields.get("300", ()):
        text = " ".join([value.strip() for value in field.every("a")]).strip(" :;+,")
        if text:
            return text
    return None


def online_of(fields: Fields) -> str | None:
    """Return the web address of the title itself; links to related things are left out."""
    for field in fields.get("856", ()):
        if field.indicators[1] != "2":
            for address in field.every("u"):
                bare = address.strip()
                if bare.casefold().startswith(_WEB) and len(bare) <= _LONGEST_URL and " " not in bare:
                    return bare
    return None


def call_number_of(fields: Fields) -> str | None:
    """Return the shelf address that the record itself has, local ones before class marks."""
    for tag, codes in _CALL_NUMBERS:
        for field in fields.get(tag, ()):
            parts = field.every(codes)[: len(codes)] if tag != "099" else field.every("a")
            text = " ".join([part.strip() for part in parts if part.strip()]).replace("/", "").strip()
            if text:
                return text
    return None
