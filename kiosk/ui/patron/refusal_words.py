"""Tells a patron why not and what to do, with the names of branches, kinds and days filled in."""

from kiosk.model.decision import Reason
from kiosk.model.library import Library
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence, way_out


def why_not(reasons: tuple[Reason, ...], library: Library, words: Wording) -> str:
    """Return all reasons as sentences, the first to deal with first."""
    return " ".join(reason_sentence(named(reason, library, words), words) for reason in reasons)


def what_to_do(reasons: tuple[Reason, ...], library: Library, words: Wording) -> str:
    """Return the one way out: that of the reason to deal with first."""
    return way_out(named(reasons[0], library, words), words) if reasons else ""


def named(reason: Reason, library: Library, words: Wording) -> Reason:
    """Return the reason with what its sentence names: codes become names, days go by the text's names."""
    values = dict(reason.values)
    if "used" in values and "allowed" in values:
        values["group"] = _group(values.get("item_type"), values.get("branch"), library, words)
    branch = library.branch(str(values["branch"])) if values.get("branch") else None
    if branch is not None:
        values["branch"] = branch.name
    for told, known in (("expired_on", "expires_on"), ("renewable_from", "from")):
        values.setdefault(told, values.get(known))
    return Reason(reason.code, tuple(values.items()))


def _group(item_type: object, branch_code: object, library: Library, words: Wording) -> str:
    """Name what a limit counts, such as "Film (DVD, Blu-ray), West Branch"."""
    kind = next((words.name(one.name) for one in library.item_types if one.code == item_type), None)
    shown = kind or (str(item_type) if item_type else words("borrow.group.all"))
    branch = library.branch(str(branch_code)) if branch_code else None
    if branch is None:
        return shown
    return words("borrow.group.at", kind=shown, branch=branch.name)
