"""One life of the app as its guard sees it: begun, heard, killed."""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence

from kiosk.guarding.beats import AGAIN, BEAT, GUARDED, LEAVE

_LAST_WORDS_S = 0.3


class Life:
    """Begin the app and listen to its signs of life on a thread."""

    def __init__(self, command: Sequence[str]) -> None:
        self.wants_to_leave = self.wants_again = False
        self.first_beat_at: float | None = None
        self._unheard = 0
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=_environment()
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def over(self) -> bool:
        """Tell whether the process has ended."""
        return self.process.poll() is not None

    @property
    def lived_s(self) -> float:
        """Return for how long it has given signs of life."""
        return 0.0 if self.first_beat_at is None else time.monotonic() - self.first_beat_at

    def silence(self) -> int:
        """Count one more look without a sign of life since the last look; return how many in a row.

        In looks, not in seconds: where the machine stops the guard too, the app has missed nothing.
        """
        self._unheard += 1
        return self._unheard - 1

    def end(self, patience_s: float) -> None:
        """Ask it to finish what it does, and kill it when it does not."""
        with contextlib.suppress(OSError):
            self.process.terminate()
        if not self._gone_within(patience_s):
            self.kill()

    def kill(self) -> None:
        """End it at once; where it still can, it says first where in the program it hangs."""
        if not self.over and hasattr(signal, "SIGQUIT"):
            with contextlib.suppress(OSError):
                self.process.send_signal(signal.SIGABRT)
            self._gone_within(_LAST_WORDS_S)
        with contextlib.suppress(OSError):
            self.process.kill()
        self.process.wait()
        self._listener.join(1.0)

    def _gone_within(self, seconds: float) -> bool:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
        return self.over

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as line:
            while said := os.read(line.fileno(), 64):
                if BEAT in said:
                    self.first_beat_at = self.first_beat_at or time.monotonic()
                    self._unheard = 0
                self.wants_to_leave = self.wants_to_leave or LEAVE in said
                self.wants_again = self.wants_again or AGAIN in said


def _environment() -> dict[str, str]:
    """Return the app's environment: the supervisor of the machine hears the guard alone."""
    kept = {name: value for name, value in os.environ.items() if name != "NOTIFY_SOCKET"}
    return {**kept, GUARDED: "1", "PYTHONFAULTHANDLER": "1"}
