"""Drop-downs of what the library's configuration knows, which stay true while that is changed elsewhere."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.words import Wording

BRANCHES, CATEGORIES, ITEM_TYPES = "branches", "patron_categories", "item_types"
BoxT = TypeVar("BoxT", bound=QComboBox)


def follows(box: BoxT, what: str) -> BoxT:
    """Have a drop-down of codes follow the branches, categories or item types; return it."""
    box.setProperty("follows", what)
    return box


def follow_library(below: QWidget, library: Library, words: Wording) -> None:
    """Name and add what is new in all such drop-downs; what was chosen stays, also where it is gone now."""
    for box in below.findChildren(QComboBox):
        if what := box.property("follows"):
            with QSignalBlocker(box):
                _follow(box, _known(library, str(what)), words)


def _follow(box: QComboBox, known: Sequence[Branch | PatronCategory | ItemType], words: Wording) -> None:
    chosen = box.currentData()
    for one in known:
        place = box.findData(one.code)
        named = words.name(one.name) or one.code
        if place < 0:
            box.addItem(named, one.code)
        else:
            box.setItemText(place, named)
    codes = {one.code for one in known}
    for place in reversed(range(box.count())):
        code = box.itemData(place)
        if code and code not in codes and code != chosen:
            box.removeItem(place)


def _known(library: Library, what: str) -> Sequence[Branch | PatronCategory | ItemType]:
    match what:
        case "branches":
            return library.branches
        case "patron_categories":
            return library.patron_categories
        case _:
            return library.item_types
