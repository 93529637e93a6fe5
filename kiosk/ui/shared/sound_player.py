"""The port through which sounds are played, and the system's own program behind it; free of Qt."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_PROGRAMS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_PATIENCE_S = 3


class SoundFailedError(OSError):
    """A sound that could not be played; its one argument says why."""


class SoundPlayer(Protocol):
    """Plays a WAV file and returns when it has been played; raises SoundFailedError."""

    def __call__(self, sound: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class ProgramPlayer:
    """Plays by a command that takes the file as its last word."""

    command: tuple[str, ...]

    def __call__(self, sound: Path) -> None:
        try:
            subprocess.run(
                [*self.command, str(sound)],
                check=True,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE_S,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SoundFailedError(f"{self.command[0]}: {type(error).__name__}") from error


def system_player() -> SoundPlayer | None:
    """Return the first sound program that this machine has; None where there is none."""
    for name, *options in _PROGRAMS:
        if program := shutil.which(name):
            return ProgramPlayer((program, *options))
    return None
