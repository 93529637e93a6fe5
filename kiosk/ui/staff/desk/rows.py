"""One row for every scan: what was read, and what became of it; free of Qt."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.circulation.return_made import ReturnMade
from kiosk.model.decision import Reason, ReasonCode
from kiosk.model.item import Place
from kiosk.model.money import Money
from kiosk.model.outcome import Outcome
from kiosk.staff.desk.lending import may_be_set_aside
from kiosk.staff.desk.reading import DeskItem
from kiosk.ui.staff.desk.tasks import Task


class Step(StrEnum):
    """Where a row stands."""

    READING = "reading"
    CARD = "card"
    LENT = "lent"
    RENEWED = "renewed"
    RETURNED = "returned"
    ASKS = "asks"
    OWN = "own"
    REFUSED = "refused"
    SHOWN = "shown"
    CHANGED = "changed"
    UNDONE = "undone"
    CHOOSING = "choosing"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One scan; ``card`` and ``name`` are of the visit it belongs to.

    ``wanted`` is the act that rules refused; ``owing_card`` whose fine a return booked; ``changed`` the
    word for what staff said of an item. ``failed`` is what may be tried again, under the same act;
    ``made`` the return that may be undone.
    """

    ticket: int
    text: str
    step: Step = Step.READING
    card: str | None = None
    name: str = ""
    outcome: Outcome | None = None
    item: DeskItem | None = None
    owing_card: str | None = None
    parts: str | None = None
    note: str | None = None
    wanted: str = ""
    changed: str = ""
    error: Exception | None = None
    failed: Task | None = None
    made: ReturnMade | None = None

    @property
    def barcode(self) -> str:
        """The item's number, empty for what is none."""
        if self.step in (Step.CARD, Step.CHOOSING):
            return ""
        if self.outcome is not None:
            return self.outcome.barcode
        return self.item.item.barcode if self.item is not None else self.text

    @property
    def title(self) -> str:
        """What it is called, as far as that is known."""
        if self.outcome is not None and self.outcome.title:
            return self.outcome.title
        return self.item.title if self.item is not None else ""

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why not, or why to staff."""
        return self.outcome.reasons if self.outcome is not None else ()

    @property
    def charge(self) -> Money | None:
        """What it costs, none for nothing."""
        charge = self.outcome.charge if self.outcome is not None else None
        return charge if charge else None

    @property
    def set_aside(self) -> frozenset[ReasonCode]:
        """What staff may override to have it done after all; none where something else stands against it."""
        return may_be_set_aside(self.reasons) if self.step is Step.REFUSED and self.wanted else frozenset()

    @property
    def needs_slip(self) -> bool:
        """Whether a slip belongs into it."""
        lies = self.outcome.place if self.outcome is not None and self.outcome.done else None
        return self.step is Step.RETURNED and lies in (Place.HOLD_SHELF, Place.TRANSIT)
