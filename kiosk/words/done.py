"""What staff did and to what, in words: the audit trail keeps codes, which nobody should have to read."""

from kiosk.words.wording import Wording


def act_name(act: str, words: Wording) -> str:
    """Return an act of the audit trail in words; one of another version of the program as its code."""
    key = f"staff.done.{act}"
    return words(key) if key in words.catalogue else act


def thing_name(subject: str | None, number: int | None, words: Wording) -> str:
    """Return what an act was done to, with its number where it has one."""
    if subject is None:
        return ""
    key = f"staff.thing.{subject}"
    named = words(key) if key in words.catalogue else subject
    return named if number is None else f"{named} {number}"
