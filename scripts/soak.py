"""Random patrons at the real app for minutes or hours: what it costs in memory, and what is left of them.

usage: python -m scripts.soak [--minutes 24] [--speed 20] [--seed 7] [--home LIBRARY] [--size 1080x1920]
       ... [--language de] [--settle 10] [--platform offscreen]

Patrons come one after another, `speed` times as fast as people, by a clock that runs as fast: they touch,
type, scan, flick, change language and aids, walk away. It ends with 1, and says why, at a crash, at any
warning of Qt, of QML or of the program, where resident memory at the end is more than 1.1 × that after the
first `settle` minutes, and where a word of a past visit is still reached. What it saw is printed as JSON;
how far it has come is told each minute, so that one that was cut short has not been for nothing.
Without a LIBRARY the sample library is made and goes again.
"""

import argparse
import faulthandler
import json
import logging
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuickControls2 import QQuickStyle

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.ui.shared.memory import share_freed_memory
from scripts.hands import Hands, speak_as_opened
from scripts.random_patron import RandomPatron, Town
from tests.journeys.left import words_left

_MOST = 1.1
_SAMPLE_S, _WORDS_EVERY_S = 5.0, 90.0
_BEAT_MS = 20
_MOVING_S = 0.1  # frames further apart than this belong to no one motion
# What is told of acts that were finished after a visit is no trouble: docs/visits.md has it.
_NO_SCREEN = "plugin does not support"
_TOLD = "after the end of a visit: "
BEGINS = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class Findings:
    """What a soak saw; memory in MB, times in ms."""

    seed: int
    minutes: float
    speed: float
    visits: int = 0
    acts: int = 0
    settled_mb: float = 0.0
    settled_own_mb: float = 0.0
    last_mb: float = 0.0
    last_own_mb: float = 0.0
    growth: float = 0.0
    each_minute_mb: list[float] = field(default_factory=list)
    frame_p50: float = 0.0
    frame_p95: float = 0.0
    stall_p99: float = 0.0
    stall_most: float = 0.0
    words_sought: int = 0
    warnings: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def faults(self) -> list[str]:
        """Say what must not be."""
        grown = f"memory grew {self.growth:.3f} times" if self.growth > _MOST else ""
        left = [f"a word of a past visit at {where}" for where in self.words.values()]
        unseen = "" if self.words_sought else "nobody looked for words of past visits"
        return [*filter(None, [grown, unseen]), *left, *self.warnings]


class QuickClock:
    """A clock that runs `speed` times as fast as the machine's."""

    def __init__(self, begins: datetime, speed: float) -> None:
        self._begins, self._speed, self._begun = begins, speed, time.monotonic()

    def now(self) -> datetime:
        """Return its moment."""
        return self._begins + timedelta(seconds=(time.monotonic() - self._begun) * self._speed)


