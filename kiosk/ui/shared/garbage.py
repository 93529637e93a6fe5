"""Takes garbage out on the GUI thread alone: a worker that frees a Qt object takes the process with it."""

import gc

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.shared.memory import give_back

# Ten thousand objects are looked through in 4 ms; beside an import three hundred thousand come in a second.
_LOOK_EVERY_MS = 40
# As many new objects make a round worth its while; a full round is left to the end of a visit.
_YOUNG = 8_000
_YOUNG_ROUNDS = 5
_AFTER_MOTION_MS = 600


class GarbageRounds(QObject):
    """Switch Python's own rounds off, and go round on this object's thread until it is closed.

    Python collects cycles on whichever thread happens to make one object too many. What was made
    before the start stays for good and is never looked through.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeps = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MOTION_MS)
        self._soon.timeout.connect(self.sweep)

    def start(self) -> None:
        """Keep what there is, unless somebody has kept it already; look now and then for what came since."""
        gc.collect()
        self._keeps = not gc.get_freeze_count()
        if self._keeps:
            gc.freeze()
        gc.disable()
        self._timer.start()

    def look(self) -> None:
        """Collect what is young, if there is much of it."""
        young, rounds, _old = gc.get_count()
        if young >= _YOUNG:
            gc.collect(1 if rounds >= _YOUNG_ROUNDS else 0)

    def sweep_soon(self) -> None:
        """Collect all that came since the start when the page no longer moves: it takes some frames."""
        self._soon.start()

    def sweep(self) -> None:
        """Collect all that came since the start, and give back the memory that it held."""
        gc.collect()
        give_back()

    def close(self) -> None:
        """Give Python its own rounds back."""
        self._timer.stop()
        self._soon.stop()
        if self._keeps:
            gc.unfreeze()
        gc.enable()
