"""Reads the files of the look so that none can hold up, fill or lead astray the machine."""

import os
import stat
from pathlib import Path

from kiosk.model.problem import Problem


class Unusable(Exception):
    """A file or value of the look that is not used; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem


def read_whole(path: Path, most: int) -> bytes:
    """Return a file's bytes; never follows a link, waits for a pipe, or reads more than ``most``.

    Raises Unusable.
    """
    kind = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            raise Unusable(Problem.of("look.link", file=path.name))
        handle = os.open(path, os.O_RDONLY | kind)
    except OSError as error:
        why = "look.missing" if isinstance(error, FileNotFoundError) else "look.unreadable"
        raise Unusable(Problem.of(why, file=path.name)) from error
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise Unusable(Problem.of("look.no_file", file=path.name))
        if about.st_size > most:
            raise Unusable(Problem.of("look.heavy", file=path.name, megabytes=f"{most / 1_000_000:g}"))
        with os.fdopen(handle, "rb", closefd=False) as stream:
            return stream.read(most)
    except OSError as error:
        raise Unusable(Problem.of("look.unreadable", file=path.name)) from error
    finally:
        os.close(handle)
