"""Tags, indicators and subfield codes as they must look, and what becomes of those that do not."""

import re
import unicodedata

from kiosk.catalog.marc.characters import note
from kiosk.catalog.problems import Finding, warning

# Nearly every tag there is, so that nearly every look is into a set.
_NUMERIC_TAGS = frozenset(f"{number:03d}" for number in range(1000))
_TAG = re.compile(r"[0-9A-Za-z]{3}")
_INDICATORS = re.compile(r"[0-9A-Za-z |]{2}")


def is_tag(tag: str, findings: list[Finding]) -> bool:
    """Return whether a field can be kept under this tag; tell of one that cannot."""
    if tag in _NUMERIC_TAGS or _TAG.fullmatch(tag) is not None:
        return True
    note(findings, warning("field.tag", tag=tag[:20]))
    return False


def checked_indicators(found: str, tag: str, findings: list[Finding]) -> str:
    """Return two indicators, blank where what was found is no indicator."""
    if _INDICATORS.fullmatch(found) is not None:
        return found
    if found.strip("# "):
        note(findings, warning("field.indicators", tag=tag))
    kept = [char if _INDICATORS.fullmatch(char * 2) else " " for char in found.ljust(2)[:2]]
    return "".join(kept)


def checked_code(code: str, tag: str, findings: list[Finding]) -> str:
    """Return a subfield code; one that is none becomes its plain letter, or empty where it has none."""
    if len(code) == 1 and "!" <= code <= "~":
        return code
    note(findings, warning("field.subfield_code", tag=tag))
    plain = unicodedata.normalize("NFKD", code)[:1]
    return plain if plain and "!" <= plain <= "~" else ""
