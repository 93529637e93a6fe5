"""What the app and its guard say to each other: a sign of life again and again, or that it may end.

They go through the app's standard output, the one line to a parent that every system has; each is a byte.
"""

import contextlib
import ctypes
import os
import sys

GUARDED = "KIOSK_GUARDED"  # set in the environment of an app that has a guard
EVERY_S = 0.25
_SET_DUMPABLE = 4  # prctl(2)
BEAT, LEAVE, AGAIN = b".", b"L", b"A"


class GuardGoneError(RuntimeError):
    """Nobody listens any more: an app without its guard is not to go on."""


class LineToGuard:
    """The app's end of the line; where it has no guard nothing is sent.

    Takes standard output for itself: what else would be written there goes to standard error.
    """

    def __init__(self) -> None:
        self._line: int | None = None
        if os.environ.pop(GUARDED, ""):
            sys.stdout.flush()
            self._line = os.dup(1)
            os.dup2(2, 1)
            with contextlib.suppress(AttributeError, OSError):  # a system whose pipes always wait
                os.set_blocking(self._line, False)
            _write_no_memory_to_disk()

    @property
    def guarded(self) -> bool:
        """Tell whether anybody listens."""
        return self._line is not None

    def say(self, what: bytes) -> None:
        """Send one byte; a guard that is slow misses it. Raises GuardGoneError."""
        if self._line is None:
            return
        try:
            os.write(self._line, what)
        except BlockingIOError:
            return
        except OSError as error:
            raise GuardGoneError from error


def _write_no_memory_to_disk() -> None:
    """Let a crash leave no copy of the memory: it would hold what the patron saw."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(AttributeError, OSError):
        # A system that hands the memory to a program of its own asks for no limit, but for leave.
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
