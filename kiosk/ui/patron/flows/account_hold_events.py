"""What happens while a hold is changed in My account, and what is then to be done."""

from dataclasses import dataclass
from datetime import date

from kiosk.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class ChangeWanted:
    """A hold is to be changed: it is asked how."""

    hold: int


@dataclass(frozen=True, slots=True)
class RestWanted:
    """It is to rest: it is asked until when; ``first`` is the earliest day."""

    first: date


@dataclass(frozen=True, slots=True)
class WeeksChosen:
    """It is to rest so many weeks from today; 0 for until it is resumed."""

    weeks: int


@dataclass(frozen=True, slots=True)
class DayMoved:
    """It is to rest so many days longer, or shorter."""

    days: int


@dataclass(frozen=True, slots=True)
class RestAgreed:
    """Until the day that is shown."""


@dataclass(frozen=True, slots=True)
class AgainWanted:
    """It is to wait again now."""


@dataclass(frozen=True, slots=True)
class ElsewhereWanted:
    """It is to be collected elsewhere: it is asked where."""


@dataclass(frozen=True, slots=True)
class BranchChosen:
    """There."""

    code: str


@dataclass(frozen=True, slots=True)
class CancelWanted:
    """It is to be cancelled: that is asked first; ``hold`` 0 for the one that is asked about."""

    hold: int = 0


@dataclass(frozen=True, slots=True)
class CancelAgreed:
    """That is meant."""


@dataclass(frozen=True, slots=True)
class Left:
    """A question is left unanswered; those about how lead back to what there is to do."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """Let others go first."""

    hold: int
    until: date | None


@dataclass(frozen=True, slots=True)
class Resume:
    """Wait again."""

    hold: int


@dataclass(frozen=True, slots=True)
class FetchAt:
    """Have it kept elsewhere."""

    hold: int
    branch: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Leave the queue."""

    hold: int


HoldAct = Suspend | Resume | FetchAt | Cancel


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of it."""

    act: HoldAct
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """It could not be done."""

    act: HoldAct
    error: Exception


HoldEvent = (
    ChangeWanted
    | RestWanted
    | WeeksChosen
    | DayMoved
    | RestAgreed
    | AgainWanted
    | ElsewhereWanted
    | BranchChosen
    | CancelWanted
    | CancelAgreed
    | Left
    | Changed
    | ChangeFailed
)


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell that it is done, and read the account again."""

    act: HoldAct
    title: str


@dataclass(frozen=True, slots=True)
class TellFailed:
    """Tell what went wrong, and read the account again."""

    error: Exception


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Read the account again: it is not as it was shown."""


HoldEffect = HoldAct | Tell | TellFailed | ReadAgain
