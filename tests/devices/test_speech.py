"""The real program speaks into a loudspeaker that keeps the sound, and is stopped, unplugged and killed."""

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.devices.espeak_speech import EspeakSpeech, EspeakUtterance
from kiosk.devices.simulated_speech import SimulatedSpeech
from kiosk.devices.speech import Manner, SpeechState, speakable
from kiosk.devices.voices import speech_of
from kiosk.model.errors import InvalidSetting, SpeechUnavailable
from kiosk.settings import SpeechSettings, read_settings
from kiosk.words import wording
from kiosk.words.reasons import error_sentence
from tests.devices.loudspeaker import Loudspeaker, needs_espeak, plug_in, plug_in_pipe, unplug

LOUD = 2000  # of 32767; silence is 0
SENTENCE = "Die Bibliothek ist heute bis 19 Uhr geöffnet."
LONG = "Die Bibliothek ist heute geöffnet, und morgen auch. " * 200


@pytest.fixture
def voice() -> EspeakSpeech:
    return EspeakSpeech(Manner())


@pytest.fixture
def loudspeaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loudspeaker:
    return plug_in(tmp_path, monkeypatch)


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def children_called(name: str) -> list[str]:
    """Return what is left of this process's children of that name, ended ones included."""
    told = (stat.read_text().rpartition(")") for stat in Path("/proc").glob("[0-9]*/stat") if stat.exists())
    return [head for head, _, rest in told if f"({name}" in head and rest.split()[1] == str(os.getpid())]


