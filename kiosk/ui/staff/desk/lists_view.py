"""Lists to walk along with: holds to pull, the hold shelf, what is on its way."""

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.staff.desk.lists import HoldShelf
from kiosk.storage import KeptItem, Pull
from kiosk.ui.staff.style import GAP
from kiosk.ui.staff.widgets.chips import Chip
from kiosk.ui.staff.widgets.columns import Asked, Column, RowT, arranged
from kiosk.ui.staff.widgets.panel import label
from kiosk.ui.staff.widgets.table import DataTable
from kiosk.ui.staff.workplace import Workplace


class WalkingList(QWidget, Generic[RowT]):
    """One list with what to do with it said above; `counted` tells how many rows there are."""

    counted = Signal(int)
    activated = Signal(object)

    def __init__(
        self,
        workplace: Workplace,
        name: str,
        columns: Sequence[Column[RowT]],
        read: Callable[[], Sequence[RowT]],
        key: Callable[[RowT], object],
    ) -> None:
        super().__init__()
        self._read, self._columns = read, tuple(columns)
        self._all: Sequence[RowT] = ()
        self.table: DataTable[RowT] = DataTable(workplace, columns, name=name, key=key)
        self.table.view.setAccessibleName(workplace.words(f"staff.desk.tab.{name}").replace("&", ""))
        self.table.loaded.connect(lambda: self.counted.emit(len(self._all)))
        self.table.activated.connect(self.activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(workplace.words(f"staff.desk.list.{name}"), wrap=True))
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Read the list again."""
        self.table.follow(self._load)

    def _load(self, asked: Asked[RowT]) -> Sequence[RowT]:
        """Read, filter and sort off the GUI thread: a long list takes longer than a frame."""
        if not asked.offset:
            self._all = self._read()
        return arranged(self._all, self._columns, asked)[asked.offset : asked.offset + asked.limit]


def pull_list(workplace: Workplace) -> WalkingList[Pull]:
    """Return the list of copies to take from the shelves, in their order."""
    words = workplace.words
    services, by = workplace.services, workplace.by

    def branch(code: str) -> str:
        found = workplace.library.branch(code)
        return words.name(found.name) if found is not None else code

    columns: tuple[Column[Pull], ...] = (
        Column(
            "call_number",
            words("staff.desk.column.call_number"),
            lambda pull: pull.copy.item.call_number or "",
            kind="mono",
            width=170,
        ),
        Column(
            "place", words("staff.desk.column.place"), lambda pull: pull.copy.item.location or "", width=170
        ),
        Column("title", words("staff.desk.column.title"), lambda pull: pull.title),
        Column(
            "code",
            words("staff.desk.column.code"),
            lambda pull: pull.copy.item.barcode,
            kind="mono",
            width=150,
        ),
        Column(
            "goal", words("staff.desk.column.pickup"), lambda pull: branch(pull.hold.pickup_branch), width=170
        ),
        Column(
            "since",
            words("staff.desk.column.since"),
            lambda pull: words.dated(pull.hold.placed_at, "short"),
            sort=lambda pull: pull.hold.placed_at,
            width=110,
        ),
    )
    return WalkingList(
        workplace, "pull", columns, lambda: services.desk.holds.to_pull(by), lambda pull: pull.hold.id
    )


def shelf_list(workplace: Workplace) -> WalkingList[KeptItem]:
    """Return the list of what waits on the hold shelf, by name, with what nobody came for."""
    words = workplace.words
    services, by = workplace.services, workplace.by
    latest: list[HoldShelf] = []

    def read() -> tuple[KeptItem, ...]:
        shelf = services.desk.holds.shelf(by, at=workplace.now())
        latest[:] = [shelf]
        return shelf.kept

    def lapsed(kept: KeptItem) -> bool:
        return bool(latest) and latest[0].has_lapsed(kept)

    def state(kept: KeptItem) -> str:
        return words("staff.desk.shelf.lapsed" if lapsed(kept) else "staff.desk.shelf.ready")

    columns: tuple[Column[KeptItem], ...] = (
        Column("who", words("staff.desk.column.who"), _who, width=210),
        Column("card", words("staff.desk.column.card"), lambda kept: kept.card or "", kind="mono", width=130),
        Column("title", words("staff.desk.column.title"), lambda kept: kept.title),
        Column("code", words("staff.desk.column.code"), lambda kept: kept.barcode, kind="mono", width=150),
        Column(
            "until",
            words("staff.desk.column.until"),
            lambda kept: words.dated(kept.ready_until, "weekday_short_day_short") if kept.ready_until else "",
            sort=lambda kept: kept.ready_until,
            width=120,
        ),
        Column(
            "state",
            words("staff.desk.column.state"),
            state,
            chip=lambda kept: Chip(state(kept), "warn" if lapsed(kept) else "good"),
            width=190,
        ),
    )
    return WalkingList(workplace, "shelf", columns, read, lambda kept: kept.hold_id)


def travel_list(workplace: Workplace) -> WalkingList[KeptItem]:
    """Return the list of all that is on its way, with where it goes."""
    words = workplace.words
    services, by = workplace.services, workplace.by

    def branch(code: str) -> str:
        found = workplace.library.branch(code)
        return words.name(found.name) if found is not None else code

    def why(kept: KeptItem) -> str:
        return words("staff.desk.travels.hold" if kept.hold_id is not None else "staff.desk.travels.home")

    def here(kept: KeptItem) -> Chip | None:
        return Chip(words("staff.desk.travels.here"), "wait") if kept.goal == by.branch else None

    columns: tuple[Column[KeptItem], ...] = (
        Column("code", words("staff.desk.column.code"), lambda kept: kept.barcode, kind="mono", width=150),
        Column("title", words("staff.desk.column.title"), lambda kept: kept.title),
        Column(
            "goal",
            words("staff.desk.column.goal"),
            lambda kept: branch(kept.goal),
            width=200,
        ),
        Column("why", words("staff.desk.column.why"), why, width=200),
        Column(
            "here",
            "",
            lambda kept: words("staff.desk.travels.here") if kept.goal == by.branch else "",
            chip=here,
            width=150,
        ),
    )
    return WalkingList(
        workplace,
        "travels",
        columns,
        lambda: services.desk.holds.travelling(by, here=False),
        lambda kept: kept.item_id,
    )


def _who(kept: KeptItem) -> str:
    return ", ".join(filter(None, (kept.last_name, kept.first_name)))
