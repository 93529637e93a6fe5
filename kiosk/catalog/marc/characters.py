"""Texts as they may be stored: in NFC, without characters that no serialisation can carry."""

import re
import unicodedata

from kiosk.catalog.problems import Finding, warning

_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNCLEAN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")

# Authority, holdings, classification and community records use leader/07 otherwise or not at all.
_WITHOUT_LEVEL = "zuvxywq"

CONTROL_CHARACTERS = warning("characters.control")


def clean(text: str, findings: list[Finding]) -> str:
    """Return the text in NFC, line breaks as spaces, other control characters left out and told."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _UNCLEAN.search(text) is None:
        return text
    text = _BREAKS.sub(" ", text)
    without = _SURROGATE.sub("\ufffd", _FORBIDDEN.sub("", text))
    if without != text:
        note(findings, CONTROL_CHARACTERS)
    return unicodedata.normalize("NFC", without)


def note(findings: list[Finding], finding: Finding) -> None:
    """Add a finding unless the same is there already: one record, one word on one matter."""
    if finding not in findings:
        findings.append(finding)


def clean_leader(text: str, findings: list[Finding]) -> str:
    """Return a leader of 24 characters: lengths zeroed, blanks made blank, type and level filled in."""
    padded = text.ljust(24)[:24]
    if len(text) != 24:
        note(findings, warning("leader.length", length=len(text)))
    coded = padded[5:10] + padded[17:20]
    mended = "".join([char if " " < char < "\x7f" and char != "#" else " " for char in coded])
    if mended != coded:
        note(findings, warning("leader.characters"))
    kind, level = mended[1], mended[2]
    if kind == " " or (level == " " and kind not in _WITHOUT_LEVEL):
        note(findings, warning("leader.blank"))
    status = mended[0] if mended[0] != " " else "n"
    kind = kind if kind != " " else "a"
    level = level if level != " " else "m"
    return f"00000{status}{kind}{level}{mended[3]}a2200000{mended[5:]}4500"
