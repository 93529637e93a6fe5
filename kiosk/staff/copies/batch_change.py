"""What is to become of many copies, and what that makes of one: pure, so that a preview is the truth."""

from dataclasses import dataclass, replace

from kiosk.model.item import Condition
from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.model.problem import Problem
from kiosk.staff.copies.fields import CopyFields, problems, tidy


@dataclass(frozen=True, slots=True)
class NewPrefix:
    """Call numbers that begin with ``old`` shall begin with ``new``; an empty ``old`` is set before all."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BatchChange:
    """What shall be changed; None leaves it. An empty ``location`` takes the place off, so no ``price``."""

    branch: str | None = None
    location: str | None = None
    item_type: str | None = None
    prefix: NewPrefix | None = None
    condition: Condition | None = None
    price: Money | None = None
    no_price: bool = False

    def __bool__(self) -> bool:
        return self != BatchChange()

    @property
    def describes(self) -> bool:
        """Whether anything but the state is to be changed."""
        return replace(self, condition=None) != BatchChange()


def changed(fields: CopyFields, change: BatchChange) -> CopyFields:
    """Return what the change makes of one copy's description."""
    values = {
        name: value
        for name in ("branch", "location", "item_type", "price")
        if (value := getattr(change, name)) is not None
    }
    if change.no_price:
        values["price"] = None
    if change.prefix is not None:
        values["call_number"] = prefixed(fields.call_number, change.prefix)
    return tidy(replace(fields, **values))


def prefixed(call_number: str | None, prefix: NewPrefix) -> str | None:
    """Return the call number with its beginning replaced; one that begins otherwise stays as it is.

    A beginning is made of whole words: "FIC" begins "FIC MAN" and not "FICTION".
    """
    number, old, new = (call_number or "").strip(), prefix.old.strip(), prefix.new.strip()
    if not number:
        return call_number
    words, begun = number.split(), old.split()
    if [word.casefold() for word in words[: len(begun)]] != [word.casefold() for word in begun]:
        return call_number
    return " ".join([*new.split(), *words[len(begun) :]]) or None


def wrong_with(change: BatchChange, library: Library) -> dict[str, Problem]:
    """Return what is wrong with the change itself, by field."""
    sample = changed(CopyFields("1", "", ""), change)
    found = problems(sample, library)
    given = {
        name for name in ("branch", "location", "item_type", "price") if getattr(change, name) is not None
    }
    return {name: problem for name, problem in found.items() if name in given}