@needs_espeak
def test_each_language_sounds_in_a_voice_of_its_own(
    voice: EspeakSpeech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sounds = {}
    for language in ("en", "de", "pl"):
        kept = plug_in(tmp_path / language, monkeypatch)
        assert voice.state() is SpeechState.READY
        assert max(kept.heard(), default=0) == 0  # trying it out is not heard
        assert voice.utterance(SENTENCE, language).speak()
        sounds[language] = kept.heard()
        assert max(sounds[language]) > LOUD
        assert len(sounds[language]) > 22050  # a second at least
    assert len(set(sounds.values())) == 3


@needs_espeak
def test_a_voice_is_as_quick_and_as_loud_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def heard(name: str, manner: Manner) -> tuple[int, ...]:
        kept = plug_in(tmp_path / name, monkeypatch)
        assert EspeakSpeech(Manner()).utterance(SENTENCE, "de", manner).speak()
        return kept.heard()

    usual, quick, soft = heard("a", Manner()), heard("b", Manner(rate=300)), heard("c", Manner(volume=20))
    assert len(quick) < 0.7 * len(usual)
    assert max(soft) < 0.4 * max(usual)


@needs_espeak
@pytest.mark.parametrize(
    "text",
    [
        "--version",
        "-w /tmp/other",
        "<speak><prosody rate='x-slow'>Hallo</prosody><audio src='http://x'/></speak>",
        "Hallo \x00\x01\x1b[31m\x7f\u202e\ufeff\ud800 du",
        "[[h@l'oU]] Hallo",
        "a" * 10_000,
    ],
    ids=["option", "options", "markup", "controls", "sounds", "endless"],
)
def test_hostile_text_is_merely_spoken(voice: EspeakSpeech, loudspeaker: Loudspeaker, text: str) -> None:
    assert voice.utterance(text, "de").speak()
    assert max(loudspeaker.heard()) > LOUD


@needs_espeak
def test_ten_thousand_letters_are_spoken_to_the_last(
    voice: EspeakSpeech, loudspeaker: Loudspeaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert voice.utterance(LONG, "de").speak()
    whole = len(loudspeaker.heard())
    once = plug_in(tmp_path / "once", monkeypatch)
    assert voice.utterance(LONG[: len(LONG) // 200], "de").speak()
    assert whole > 150 * len(once.heard())


@needs_espeak
def test_stopped_it_falls_silent_at_once_and_nothing_is_left_of_it(
    voice: EspeakSpeech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: ThreadPoolExecutor
) -> None:
    pipe = plug_in_pipe(tmp_path, monkeypatch)
    saying = voice.utterance(LONG, "de")
    told = beside.submit(saying.speak)
    with pipe.open("rb") as sound:
        assert len(sound.read(4096)) == 4096  # it has begun
        saying.stop()
        assert len(sound.read()) < 200_000  # what was on its way; the whole is some 30 million
    assert told.result() is False
    saying.stop()
    assert children_called("espeak-ng") == []


def test_stopped_before_it_began_it_says_nothing() -> None:
    saying = EspeakSpeech(Manner(), program="no-such-program").utterance("Hallo", "de")
    saying.stop()
    assert saying.speak() is False


@needs_espeak
def test_without_a_sound_device_it_says_so_instead_of_speaking_to_nobody(
    voice: EspeakSpeech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unplug(tmp_path, monkeypatch)
    assert voice.state() is SpeechState.SILENT
    with pytest.raises(SpeechUnavailable) as refused:
        voice.utterance("Hallo", "de").speak()
    assert "keine Tonausgabe" in error_sentence(refused.value, wording("de"))
    plug_in(tmp_path, monkeypatch)
    assert voice.state() is SpeechState.READY  # and is there again with the device


def test_a_program_that_is_missing_or_fails_is_told(tmp_path: Path) -> None:
    missing = EspeakSpeech(Manner(), program="no-such-program")
    assert missing.state() is SpeechState.MISSING
    with pytest.raises(SpeechUnavailable, match=r"speech\.missing"):
        missing.utterance("Hallo", "de").speak()
    failing = EspeakSpeech(Manner(), program="false")
    assert failing.state() is SpeechState.TROUBLE
    with pytest.raises(SpeechUnavailable, match=r"speech\.trouble"):
        failing.utterance("Hallo", "de").speak()


def test_a_program_that_hangs_is_ended_and_told() -> None:
    saying = EspeakUtterance(("sleep", "600"), b"Hallo", patience=0.05)
    with pytest.raises(SpeechUnavailable, match=r"speech\.hanging"):
        saying.speak()
    assert children_called("sleep") == []


@pytest.mark.parametrize("launch", ["sleep 600 &", "setsid sleep 600 &"], ids=["its own", "runaway"])
def test_what_the_program_has_started_holds_up_nobody_once_stopped(
    tmp_path: Path, beside: ThreadPoolExecutor, launch: str
) -> None:
    started = tmp_path / "started"
    os.mkfifo(started)
    program = tmp_path / "program"
    program.write_text(f'#!/bin/sh\n{launch}\necho $! > "{started}"\nwait\n')
    program.chmod(0o755)
    saying = EspeakSpeech(Manner(), program=str(program)).utterance("Hallo", "de")
    told = beside.submit(saying.speak)
    child = os.pidfd_open(int(started.read_text()))
    saying.stop()
    try:
        assert told.result(timeout=5) is False
        if launch.startswith("sleep"):
            assert ended(child)
    finally:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(child, signal.SIGKILL)
        os.close(child)


def ended(process: int) -> bool:
    """Tell whether the process behind that descriptor dies, which the system does in its own time."""
    return bool(select.select([process], [], [], 5)[0])


def test_the_patience_with_a_text_is_little_more_than_the_time_it_takes() -> None:
    short, long = (EspeakSpeech(Manner(rate=160)).utterance(text, "de").patience for text in ("a", LONG))
    spoken = 630  # seconds, as measured
    assert short < 21
    assert 1.3 * spoken < long < 1.8 * spoken


@needs_espeak
@pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv is not installed: util-linux")
def test_it_falls_silent_when_the_app_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = plug_in_pipe(tmp_path, monkeypatch)
    speaks = (
        "from kiosk.devices.espeak_speech import EspeakSpeech, Manner\n"
        f"EspeakSpeech(Manner()).utterance(5 * {LONG!r}, 'de').speak()"
    )
    with subprocess.Popen([sys.executable, "-c", speaks]) as app, pipe.open("rb") as sound:
        assert sound.read(4096)
        app.send_signal(signal.SIGKILL)
        whole = 128_000_000  # bytes, as measured: nobody paces them here, and a busy machine kills late
        assert len(sound.read()) < whole / 2


def test_what_no_voice_may_take_for_a_command_is_taken_out() -> None:
    assert speakable("<b>Öffnungs\u00adzeiten</b>\x00 10 < 12").split() == ["Öffnungszeiten", "10", "<", "12"]
    assert "[[" not in speakable("[[[[x]]]]")
    assert speakable("\x07\u200b") == ""


def test_nothing_to_say_is_said_in_no_time() -> None:
    assert EspeakSpeech(Manner(), program="false").utterance("\x00", "de").speak() is False


def test_a_simulated_voice_keeps_what_it_said_until_it_is_stopped_or_finished(
    beside: ThreadPoolExecutor,
) -> None:
    voice = SimulatedSpeech(lasting=True)
    first = voice.utterance("eins", "de")
    told = beside.submit(first.speak)
    first.stop()
    assert told.result() is False
    voice.lasting = False
    assert voice.utterance("2", "de", Manner(rate=400)).speak() is True
    assert voice.said[-1].text == "2"
    voice.put_into = SpeechState.SILENT
    with pytest.raises(SpeechUnavailable):
        voice.utterance("drei", "de").speak()


def test_the_settings_name_the_voice_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    assert isinstance(speech_of(SpeechSettings()), EspeakSpeech)
    assert isinstance(speech_of(SpeechSettings(kind="simulated")), SimulatedSpeech)
    assert speech_of(SpeechSettings(kind="none")) is None
    file = tmp_path / "settings.toml"
    file.write_text('[speech]\nkind = "none"\nrate = 900\n')
    with pytest.raises(InvalidSetting) as refused:
        read_settings(file)
    assert (refused.value.values["name"], refused.value.values["line"]) == ("speech.rate", 3)
