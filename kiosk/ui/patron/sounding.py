"""Sounds what the screen has just said: read, lent or taken back, refused, and the countdown's ticks."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject

from kiosk.ui.patron.borrow_lines import BorrowLine
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.return_state import ReturnLine
from kiosk.ui.patron.scanning import Scanning
from kiosk.ui.patron.title_rows import STOP
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.patron.view_models.shell import ShellViewModel
from kiosk.ui.shared.cues import Cue, wav_of
from kiosk.ui.shared.jobs import Jobs
from kiosk.ui.shared.row_list import RowList
from kiosk.ui.shared.sound_player import SoundPlayer

STYLE = 1  # raise it when cues sound otherwise, so that old files are left alone
TICKS = (20, 10, 5)


class Sounding(QObject):
    """Play cues one after another off the GUI thread; of those that wait only the newest is played."""

    def __init__(self, folder: Path, play: SoundPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._play = play
        self._jobs = Jobs(workers=1, parent=self)
        self._told: dict[str, dict[int, Cue]] = {}
        self._ticked = 0
        self._complained = False

    def listen(self, scanning: Scanning, desk: Desk) -> None:
        """Sound what these tell."""
        shell, idle = desk.view_model(ShellViewModel), desk.view_model(IdleViewModel)
        borrow, checkin = desk.view_model(BorrowViewModel), desk.view_model(CheckinViewModel)
        scanning.scanned.connect(lambda _code: self.sound(Cue.READ))
        scanning.garbled.connect(lambda: self.sound(Cue.REFUSED))
        shell.toastChanged.connect(partial(self._toast_changed, shell))
        borrow.changed.connect(partial(self._rows_changed, "borrow", borrow, borrow_cue))
        checkin.changed.connect(partial(self._rows_changed, "return", checkin, return_cue))
        idle.changed.connect(partial(self._second_passed, idle))

    def sound(self, cue: Cue) -> None:
        """Play a cue soon."""
        self._jobs.latest("cue", partial(self._sounded, cue), _nothing_more, self._failed)

    def close(self) -> None:
        """Wait for the sound that is being played, and play no more."""
        self._jobs.close()

    def _toast_changed(self, shell: ShellViewModel) -> None:
        if shell.toast and shell.toastIcon == "alert":
            self.sound(Cue.REFUSED)

    def _rows_changed(
        self,
        page: str,
        view_model: BorrowViewModel | CheckinViewModel,
        cue_of: Callable[[BorrowLine | ReturnLine], Cue | None],
    ) -> None:
        rows = view_model.rows
        if isinstance(rows, RowList):
            told = cues_of(rows.rows, cue_of)
            if (cue := newest(self._told.get(page, {}), told)) is not None:
                self.sound(cue)
            self._told[page] = told

    def _second_passed(self, idle: IdleViewModel) -> None:
        seconds = idle.seconds if idle.counting else 0
        if seconds != self._ticked and seconds in TICKS:
            self.sound(Cue.TICK)
        self._ticked = seconds

    def _sounded(self, cue: Cue) -> None:
        self._play(stored_cue(self._folder, cue))

    def _failed(self, error: Exception) -> None:
        """Stay silent, and say so once: nothing is told by sound alone."""
        if not self._complained:
            self._complained = True
            logging.getLogger("kiosk").warning("no sound: %s", error)


def borrow_cue(line: BorrowLine | ReturnLine) -> Cue | None:
    """Return what a row of Borrow sounds like; None while it is being checked."""
    kind = line.kind if isinstance(line, BorrowLine) else ""
    return {"done": Cue.TAKEN, "stopped": Cue.REFUSED}.get(kind)


def return_cue(line: BorrowLine | ReturnLine) -> Cue | None:
    """Return what a row of Return sounds like; None while it is being taken back."""
    if line.tone == STOP:
        return Cue.REFUSED
    return Cue.TAKEN if isinstance(line, ReturnLine) and line.place else None


def cues_of(
    rows: Iterable[BorrowLine | ReturnLine], cue_of: Callable[[BorrowLine | ReturnLine], Cue | None]
) -> dict[int, Cue]:
    """Return the cue of each row that has one, by its ticket."""
    return {row.ticket: cue for row in rows if (cue := cue_of(row)) is not None}


def newest(before: dict[int, Cue], now: dict[int, Cue]) -> Cue | None:
    """Return what is to be heard of what is new; a refusal before all else."""
    new = [cue for ticket, cue in now.items() if before.get(ticket) is not cue]
    return Cue.REFUSED if Cue.REFUSED in new else new[0] if new else None


def stored_cue(folder: Path, cue: Cue) -> Path:
    """Return the file of a cue, making it first if need be; two at once do no harm."""
    target = folder / f"{cue.value}-{STYLE}.wav"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f"{target.stem}.{uuid4().hex}.part"
        try:
            beside.write_bytes(wav_of(cue))
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    return target


def _nothing_more(_result: None) -> None:
    """The sound was played."""
