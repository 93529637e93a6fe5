"""Deletes marked copies after asking, or withdraws those that the reports still need."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.model.item import Condition, Item
from kiosk.staff.copies.deleting import Deletion
from kiosk.ui.staff.copies.setting_states import set_state
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_WAS_LENT = "copies.why.was_lent"
_NAMED = 6


def give_up(workplace: Workplace, owner: QWidget, items: Sequence[Item], done: Callable[[], None]) -> None:
    """Look what keeps each copy, ask, and delete those that nothing keeps."""
    deleting, by = workplace.services.copies.deleting, workplace.by
    numbers = [item.id for item in items]
    workplace.read(lambda: deleting.check(by, numbers), lambda checked: _ask(workplace, owner, checked, done))


def _ask(workplace: Workplace, owner: QWidget, checked: Sequence[Deletion], done: Callable[[], None]) -> None:
    words = workplace.words
    free = [one.item for one in checked if one.why_not is None]
    lent = [one.item for one in checked if one.why_not is not None and one.why_not.key == _WAS_LENT]
    _tell_kept(workplace, [one for one in checked if one.item not in (*free, *lent)])
    if free and ask(
        words,
        owner,
        words.count("staff.copies.delete.heading", len(free)),
        _named(workplace, free),
        words("staff.copies.delete.do"),
        dangerous=True,
    ):
        _delete(workplace, free, done)
    if lent and ask(
        words,
        owner,
        words.count("staff.copies.withdraw.heading", len(lent)),
        words("staff.copies.withdraw.told", copies=_named(workplace, lent)),
        words("staff.copies.withdraw.do"),
    ):
        set_state(workplace, lent, Condition.WITHDRAWN, done)


def _delete(workplace: Workplace, items: Sequence[Item], done: Callable[[], None]) -> None:
    deleting, by = workplace.services.copies.deleting, workplace.by
    numbers = [item.id for item in items]

    def told(result: Sequence[Deletion]) -> None:
        gone = sum(one.why_not is None for one in result)
        undo = (lambda: _undo(workplace, result, done)) if gone else None
        workplace.say(workplace.words.count("staff.copies.deleted", gone), undo)
        _tell_kept(workplace, [one for one in result if one.why_not is not None])
        done()

    workplace.change(lambda: deleting.delete(by, numbers), told)


def _undo(workplace: Workplace, deleted: Sequence[Deletion], done: Callable[[], None]) -> None:
    deleting, by = workplace.services.copies.deleting, workplace.by
    gone = [one for one in deleted if one.why_not is None]

    def told(_: None) -> None:
        workplace.say(workplace.words.count("staff.copies.delete.undone", len(gone)))
        done()

    workplace.change(lambda: deleting.undo_delete(by, gone), told)


def _tell_kept(workplace: Workplace, kept: Sequence[Deletion]) -> None:
    if kept:
        words = workplace.words
        lines = [f"{one.item.barcode}: {words.show(one.why_not)}" for one in kept[:_NAMED]]
        workplace.wrong.emit(" ".join(lines))


def _named(workplace: Workplace, items: Sequence[Item]) -> str:
    numbers = ", ".join(item.barcode for item in items[:_NAMED])
    more = len(items) - _NAMED
    return numbers if more <= 0 else workplace.words("staff.copies.and_more", copies=numbers, more=more)
