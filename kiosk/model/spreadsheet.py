"""Texts in a table that a spreadsheet opens: none is run as a formula, and each is read back as it was."""

import re

# What begins a formula, also where a wide form is taken for it; before it a spreadsheet passes over the rest.
_FORMULA = r"""[ '"]*[=+\-@＝＋－＠]"""
_AT_FIRST = r"""[ '"]*[=+\-@＝＋－＠\t\r\n]"""
# Some spreadsheets part cells at these wherever they stand, so a formula may begin behind each.
_APART = r"(?<=[;\t\r\n])"
_BARE = re.compile(rf"\A(?={_AT_FIRST})|{_APART}(?={_FORMULA})")
_DISARMED = re.compile(rf"\A'(?={_AT_FIRST})|{_APART}'(?={_FORMULA})")


def disarmed(text: str) -> str:
    """Return the text with an apostrophe before whatever a spreadsheet would run."""
    return _BARE.sub("'", text)


def armed(text: str) -> str:
    """Return the text that was disarmed so; any other stays as it is."""
    return _DISARMED.sub("", text)
