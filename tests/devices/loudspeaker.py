"""A loudspeaker that keeps what it is given, for the real program that speaks."""

import os
import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.devices.espeak_speech import PROGRAM

needs_espeak = pytest.mark.skipif(
    shutil.which(PROGRAM) is None, reason="espeak-ng is not installed: scripts/system-libraries.sh test"
)
_KEEPS = """
pcm.null {{ type null }}
pcm.kept {{ type file slave.pcm "null" file "{file}" format "raw" truncate {truncate} }}
pcm.!default {{ type plug slave.pcm "kept" }}
"""


@dataclass(frozen=True, slots=True)
class Loudspeaker:
    """What sounds lies in files of 16-bit samples below the folder."""

    folder: Path

    def heard(self) -> tuple[int, ...]:
        """Return the samples that sounded so far."""
        data = b"".join(file.read_bytes() for file in sorted(self.folder.glob("sound*")))
        return struct.unpack(f"<{len(data) // 2}h", data[: len(data) // 2 * 2])


def plug_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Loudspeaker:
    """Plug it in as this machine's only sound device."""
    folder.mkdir(exist_ok=True)
    _only_device(folder, monkeypatch, _KEEPS.format(file=folder / "sound", truncate="false"))
    return Loudspeaker(folder)


def plug_in_pipe(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Plug in one that takes sound only as fast as it is read from the pipe returned."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    _only_device(folder, monkeypatch, _KEEPS.format(file=pipe, truncate="true"))
    return pipe


def unplug(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this machine without any sound device."""
    _only_device(folder, monkeypatch, "")


def _only_device(folder: Path, monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    (folder / "asound.conf").write_text(written)
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(folder / "asound.conf"))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{folder / 'no-server'}")