class SoakWatch(QObject):
    """Notes frames, how long the thread of the screen left an event waiting, and memory."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.frames: list[float] = []
        self.stalls: list[float] = []
        self.memory: list[tuple[float, float, float]] = []  # seconds since the beginning, MB, own MB
        self._begun = self._beaten = self._framed = time.monotonic()
        hands.window.frameSwapped.connect(self._frame)
        self._beat, self._sample = QTimer(self), QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._beats)
        self._beat.start(_BEAT_MS)
        self._sample.timeout.connect(self.sample)
        self._sample.start(round(_SAMPLE_S * 1000))

    def sample(self) -> None:
        """Note how much memory the process has now."""
        values = dict(
            line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":" in line
        )
        whole, own = (int(values[name].split()[0]) / 1000 for name in ("VmRSS", "RssAnon"))
        self.memory.append((time.monotonic() - self._begun, whole, own))

    def between(self, first: float, last: float) -> tuple[float, float]:
        """Return the median memory between two moments, in seconds since the beginning."""
        inside = [one for one in self.memory if first <= one[0] <= last] or self.memory[-1:]
        return statistics.median(one[1] for one in inside), statistics.median(one[2] for one in inside)

    def _frame(self) -> None:
        now = time.monotonic()
        if now - self._framed < _MOVING_S:
            self.frames.append((now - self._framed) * 1000)
            del self.frames[: max(0, len(self.frames) - 100_000)]
        self._framed = now

    def _beats(self) -> None:
        now = time.monotonic()
        self.stalls.append(max(0.0, (now - self._beaten) * 1000 - _BEAT_MS))
        del self.stalls[: max(0, len(self.stalls) - 100_000)]
        self._beaten = now


def soak(hands: Hands, services: Services, town: Town, findings: Findings, settle_minutes: float) -> None:
    """Let patrons come until the time is over, and fill in the findings."""
    watch = SoakWatch(hands)
    patron = RandomPatron(hands, town, random.Random(findings.seed), findings.speed)
    seconds = QTimer(watch)
    seconds.timeout.connect(hands.counter.shell.second_passed)
    seconds.start(round(1000 / findings.speed))
    begun = looked = time.monotonic()
    whole = findings.minutes * 60
    minutes_told = 0
    while (passed := time.monotonic() - begun) < whole:
        if passed // 60 > minutes_told:
            minutes_told = int(passed // 60)
            told = f"… minute {minutes_told}: {watch.memory[-1][2]:.0f} MB of its own, "
            print(f"{told}{patron.visits} visits, {patron.acts} acts", file=sys.stderr, flush=True)
        known = len(findings.warnings)
        words = patron.come()
        if len(findings.warnings) > known:
            print(f"… in visit {patron.visits}: {' '.join(patron.trail)}", file=sys.stderr, flush=True)
        if time.monotonic() - looked > min(_WORDS_EVERY_S, whole / 8):
            patron.leave()
            if (left := words_left_beside(hands, services, words)) is not None:
                findings.words |= left
                findings.words_sought += len(words)
            looked = time.monotonic()
        watch.sample()
    settled = min(settle_minutes * 60, whole / 2)
    lately = whole / 24
    first = watch.between(settled - lately, settled + lately)
    last = watch.between(whole - 2 * lately, whole + 60)
    findings.visits, findings.acts = patron.visits, patron.acts
    findings.settled_mb, findings.settled_own_mb = first
    findings.last_mb, findings.last_own_mb = last
    findings.each_minute_mb = [watch.between(at - 30, at + 30)[1] for at in range(30, round(whole), 60)]
    findings.growth = max(last[0] / first[0], last[1] / first[1])
    findings.frame_p50, findings.frame_p95 = _quantile(watch.frames, 0.5), _quantile(watch.frames, 0.95)
    findings.stall_p99, findings.stall_most = _quantile(watch.stalls, 0.99), max(watch.stalls)


def words_left_beside(
    hands: Hands, services: Services, words: tuple[str, ...], patience_s: float = 60.0
) -> dict[str, str] | None:
    """Look for words in a copy of this process, which takes memory of its own; None where it did not end.

    Looking touches every object there is: done here, it would be most of what a soak measures.
    """
    hands.settle()
    reader, writer = os.pipe()
    if not (child := os.fork()):
        status = 1
        try:
            os.write(writer, json.dumps(words_left(hands, services, words, still=True)).encode())
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        ended, until = False, time.monotonic() + patience_s
        while not ended and time.monotonic() < until:
            hands.turn(0.05)
            ended = os.waitpid(child, os.WNOHANG)[0] == child
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        text = told.read()
    found = json.loads(text) if text else None
    return found if isinstance(found, dict) else None


def main() -> int:
    """Make a library, open the app over it, and let it soak."""
    options = _options()
    os.environ["QT_QPA_PLATFORM"] = options.platform
    faulthandler.enable()
    share_freed_memory()
    findings = Findings(options.seed, options.minutes, options.speed)
    hear_warnings(findings.warnings)
    with ExitStack() as stack:
        home = options.home
        if home is None:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "library"
            founding = Services(LibraryFolder(home))
            found(founding, demo=True, report=lambda _step: None)
            speak_as_opened(founding)
            founding.close()
        _application = QGuiApplication([])
        QQuickStyle.setStyle("Basic")
        services = Services(LibraryFolder(home), QuickClock(BEGINS, options.speed))
        stack.callback(services.close)
        town = town_of(services)
        width, height = map(int, options.size.split("x"))
        hands = Hands.over(services, options.language, (width, height))
        hands.counter.shell.stop()
        hands.counter.read_answers()
        stack.callback(hands.close)
        soak(hands, services, town, findings, options.settle)
    print(json.dumps(asdict(findings), indent=2))
    for fault in findings.faults:
        print(fault, file=sys.stderr)
    return 1 if findings.faults else 0


def town_of(services: Services) -> Town:
    """Look up who may come to a library, before the app is opened."""
    free: list[str] = []
    lent: list[str] = []
    with services.database.read() as view:
        cards = [one.card for batch in view.patrons.iterate() for one in batch]
        for batch in view.records.iterate(marc=False):
            for title in batch:
                for copy in title.copies:
                    (lent if copy.status == "on_loan" else free).append(copy.item.barcode)
    return Town(cards, free, lent)


def hear_warnings(heard: list[str]) -> None:
    """Note every warning of Qt, of QML and of the program, each once."""

    def told(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        harmless = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or _NO_SCREEN in str(message)
        if not harmless and str(message) not in heard:
            heard.append(str(message))
            print(message, file=sys.stderr, flush=True)

    class Hearing(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not (message := record.getMessage()).startswith(_TOLD):
                heard.append(f"{record.levelname} {message}")

    qInstallMessageHandler(told)
    logging.getLogger("kiosk").addHandler(Hearing(logging.WARNING))


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values) or [0.0]
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=24)
    parser.add_argument("--speed", type=float, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--settle", type=float, default=10)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--language", default="de")
    parser.add_argument("--platform", default="offscreen")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
