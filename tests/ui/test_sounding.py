"""What the screen says is also heard, softly and briefly; a machine without sound works as well."""

import io
import logging
import struct
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.settings import ScannerSettings
from kiosk.ui.patron.borrow_lines import BorrowLine
from kiosk.ui.patron.borrow_state import BorrowState
from kiosk.ui.patron.desk import Desk
from kiosk.ui.patron.return_state import ReturnLine, ReturnState
from kiosk.ui.patron.scanning import Scanning
from kiosk.ui.patron.sounding import Sounding, newest, stored_cue
from kiosk.ui.patron.title_rows import STOP
from kiosk.ui.patron.view_models.borrow import BorrowViewModel
from kiosk.ui.patron.view_models.checkin import CheckinViewModel
from kiosk.ui.patron.view_models.idle import IdleViewModel
from kiosk.ui.shared.cues import Cue, notes_of, wav_of
from kiosk.ui.shared.sound_player import ProgramPlayer, SoundFailedError, system_player


@dataclass
class Loudspeaker:
    """Keeps what was played, and how often it could not be."""

    heard: list[str] = field(default_factory=list)
    broken: bool = False
    silences: int = 0

    def __call__(self, sound: Path) -> None:
        assert sound.read_bytes()[:4] == b"RIFF"
        if self.broken:
            self.silences += 1
            raise SoundFailedError("broken")
        self.heard.append(sound.stem.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Stage:
    """A desk whose doings sound."""

    desk: Desk
    scanning: Scanning
    speaker: Loudspeaker
    expect: Callable[[list[str]], None]

    def borrow(self, *rows: BorrowLine) -> None:
        self.desk.view_model(BorrowViewModel).show(BorrowState(rows=rows))

    def give_back(self, *rows: ReturnLine) -> None:
        self.desk.view_model(CheckinViewModel).show(ReturnState(rows=rows))


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    speaker, desk, window = Loudspeaker(), Desk(), QQuickWindow()
    scanning = Scanning(window, ScannerSettings())
    sounding = Sounding(tmp_path / "sounds", speaker)
    sounding.listen(scanning, desk)

    def expect(heard: list[str]) -> None:
        qtbot.waitUntil(lambda: speaker.heard == heard)

    yield Stage(desk, scanning, speaker, expect)
    sounding.close()
    window.removeEventFilter(scanning)


def test_a_scan_is_heard_and_a_garbled_one_as_a_refusal(stage: Stage) -> None:
    stage.scanning.scanned.emit("10000017")
    stage.expect(["read"])
    stage.scanning.garbled.emit()
    stage.expect(["read", "refused"])


def test_each_item_is_heard_once_when_its_fate_is_known(stage: Stage) -> None:
    stage.borrow(BorrowLine(1, "checking", "Momo"))
    stage.borrow(BorrowLine(1, "done", "Momo"))
    stage.expect(["taken"])
    stage.borrow(BorrowLine(1, "done", "Momo", cover="file:///later.png"))
    stage.borrow(BorrowLine(2, "stopped", "Krabat"), BorrowLine(1, "done", "Momo"))
    stage.expect(["taken", "refused"])
    stage.give_back(ReturnLine(1, "Momo", ""))
    stage.give_back(ReturnLine(1, "Momo", "", place="Return shelf"))
    stage.expect(["taken", "refused", "taken"])
    stage.give_back(ReturnLine(2, "Krabat", "", tone=STOP), ReturnLine(1, "Momo", "", place="Return shelf"))
    stage.expect(["taken", "refused", "taken", "refused"])


def test_a_complaint_is_heard_and_a_kind_word_is_not(stage: Stage) -> None:
    stage.desk.shell.showToast("Renewed", icon="check")
    stage.desk.shell.showToast("The number is unknown", icon="alert")
    stage.expect(["refused"])


def test_the_countdown_ticks_at_20_10_and_5_seconds(stage: Stage) -> None:
    idle = stage.desk.view_model(IdleViewModel)
    ticks = 0
    for seconds in range(20, 0, -1):
        idle.show(True, seconds, True, "")
        idle.show(True, seconds, True, "Something is left open.")
        ticks += seconds in {20, 10, 5}
        stage.expect(["tick"] * ticks)
    assert ticks == 3


def test_no_loudspeaker_is_no_trouble_and_is_told_once(
    stage: Stage, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    stage.speaker.broken = True
    with caplog.at_level(logging.WARNING, "kiosk"):
        stage.scanning.scanned.emit("10000017")
        qtbot.waitUntil(lambda: "no sound: broken" in caplog.text)
        stage.scanning.garbled.emit()
        qtbot.waitUntil(lambda: stage.speaker.silences == 2)  # played by a thread of its own
        stage.speaker.broken = False
        stage.scanning.scanned.emit("10000017")
        stage.expect(["read"])
    assert caplog.text.count("no sound") == 1


def test_a_refusal_is_heard_before_all_else_and_nothing_twice() -> None:
    assert newest({}, {1: Cue.TAKEN, 2: Cue.REFUSED}) is Cue.REFUSED
    assert newest({1: Cue.TAKEN}, {1: Cue.TAKEN}) is None
    assert newest({1: Cue.REFUSED}, {1: Cue.TAKEN}) is Cue.TAKEN
    assert newest({1: Cue.TAKEN}, {}) is None


@pytest.mark.parametrize("cue", list(Cue))
def test_a_cue_is_short_and_soft_and_does_not_click(cue: Cue) -> None:
    with wave.open(io.BytesIO(wav_of(cue))) as file:
        frames = file.readframes(file.getnframes())
        length = file.getnframes() / file.getframerate()
    samples = struct.unpack(f"<{len(frames) // 2}h", frames)
    assert abs(length - sum(note.milliseconds for note in notes_of(cue)) / 1000) < 0.002
    assert length <= 0.35
    assert 2000 < max(map(abs, samples)) < 0.25 * 32_768
    assert abs(samples[0]) < 200
    assert abs(samples[-1]) < 200


def test_what_succeeds_goes_up_and_what_is_refused_goes_down_and_lower() -> None:
    taken, refused = notes_of(Cue.TAKEN), notes_of(Cue.REFUSED)
    assert taken[0].hertz < taken[1].hertz
    assert refused[0].hertz > refused[1].hertz
    assert max(note.hertz for note in refused) < min(note.hertz for note in taken)
    assert notes_of(Cue.READ)[0].hertz == 880


def test_a_stored_cue_is_made_once(tmp_path: Path) -> None:
    first = stored_cue(tmp_path / "sounds", Cue.READ)
    written = first.stat().st_mtime_ns
    assert stored_cue(tmp_path / "sounds", Cue.READ) == first
    assert first.stat().st_mtime_ns == written
    assert [path.name for path in first.parent.iterdir()] == [first.name]


def test_a_program_plays_the_file_and_a_bad_one_says_so(tmp_path: Path) -> None:
    sound, copy = tmp_path / "a.wav", tmp_path / "b.wav"
    sound.write_bytes(wav_of(Cue.READ))
    copying = f"import shutil, sys; shutil.copy(sys.argv[1], {str(copy)!r})"
    ProgramPlayer((sys.executable, "-c", copying))(sound)
    assert copy.read_bytes() == sound.read_bytes()
    for command in ((sys.executable, "-c", "raise SystemExit(1)"), (str(tmp_path / "nothing"),)):
        with pytest.raises(SoundFailedError):
            ProgramPlayer(command)(sound)


def test_a_program_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_words: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("player", 3)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(SoundFailedError, match="TimeoutExpired"):
        ProgramPlayer(("player",))(tmp_path / "a.wav")


def test_the_first_program_there_is_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_player() is None
    for name in ("aplay", "paplay"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    assert system_player() == ProgramPlayer((str(tmp_path / "paplay"),))
