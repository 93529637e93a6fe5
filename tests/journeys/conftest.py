"""The whole app over the sample library, made once and copied for each test."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from kiosk.founding import found
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.services import Services
from scripts.hands import Barcodes, Hands, speak_as_opened, telling_barcodes
from tests.journeys.ways import start_afresh
from tests.mistakes import no_mistake_goes_unheard

__all__ = ["no_mistake_goes_unheard"]  # pytest finds it here

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

T = TypeVar("T")
# A Tuesday afternoon in the sample library: open, two weeks before its first closure.
NOW = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample library as it was founded, and items in it worth scanning."""

    folder: Path
    barcodes: Barcodes


@dataclass(frozen=True, slots=True)
class Kiosk:
    """One app running over a library of its own, and a patron's hands at it."""

    hands: Hands
    services: Services
    barcodes: Barcodes

    @property
    def folder(self) -> Path:
        """The library folder."""
        return self.services.folder.path

    def aside(self, look: Callable[[Services], T]) -> T:
        """Look into the library at another desk: not on the thread of this window."""
        with ThreadPoolExecutor(1) as desk:
            return desk.submit(look, self.services).result()


OpenKiosk = Callable[..., Kiosk]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample library, made once; its patrons have no language of their own."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    found(services, demo=True, report=lambda _step: None)
    speak_as_opened(services)
    barcodes = telling_barcodes(services)
    services.close()
    return Sample(folder, barcodes)


@pytest.fixture(scope="session")
def running() -> Iterator[dict[object, Kiosk]]:
    """The one app that runs: what speaks its language is the process's own, so there are never two."""
    kiosks: dict[object, Kiosk] = {}
    yield kiosks
    close_all(kiosks)


@pytest.fixture
def open_kiosk(
    qtbot: QtBot, sample: Sample, tmp_path: Path, running: dict[object, Kiosk]
) -> Iterator[OpenKiosk]:
    """Open an app over a library of its own: `open_kiosk("de", LANDSCAPE, kiosk="kiosk-west")`.

    `prepare` changes the library before it is opened.
    """

    def opener(
        language: str = "en",
        size: tuple[int, int] = PORTRAIT,
        kiosk: str = "kiosk-1",
        prepare: Callable[[Services], None] | None = None,
    ) -> Kiosk:
        close_all(running)
        running["own"] = _open(sample, tmp_path / "library", language, size, kiosk, prepare)
        return running["own"]

    yield opener
    close_all(running)
    qtbot.wait(0)


@pytest.fixture
def use_kiosk(
    qtbot: QtBot, sample: Sample, tmp_path_factory: pytest.TempPathFactory, running: dict[object, Kiosk]
) -> Iterator[OpenKiosk]:
    """Use the app that is open already, at home and with nobody there: `use_kiosk("de", LANDSCAPE)`.

    It is for tests that leave the library as it is. One that was opened with the same `prepare` is used.
    """

    def user(
        language: str = "en",
        size: tuple[int, int] = PORTRAIT,
        prepare: Callable[[Services], None] | None = None,
    ) -> Kiosk:
        wanted = (language, size, prepare)
        if wanted not in running:
            close_all(running)
            folder = tmp_path_factory.mktemp("running") / "library"
            running[wanted] = _open(sample, folder, language, size, prepare=prepare)
        kiosk = running[wanted]
        kiosk.hands.step_up()
        start_afresh(kiosk.hands)
        return kiosk

    yield user
    for kiosk in running.values():
        start_afresh(kiosk.hands)


def _open(
    sample: Sample,
    folder: Path,
    language: str,
    size: tuple[int, int],
    kiosk: str = "kiosk-1",
    prepare: Callable[[Services], None] | None = None,
) -> Kiosk:
    shutil.copytree(sample.folder, folder)
    settings = folder / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace('"kiosk-1"', f'"{kiosk}"'), "utf-8")
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    if prepare is not None:
        prepare(services)
    return Kiosk(Hands.over(services, language, size, still=True), services, sample.barcodes)


def close_all(kiosks: dict[object, Kiosk]) -> None:
    """Close the one app that runs, if there is one."""
    if not kiosks:
        return
    for kiosk in kiosks.values():
        kiosk.hands.close()
        kiosk.services.close()
    kiosks.clear()
    # What is left goes here and now: on a worker's thread, timers could not be stopped.
    gc.collect()
