"""The PIN with which staff leave the kiosk's locked front: this machine's own, so that no database is needed.

It lies in the library folder as an Argon2id hash, beside how often it was wrong: starting the machine anew
is no way around the wait.
"""

import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.library_folder import LibraryFolder
from kiosk.membership.hashing import hashed, is_behind
from kiosk.membership.pins import wait_after
from kiosk.model.decision import PinState
from kiosk.model.staff_errors import ExitPinWeak
from kiosk.whole_files import write_whole

_FILE = "exit-pin.json"
_PRIVATE = 0o600
_TRIES, _LONGEST = 3, timedelta(hours=1)
_DIGITS = "01234567890"


@dataclass(frozen=True, slots=True)
class _Kept:
    secret: str = ""
    wrong: int = 0
    locked_until: float = 0.0  # seconds since 1970


class ExitPin:
    """Sets and checks the PIN; three wrong ones are free, then each makes whoever guesses wait longer."""

    def __init__(self, folder: LibraryFolder) -> None:
        self._path: Path = folder.path / _FILE

    @property
    def is_set(self) -> bool:
        """Tell whether there is one; without it nobody leaves by the screen."""
        return bool(self._kept().secret)

    def set(self, pin: str) -> None:
        """Keep another PIN and forget wrong ones.

        Raises ExitPinWeak unless six to twelve digits that are neither all alike nor in a row; DiskFull,
        FolderNotWritable.
        """
        alike = len(set(pin)) == 1
        if not re.fullmatch("[0-9]{6,12}", pin) or alike or pin in _DIGITS or pin in _DIGITS[::-1]:
            raise ExitPinWeak
        self._keep(_Kept(hashed(pin)))

    def check(self, pin: str, at: datetime) -> tuple[PinState, datetime | None]:
        """Return what became of the PIN, and until when one waits; takes tens of milliseconds by design.

        Raises DiskFull, FolderNotWritable: what cannot be counted is not let in.
        """
        kept = self._kept()
        until = datetime.fromtimestamp(kept.locked_until, UTC)
        if until > at:
            return PinState.LOCKED, until
        right = is_behind(kept.secret or None, pin)
        if right:
            self._keep(_Kept(kept.secret))
            return PinState.RIGHT, None
        wait = wait_after(kept.wrong + 1, _TRIES, _LONGEST)
        locked = at + wait if wait else None
        self._keep(replace(kept, wrong=kept.wrong + 1, locked_until=locked.timestamp() if locked else 0.0))
        return (PinState.LOCKED, locked) if locked else (PinState.WRONG, None)

    def _kept(self) -> _Kept:
        try:
            return _Kept(**json.loads(self._path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return _Kept()

    def _keep(self, kept: _Kept) -> None:
        write_whole(self._path, json.dumps(asdict(kept)).encode(), mode=_PRIVATE)
