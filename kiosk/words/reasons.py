"""Turns a decision's reasons, and errors, into sentences and ways out."""

from datetime import datetime

from kiosk.model.decision import Reason
from kiosk.model.errors import KioskError
from kiosk.model.library import Library
from kiosk.words.wording import Wording

# Drivers and files tell the same thing under several names; sentences use the second.
_SAID_AS = (
    ("detail", "problem"),
    ("path", "folder"),
    ("path", "file"),
    ("expected", "known"),
    ("value", "text"),
)


def reason_sentence(reason: Reason, words: Wording, library: Library | None = None, to: str = "") -> str:
    """Return what is in the way, in a full sentence; the library gives codes their names.

    With ``to``, as ``"staff.desk."``, it is what is said to them, where they are told something else.
    """
    return _said(_key(f"reason.{reason.code}", words, to), reason, words, library)


def way_out(reason: Reason, words: Wording, library: Library | None = None, to: str = "") -> str:
    """Return what the patron, or whoever it is said ``to``, can do about it, in a full sentence."""
    return _said(_key(f"reason.{reason.code}.way_out", words, to), reason, words, library)


def why_not(reasons: tuple[Reason, ...], words: Wording, library: Library | None = None) -> str:
    """Return all reasons as sentences, the first to deal with first."""
    return " ".join(reason_sentence(reason, words, library) for reason in reasons)


def what_to_do(reasons: tuple[Reason, ...], words: Wording, library: Library | None = None) -> str:
    """Return the one way out: that of the reason to deal with first; empty without a reason."""
    return way_out(reasons[0], words, library) if reasons else ""


def error_sentence(error: KioskError, words: Wording) -> str:
    """Return what went wrong and what to do, with the support code."""
    values = dict(error.values)
    for given, said in _SAID_AS:
        if given in values:
            values.setdefault(said, values[given])
    return f"{words(error.key, **values)} ({error.code})"


def _key(key: str, words: Wording, to: str) -> str:
    return f"{to}{key}" if to and f"{to}{key}" in words.catalogue else key


def _said(key: str, reason: Reason, words: Wording, library: Library | None) -> str:
    """Return the key's sentence, or the one without a date where the date it would name is not known."""
    values = _named(reason, words, library)
    undated = f"{key}.undated"
    if undated in words.catalogue and values.get("until", values.get("from")) is None:
        key = undated
    text = " ".join(words(key, **values).split())
    return text.replace(" ,", ",").replace(": ,", ":")


def _named(reason: Reason, words: Wording, library: Library | None) -> dict[str, object]:
    """Return what fills the sentence: branches and kinds by their names, a wait by the clock."""
    values = dict(reason.values)
    until = values.get("until")
    if isinstance(until, datetime):
        values["until"] = words.clock(until)
    if "used" in values and "allowed" in values:
        values["group"] = _group(values.get("item_type"), values.get("branch"), words, library)
    branch = library.branch(str(values["branch"])) if library and values.get("branch") else None
    if branch is not None:
        values["branch"] = branch.name
    return values


def _group(item_type: object, branch_code: object, words: Wording, library: Library | None) -> str:
    """Name what a limit counts, such as "Film (DVD, Blu-ray), West Branch"."""
    types = library.item_types if library else ()
    kind = next((words.name(one.name) for one in types if one.code == item_type), None)
    shown = kind or (str(item_type) if item_type else words("limit.group.all"))
    branch = library.branch(str(branch_code)) if library and branch_code else None
    if branch is None:
        return f"{shown}, {branch_code}" if branch_code else shown
    return words("limit.group.at", kind=shown, branch=branch.name)
