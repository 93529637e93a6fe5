"""Brings marked copies into a state, asking where somebody is charged, and takes it back again."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.model.item import Condition, Item
from kiosk.staff.copies.states import StateSet
from kiosk.storage import CopyRow
from kiosk.ui.staff.widgets.questions import ask
from kiosk.ui.staff.workplace import Workplace

_TOLD = 3


def choose_state(
    workplace: Workplace,
    owner: QWidget,
    rows: Sequence[CopyRow],
    wanted: Condition,
    done: Callable[[], None],
) -> None:
    """Bring the copies into a state; declaring lost what somebody has out is asked first."""
    words = workplace.words
    out = [row for row in rows if row.copy.on_loan]
    if wanted is Condition.LOST and out:
        told = words.count("staff.copies.lost.told", len(out))
        heading, doing = words("staff.copies.lost.heading"), words("staff.copies.lost.do")
        if not ask(words, owner, heading, told, doing, dangerous=True):
            return
    charged = wanted is Condition.LOST and bool(out)
    set_state(workplace, [row.copy.item for row in rows], wanted, done, undoable=not charged)


def set_state(
    workplace: Workplace,
    items: Sequence[Item],
    wanted: Condition,
    done: Callable[[], None],
    *,
    undoable: bool = True,
) -> None:
    """Set the state of copies, say what became of it and offer to take it back."""
    states, by, words = workplace.services.copies.states, workplace.by, workplace.words
    barcodes = [item.barcode for item in items]

    def run() -> list[StateSet]:
        return [states.set(by, barcode, wanted) for barcode in barcodes]

    def told(results: list[StateSet]) -> None:
        made = [one for one in results if one.done and one.before is not one.after]
        name = words(f"copies.state.{wanted.value}")
        text = words.count("staff.copies.state.done", len(made), state=name)
        workplace.say(text, (lambda: _undo(workplace, made, done)) if made and undoable else None)
        kept = [one for one in results if one.why_not is not None]
        if kept:
            workplace.wrong.emit(
                " ".join(f"{one.barcode}: {words.show(one.why_not)}" for one in kept[:_TOLD])
            )
        done()

    workplace.change(run, told)


def _undo(workplace: Workplace, made: Sequence[StateSet], done: Callable[[], None]) -> None:
    states, by, words = workplace.services.copies.states, workplace.by, workplace.words

    def run() -> list[StateSet]:
        return [
            states.set(by, one.barcode, one.before, opened=one.after)
            for one in made
            if one.before is not None
        ]

    def told(results: list[StateSet]) -> None:
        back = [one for one in results if one.done]
        workplace.say(words.count("staff.copies.state.undone", len(back)))
        done()

    workplace.change(run, told)
