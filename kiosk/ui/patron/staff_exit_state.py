"""What the dialog for leaving the kiosk shows, free of Qt."""

from dataclasses import dataclass
from enum import StrEnum

MOST_DIGITS = 12


class ExitStep(StrEnum):
    """How far staff are."""

    NONE = ""
    PIN = "pin"
    CHECKING = "checking"
    WAYS = "ways"


@dataclass(frozen=True, slots=True)
class StaffExitState:
    """The step, how many digits are typed – never which –, and what is said about them."""

    step: ExitStep = ExitStep.NONE
    digits: int = 0
    remark: str = ""
