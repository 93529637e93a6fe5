"""What is to be done at the desk, one after another: scans, and acts upon what was scanned; free of Qt."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.circulation.recording import new_act_id
from kiosk.circulation.return_made import ReturnMade
from kiosk.model.decision import ReasonCode
from kiosk.model.money import Money


class Mode(StrEnum):
    """What becomes of an item that is scanned."""

    LEND = "lend"
    RETURN = "return"
    RENEW = "renew"
    LOOK = "look"


class Verb(StrEnum):
    """What a task does; a scan finds out for itself what was scanned."""

    SCAN = "scan"
    OPEN = "open"
    JOIN = "join"
    LEND = "lend"
    RETURN = "return"
    RENEW = "renew"
    LEND_ANYWAY = "lend_anyway"
    RENEW_ANYWAY = "renew_anyway"
    UNDO = "undo"
    UNDO_RETURN = "undo_return"
    LOST = "lost"
    CLAIM = "claim"
    DROP_CLAIM = "drop_claim"
    DAMAGED = "damaged"
    MISSING = "missing"
    SOUND = "sound"
    WITHDRAW = "withdraw"
    HOLD = "hold"
    END = "end"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to be done, upon the row of its ticket; ``card`` is filled in when its turn comes.

    ``agreed`` is the fee that was agreed to; ``dated`` when a return counts; ``codes`` what is set aside.
    ``made`` is the return that is to be undone.
    """

    ticket: int
    verb: Verb
    text: str
    mode: Mode = Mode.LEND
    card: str | None = None
    agreed: Money | None = None
    dated: datetime | None = None
    codes: frozenset[ReasonCode] = frozenset()
    reason: str = ""
    made: ReturnMade | None = None
    act_id: str = field(default_factory=new_act_id)
