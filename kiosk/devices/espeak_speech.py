"""A voice by the program espeak-ng, one process a text: to stop it is to end the process."""

import os
import re
import shutil
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from types import MappingProxyType

from kiosk.devices.speech import Manner, SpeechState, speakable
from kiosk.model.errors import SpeechUnavailable
from kiosk.model.problem import Problem

PROGRAM = "espeak-ng"
_VOICES = MappingProxyType({"en": "en-gb"})  # every other language has a voice of its own name
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}")
# It exits with 0 also where no sound came out; then it says so in a line of its own.
_SAID_NO = re.compile(rb"^error:", re.IGNORECASE | re.MULTILINE)
_NOT_FOUND = 127  # as every launcher tells it
_SILENT = Problem("speech.silent")
_TRIAL_S = 4.0
_PATIENCE_S = 20.0
_BETWEEN_LOOKS_S = 0.5
_SECONDS_A_LETTER = 13  # at one word a minute; articles take 9 to 13, Polish longest
_DOUBT = 1.3


class EspeakSpeech:
    """Speaks by a program of its own, never linked to; where that hangs or dies, nothing else does."""

    def __init__(self, manner: Manner, device: str = "", program: str = PROGRAM) -> None:
        self._manner = manner
        self._device = device
        self._program = program

    def state(self) -> SpeechState:
        """Open the sound device and say a letter without any loudness."""
        if shutil.which(self._program) is None:
            return SpeechState.MISSING
        trial = EspeakUtterance(self._command("en", Manner(volume=0)), b"a", _TRIAL_S)
        try:
            trial.speak()
        except SpeechUnavailable as error:
            silent = error.values["problem"] == _SILENT
            return SpeechState.SILENT if silent else SpeechState.TROUBLE
        return SpeechState.READY

    def utterance(self, text: str, language: str, manner: Manner | None = None) -> "EspeakUtterance":
        """Prepare a text; its letters go through the standard input, so that none is ever an option."""
        said, chosen = speakable(text), manner or self._manner
        return EspeakUtterance(
            self._command(language, chosen),
            said.encode(),
            _PATIENCE_S + _DOUBT * expected_s(said, chosen.rate),
        )

    def _command(self, language: str, manner: Manner) -> tuple[str, ...]:
        spoken = language.casefold()
        voice = _VOICES.get(spoken, spoken) if _LANGUAGE.fullmatch(spoken) else "en"
        where = ("-d", self._device) if self._device else ()
        rate, volume = str(manner.rate), str(manner.volume)
        return (
            *_ending_with_us(),
            self._program,
            "-v",
            voice,
            "-s",
            rate,
            "-a",
            volume,
            "-b",
            "1",
            *where,
            "--stdin",
        )


@dataclass(slots=True)
class EspeakUtterance:
    """One text said by a process; `patience` are the seconds after which that is taken for hanging."""

    command: tuple[str, ...]
    text: bytes
    patience: float
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _stopped: bool = field(default=False, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def speak(self) -> bool:
        """Say it; return whether it came to its end. Raises SpeechUnavailable."""
        process = self._begun()
        if process is None:
            return False
        try:
            told = self._heard_out(process)
        finally:
            _ended(process)
        if self._stopped:
            return False
        if process.returncode == _NOT_FOUND:
            raise SpeechUnavailable(problem=Problem("speech.missing"))
        if process.returncode != 0:
            raise SpeechUnavailable(problem=Problem("speech.trouble"))
        if _SAID_NO.search(told):
            raise SpeechUnavailable(problem=_SILENT)
        return True

    def stop(self) -> None:
        """Kill the process, whatever it is at: what it has sounded so far was all."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                _kill(self._process)

    def _heard_out(self, process: subprocess.Popen[bytes]) -> bytes:
        """Wait for its end and return what it told; once stopped, for nobody who still holds the pipe."""
        until, text = monotonic() + self.patience, self.text or None
        while not self._stopped:
            try:
                return process.communicate(text, min(_BETWEEN_LOOKS_S, self.patience))[1]
            except subprocess.TimeoutExpired as error:
                text = None
                if monotonic() >= until and not self._stopped:
                    raise SpeechUnavailable(problem=Problem("speech.hanging")) from error
        return b""

    def _begun(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._stopped or not self.text:
                return None
            pipe = subprocess.PIPE
            try:
                self._process = subprocess.Popen(
                    self.command,
                    stdin=pipe,
                    stdout=subprocess.DEVNULL,
                    stderr=pipe,
                    start_new_session=True,  # so that whatever it starts can be ended with it
                )
            except OSError as error:
                raise SpeechUnavailable(problem=Problem("speech.missing")) from error
            return self._process


def expected_s(text: str, rate: int) -> float:
    """Return how long a text takes at that many words a minute."""
    return len(text) * _SECONDS_A_LETTER / rate


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process with all that it started; one that was waited for has given its number away."""
    if process.returncode is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """See to it that nothing of the process is left, not even its name in the list."""
    _kill(process)
    for pipe in (process.stdin, process.stderr):
        if pipe is not None:
            with suppress(OSError):  # what was not taken of the text is lost with it
                pipe.close()
    with suppress(subprocess.TimeoutExpired):  # one that hangs in the system itself is left to the system
        process.wait(_TRIAL_S)


def _ending_with_us() -> tuple[str, ...]:
    """Return what has a process killed when this one dies, where the system can do that."""
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "KILL") if setpriv else ()
