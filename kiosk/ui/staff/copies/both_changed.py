"""Two changed one copy: in which fields they differ, and what comes of a choice; free of Qt."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from kiosk.model.library import Library
from kiosk.model.money import Money
from kiosk.staff.copies.fields import CopyFields, differing
from kiosk.ui.staff.copies.copy_columns import branch_name, type_name
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which the two differ; ``only_theirs`` where nobody changed it here."""

    name: str
    theirs: object
    mine: object
    only_theirs: bool


def differences(opened: CopyFields, theirs: CopyFields, mine: CopyFields) -> tuple[Differing, ...]:
    """Return the fields to choose in; what was changed here alone needs no choice."""
    return tuple(
        Differing(
            name,
            getattr(theirs, name),
            getattr(mine, name),
            getattr(opened, name) == getattr(mine, name),
        )
        for name in differing(theirs, mine)
        if getattr(theirs, name) != getattr(opened, name)
    )


def chosen(theirs: CopyFields, mine: CopyFields, take_theirs: Collection[str]) -> CopyFields:
    """Return what is typed here with the fields chosen from the others' version."""
    return replace(mine, **{name: getattr(theirs, name) for name in take_theirs})


def shown(name: str, value: object, library: Library, words: Wording) -> str:
    """Return a field's value as people read it; a dash for none."""
    if name == "branch":
        return branch_name(str(value), library, words)
    if name == "item_type":
        return type_name(str(value), library, words)
    if isinstance(value, Money | bool):
        return words.show(value)
    return str(value) if value else "–"
