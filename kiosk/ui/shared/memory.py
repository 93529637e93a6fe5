"""Keeps a process that runs for weeks small: what its threads free is used again by all of them."""

import contextlib
import ctypes

# mallopt(3)
_TRIM_THRESHOLD, _ARENA_MAX = -1, -8
_ARENAS, _TRIMMED_OVER = 2, 256 * 1024


def share_freed_memory() -> None:
    """Have threads share two stores of memory, and give back to the system what is free at their ends.

    glibc gives each thread one of eight stores a core, and what is freed in one is of no use to the others:
    after an hour of patrons that was a third of the app. Call it before threads are begun. Where the C
    library has no such setting, nothing changes.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_ARENA_MAX, _ARENAS)
        mallopt(_TRIM_THRESHOLD, _TRIMMED_OVER)


def give_back() -> None:
    """Give back to the system what lies free between things that stay, in a millisecond or two.

    Of itself glibc gives back only the ends of its stores. Where the C library has no such thing, nothing
    changes.
    """
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
