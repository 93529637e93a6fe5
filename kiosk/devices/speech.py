"""What every voice can do, whatever speaks: tell its state, and say a text until it is stopped."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,500}>")
# Between double brackets a voice takes letters for the sounds of a language.
_SOUNDS = re.compile(r"\[\[+|\]\]+")
_UNSEEN = "Cf"  # soft hyphens, marks of direction and the like, in the midst of words
_UNSPEAKABLE = ("Cc", "Cs", "Co", "Cn")


class SpeechState(StrEnum):
    """How a voice is."""

    READY = "ready"
    MISSING = "missing"
    SILENT = "silent"
    TROUBLE = "trouble"

    @property
    def speaks(self) -> bool:
        """Whether something said now is heard."""
        return self is SpeechState.READY


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: `rate` in words a minute, `volume` in percent of what is usual."""

    rate: int = 160
    volume: int = 100


class Utterance(Protocol):
    """One text to be said, once."""

    def speak(self) -> bool:
        """Say it; return whether it came to its end. Takes as long as speaking takes.

        Raises SpeechUnavailable. Stopped before, it says nothing.
        """
        ...

    def stop(self) -> None:
        """Fall silent at once; for any thread, at any time, as often as one likes. Waits for nothing."""
        ...


class Speech(Protocol):
    """A voice; what it does takes as long as a device may, so never on the thread of the screen."""

    def state(self) -> SpeechState:
        """Try, unheard, whether it speaks now; never raises."""
        ...

    def utterance(self, text: str, language: str, manner: Manner | None = None) -> Utterance:
        """Prepare a text; nothing is begun yet. Without a manner it is said as the settings have it."""
        ...


def speakable(text: str) -> str:
    """Return a text in which every letter is only to be said: no markup, no command to a voice."""
    plain = _SOUNDS.sub(" ", _TAG.sub(" ", text))
    return "".join(_said(letter) for letter in plain).strip()


def _said(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == _UNSEEN:
        return ""
    return " " if kind in _UNSPEAKABLE and letter != "\n" else letter
