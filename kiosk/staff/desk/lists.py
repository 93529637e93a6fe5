"""The desk's lists: holds to pull from the shelf, the hold shelf, what travels; and single holds."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.model.library import Library
from kiosk.model.outcome import Outcome
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.staff.desk.timing import acting
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, KeptItem, Pull

MOST = 2000  # rows of a list; a library that has more works from the top of it


@dataclass(frozen=True, slots=True)
class HoldShelf:
    """What waits on the hold shelf of a branch; ``today`` there tells what nobody came for."""

    library: Library
    today: date
    kept: tuple[KeptItem, ...]

    def has_lapsed(self, kept: KeptItem) -> bool:
        """Tell whether it has waited beyond its last day: scanned as a return, it goes on its way."""
        return kept.ready_until is not None and kept.ready_until < self.today


class DeskHolds:
    """Reads the lists and changes single holds of a card."""

    def __init__(self, database: Database, decider: Decider, acts: Acts) -> None:
        self._database = database
        self._decider = decider
        self._acts = acts

    @needs(Right.DESK)
    def to_pull(self, by: SignedIn) -> tuple[Pull, ...]:
        """Return a copy on the shelves where the account works for each hold that waits, in shelf order."""
        with self._database.read() as view:
            return view.holds.to_pull(by.branch)[:MOST]

    @needs(Right.DESK)
    def shelf(self, by: SignedIn, *, at: datetime) -> HoldShelf:
        """Return what waits on the hold shelf where the account works, by name."""
        with self._database.read() as view:
            library = self._decider.libraries.current(view)
            kept = view.desk_lists.hold_shelf(by.branch, MOST)
        return HoldShelf(library, local_day(calendar_of(library, by.branch), at), kept)

    @needs(Right.DESK)
    def travelling(self, by: SignedIn, *, here: bool) -> tuple[KeptItem, ...]:
        """Return what is on its way here, or all that travels; scanned as a return, it has arrived."""
        with self._database.read() as view:
            return view.desk_lists.travelling(by.branch if here else None, MOST)

    @needs(Right.DESK)
    def place(
        self, by: SignedIn, card: str, record_id: int, *, pickup: str | None, at: datetime, act_id: str
    ) -> Outcome:
        """Put the card into a title's queue, to be fetched at that branch or here."""
        where = pickup or by.branch
        return self._acts.place_hold(card, record_id, acting(by, at), pickup_branch=where, act_id=act_id)

    @needs(Right.DESK)
    def cancel(
        self, by: SignedIn, card: str, record_id: int, *, at: datetime, hold_id: int | None = None
    ) -> Outcome:
        """Take the card out of a title's queue; what was kept goes to the next in line."""
        return self._acts.cancel_hold(card, record_id, acting(by, at), hold_id=hold_id)
