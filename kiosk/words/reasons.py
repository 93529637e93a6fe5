"""Turns a decision's reasons into sentences and ways out."""

from kiosk.model.decision import Reason
from kiosk.model.errors import KioskError
from kiosk.words.wording import Wording


def reason_sentence(reason: Reason, words: Wording) -> str:
    """Return what is in the way, in a full sentence."""
    return words(f"reason.{reason.code}", **dict(reason.values))


def way_out(reason: Reason, words: Wording) -> str:
    """Return what the patron can do about it, in a full sentence."""
    return words(f"reason.{reason.code}.way_out", **dict(reason.values))


def error_sentence(error: KioskError, words: Wording) -> str:
    """Return what went wrong and what to do, with the support code."""
    return f"{words(error.key, **error.values)} ({error.code})"
