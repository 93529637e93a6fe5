"""The kiosk's few short sounds, made from notes: soft, and never the only sign of anything; free of Qt."""

import io
import math
import struct
import wave
from dataclasses import dataclass
from enum import Enum
from itertools import chain

RATE = 22_050
_LOUDEST = 0.22  # of what 16 bits hold
_RISE_S = 0.006


@dataclass(frozen=True, slots=True)
class Note:
    """One tone."""

    hertz: float
    milliseconds: int


class Cue(Enum):
    """What is told: something was read, lent or taken back, refused; or the countdown's tick."""

    READ = "read"
    TAKEN = "taken"
    REFUSED = "refused"
    TICK = "tick"


_NOTES = {
    Cue.READ: (Note(880, 60),),
    Cue.TAKEN: (Note(659.3, 80), Note(987.8, 140)),
    Cue.REFUSED: (Note(392, 120), Note(261.6, 200)),
    Cue.TICK: (Note(1318.5, 30),),
}


def notes_of(cue: Cue) -> tuple[Note, ...]:
    """Return the notes of a cue, in order."""
    return _NOTES[cue]


def wav_of(cue: Cue) -> bytes:
    """Return the cue as a WAV file: mono, 16 bits."""
    samples = list(chain.from_iterable(_samples(note) for note in _NOTES[cue]))
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return held.getvalue()


def _samples(note: Note) -> list[int]:
    """Sound a note that swells for a moment and dies away, so that nothing clicks."""
    count = RATE * note.milliseconds // 1000
    rise = max(1, int(RATE * _RISE_S))
    return [
        round(
            32_767
            * _LOUDEST
            * min(1.0, place / rise)
            * math.cos(math.pi / 2 * place / count)
            * math.sin(2 * math.pi * note.hertz * place / RATE)
        )
        for place in range(count)
    ]
