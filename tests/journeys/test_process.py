"""The real command as a process of its own: a window on an X display, real X keys, a clean end."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from tests.journeys.conftest import Sample
from tests.journeys.ways import ANNA

_PATIENCE_S = 60.0
_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual X display with nothing else on it."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb and xdotool are not installed: the app was not tried on a real display")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=_PATIENCE_S)


@contextmanager
def _running(folder: Path, display: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "DISPLAY": display, "QT_QUICK_BACKEND": "software"}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "kiosk", "--home", str(folder), "run", "--windowed", "1080x1920"]
    process = subprocess.Popen(
        command, env=environment, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=_PATIENCE_S)
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()


def test_a_code_typed_by_a_scanner_on_a_real_display_lends_an_item_and_sigterm_ends_the_app(
    sample: Sample, tmp_path: Path, display: str
) -> None:
    folder, barcode = tmp_path / "library", sample.barcodes.free[0]
    shutil.copytree(sample.folder, folder)
    services = Services(LibraryFolder(folder))
    with _running(folder, display) as process:
        window = _window(display, process)
        _xdotool(display, "windowfocus", "--sync", window)
        # The window is there before the pages are: codes are scanned until one is taken.
        _wait(lambda: _scan_both(display, barcode) and _is_lent(services, barcode), process)
        process.send_signal(signal.SIGTERM)
        output, errors = process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert "qml" not in errors.casefold(), errors
    assert output == ""
    services.close()


def test_without_a_display_it_says_so_and_how_to_get_one(sample: Sample) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.endswith("DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "--home", str(sample.folder), "run"],
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "--platform vnc" in done.stderr
    assert "Xvfb" in done.stderr or "xvfb" in done.stderr


def _window(display: str, process: subprocess.Popen[str]) -> str:
    found: list[str] = []

    def there() -> bool:
        search = ("search", "--onlyvisible", "--pid", str(process.pid))
        found[:] = _xdotool(display, *search, must=False).split()
        return bool(found)

    _wait(there, process)
    return found[-1]


def _scan_both(display: str, barcode: str) -> bool:
    _xdotool(display, "type", "--delay", "3", f"{ANNA}\n{barcode}\n")
    return True


def _xdotool(display: str, *arguments: str, must: bool = True) -> str:
    done = subprocess.run(
        ["xdotool", *arguments],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=must,
    )
    return done.stdout


def _is_lent(services: Services, barcode: str) -> bool:
    with services.database.read() as view:
        item = view.items.by_barcode(barcode)
        return item is not None and view.loans.of_item(item.id) is not None


def _wait(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not condition():
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            raise AssertionError(process.stderr and process.stderr.read())
        assert time.monotonic() < until, "it takes too long"
