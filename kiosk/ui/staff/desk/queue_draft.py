"""What was scanned and not done yet, as it is kept over a crash; free of Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from kiosk.model.decision import ReasonCode
from kiosk.model.staff_errors import LeftOver
from kiosk.ui.staff.desk.rows import DeskRow, Step
from kiosk.ui.staff.desk.state import DeskState
from kiosk.ui.staff.desk.tasks import Mode, Task, Verb

_OF_A_SCAN = frozenset({Verb.SCAN, Verb.LEND, Verb.RETURN, Verb.RENEW, Verb.LEND_ANYWAY, Verb.RENEW_ANYWAY})


def left_over(state: DeskState) -> list[dict[str, Any]]:
    """Return what still waits, is being done, or could not be done, in order, as plain values."""
    failed = [row.failed for row in reversed(state.rows) if row.failed is not None]
    going = [state.busy] if state.busy is not None else []
    card = state.card.scanned if state.card is not None else None
    tasks = [*failed, *going, *state.waiting]
    return [_plain(task, task.card or card) for task in tasks if task.verb in _OF_A_SCAN]


def restored(state: DeskState, kept: Sequence[Mapping[str, Any]]) -> DeskState:
    """Return the state with what was left over as rows that can be tried again, under the same acts.

    What a file says that nobody could have scanned is left out.
    """
    for values in kept:
        task = _task(values, state.tickets + 1)
        if task is not None:
            row = DeskRow(task.ticket, task.text, Step.FAILED, card=task.card, error=LeftOver(), failed=task)
            state = replace(state, tickets=task.ticket, rows=(row, *state.rows))
    return state


def _plain(task: Task, card: str | None) -> dict[str, Any]:
    return {
        "verb": str(task.verb),
        "text": task.text,
        "mode": str(task.mode),
        "card": card,
        "dated": task.dated.isoformat() if task.dated is not None else None,
        "reason": task.reason,
        "codes": sorted(map(str, task.codes)),
        "act_id": task.act_id,
    }


def _task(values: Mapping[str, Any], ticket: int) -> Task | None:
    try:
        dated = values["dated"]
        return Task(
            ticket,
            Verb(values["verb"]),
            str(values["text"]),
            Mode(values["mode"]),
            card=None if values["card"] is None else str(values["card"]),
            dated=datetime.fromisoformat(dated) if dated else None,
            codes=frozenset(map(ReasonCode, values["codes"])),
            reason=str(values["reason"]),
            act_id=str(values["act_id"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
