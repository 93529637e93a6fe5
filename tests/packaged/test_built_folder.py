"""The folder that `make package` builds is whole, holds nothing under the GPL alone, and starts by itself."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalog.search import SearchIndex
from scripts.make_deb import make_deb
from scripts.package_licences import is_gpl_alone
from scripts.packaged import forbidden

pytestmark = pytest.mark.proof
ROOT = Path(__file__).parents[2]
_PATIENCE_S = 120


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder: what KIOSK_PACKAGED names, built just now, or built here."""
    if there := os.environ.get("KIOSK_PACKAGED"):
        return Path(there)
    where = tmp_path_factory.mktemp("packaged")
    build = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", "--distpath"]
    subprocess.run(
        [*build, str(where / "dist"), "--workpath", str(where / "work"), str(ROOT / "kiosk.spec")],
        check=True,
        cwd=ROOT,
    )
    return where / "dist/kiosk"


@pytest.fixture(scope="module")
def home(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, made by the built program."""
    home = tmp_path_factory.mktemp("home") / "library"
    said = _run(built, home, "init", "--demo")
    assert said["created"]
    return home


def _run(built: Path, home: Path, *words: str) -> Any:
    command = [str(built / "kiosk"), "--home", str(home), *words, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=_bare(), cwd="/", check=False)
    assert "Traceback" not in done.stderr
    assert "K000" not in done.stderr, done.stderr
    return json.loads(done.stdout)


def _bare() -> dict[str, str]:
    """Nothing of this project, and nothing of this Python, is found by the environment."""
    return {"PATH": "/usr/bin:/bin", "HOME": "/", "LANG": "C.UTF-8", "KIOSK_LANGUAGE": "en"}


def _names(built: Path) -> list[str]:
    return [str(path.relative_to(built)) for path in built.rglob("*")]


def test_nothing_under_the_gpl_alone_is_inside(built: Path) -> None:
    assert forbidden(_names(built)) == []
    rows = (built / "_internal/licences/README.md").read_text(encoding="utf-8").splitlines()
    licences = {row.split("|")[1].strip(): row.split("|")[3].strip() for row in rows if row.count("|") == 4}
    assert {"PySide6_Essentials", "SQLAlchemy", "tantivy", "psycopg"} <= licences.keys()
    assert {name for name, licence in licences.items() if is_gpl_alone(licence)} == set()


def test_all_data_translations_and_plugins_are_inside(built: Path) -> None:
    inside = built / "_internal"
    source = ROOT / "kiosk"
    data = [
        path for path in source.rglob("*") if path.suffix in (".po", ".qml", ".qss", ".ttf", ".txt", ".svg")
    ]
    migrations = (source / "storage/migrations").rglob("*.py")
    samples = [path for path in (ROOT / "data").rglob("*") if path.is_file()]
    wanted = [
        str(path.relative_to(ROOT))
        for path in (*data, *migrations, *samples, source / "ui/patron/qml/Kiosk/qmldir")
    ]
    assert len(wanted) > 400
    assert [name for name in wanted if not (inside / name).is_file()] == []
    plugins = {path.stem for path in (inside / "PySide6/Qt/plugins").rglob("*.so")}
    assert {"libqxcb", "libqwayland", "libqoffscreen", "libqvnc", "libqsvg", "libxdg-shell"} <= plugins
    assert [path for path in built.rglob("*") if path.is_symlink() and not path.exists()] == []


def test_no_library_of_the_distribution_is_inside(built: Path) -> None:
    """An old C++ or X11 library inside would keep a newer system's graphics drivers from loading."""
    names = {path.name for path in (built / "_internal").glob("lib*.so*")}
    foreign = (
        "libstdc++",
        "libglib",
        "libX11.",
        "libxcb.",
        "libfontconfig",
        "libfreetype.",
        "libGL",
        "libz.",
        "libssl.so",
    )
    assert [name for name in names if name.startswith(foreign)] == []


def test_the_commands_work(built: Path, home: Path) -> None:
    found = _run(built, home, "catalog", "search", "moon palace")
    assert [one["title"] for one in found["results"]] == ["Moon Palace"]
    assert _run(built, home, "policies", "ask", "What does a card cost?")["band"] == "answer"
    assert _run(built, home, "db", "check")["ok"]
    checks = {one["name"]: one["ok"] for one in _run(built, home, "doctor")["checks"]}
    assert (checks["database: integrity"], checks["index"], checks["articles"]) == (True, True, True)
    assert Path(_run(built, home, "nightly")["backup"]).is_file()
    assert _run(built, home, "circulation", "account", "20000017")["category"] == "adult"
    labels = home / "labels.pdf"
    _run(built, home, "labels", "30010001011", "--pdf", str(labels))
    assert labels.read_bytes().startswith(b"%PDF")
    exported = home / "all.mrc"
    _run(built, home, "catalog", "export", str(exported))
    assert _run(built, home, "catalog", "import", str(exported))["created"] == 0


@contextmanager
def _screen(tmp_path: Path) -> Iterator[str]:
    """A virtual screen of its own, on a number that nobody has."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        pytest.skip("Xvfb is not installed: nothing was proved about a window under X11")
    read, write = os.pipe()
    command = [xvfb, "-displayfd", str(write), "-screen", "0", "1080x1920x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            yield f":{os.read(read, 16).decode().strip()}"
        finally:
            server.terminate()
            os.close(read)


def _first_frame(command: list[Any], environment: dict[str, str], folder: Path) -> subprocess.Popen[str]:
    address = folder / "told"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.bind(str(address))
        told.settimeout(_PATIENCE_S)
        environment = environment | {"NOTIFY_SOCKET": str(address)}
        app = subprocess.Popen(command, env=environment, cwd="/", stderr=subprocess.PIPE, text=True)
        while not told.recv(256).startswith(b"READY=1"):
            pass
    return app


def test_the_kiosk_starts_under_x11_and_its_index_is_built_by_its_own_child(
    built: Path, home: Path, tmp_path: Path
) -> None:
    """Without an index the app starts `kiosk index`: in the folder that is the built program itself."""
    mine = tmp_path / "library"
    shutil.copytree(home, mine)
    shutil.rmtree(mine / "index")
    with _screen(tmp_path) as display:
        command = [built / "kiosk", "--home", mine, "run"]
        app = _first_frame(command, _bare() | {"DISPLAY": display}, tmp_path)
        until = time.monotonic() + _PATIENCE_S
        while SearchIndex.open(mine / "index").status().rebuild_needed:
            assert app.poll() is None, app.communicate()[1]
            assert time.monotonic() < until, "no index was built"
        app.send_signal(signal.SIGTERM)
        said = app.communicate(timeout=_PATIENCE_S)[1]
    assert app.returncode == 0, said
    assert "Traceback" not in said
    assert "qml" not in said.casefold()


def test_its_guard_starts_the_built_program_again(built: Path, home: Path, tmp_path: Path) -> None:
    """The app is killed as by a crash: another takes its place, and both end when the guard is told to."""
    shown = ("--platform", "offscreen", "--windowed", "1080x1920")
    command = [built / "kiosk", "--home", home, "guard", *shown]
    guard = _first_frame(command, _bare(), tmp_path)
    (first,) = _children(guard.pid)
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + _PATIENCE_S
    while not (after := [pid for pid in _children(guard.pid) if pid != first]):
        assert guard.poll() is None, guard.communicate()[1]
        assert time.monotonic() < until, "no other was started"
        time.sleep(0.05)
    assert Path(f"/proc/{after[0]}/exe").resolve() == (built / "kiosk").resolve()
    guard.send_signal(signal.SIGTERM)
    guard.communicate(timeout=_PATIENCE_S)
    assert guard.returncode == 0
    assert not Path(f"/proc/{after[0]}").exists()


def _children(pid: int) -> list[int]:
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for one in threads for child in one.read_text().split()]


def test_the_workspace_shows_its_door_under_x11(built: Path, home: Path, tmp_path: Path) -> None:
    """It is seen by another program, the one that types for tests, as a window with a title."""
    xdotool = shutil.which("xdotool")
    if xdotool is None:
        pytest.skip("xdotool is not installed: nothing was proved about the workspace's window")
    with _screen(tmp_path) as display:
        environment = _bare() | {"DISPLAY": display}
        app = subprocess.Popen([built / "kiosk", "--home", home, "staff"], env=environment, cwd="/")
        try:
            search = [xdotool, "search", "--sync", "--onlyvisible", "--pid", str(app.pid)]
            subprocess.run(
                search, env=environment, check=True, timeout=_PATIENCE_S, stdout=subprocess.DEVNULL
            )
            assert app.poll() is None
        finally:
            app.send_signal(signal.SIGTERM)
        assert app.wait(_PATIENCE_S) == 0


def test_programs_of_the_machine_are_started_with_the_machines_libraries(
    built: Path, home: Path, tmp_path: Path
) -> None:
    """A stand-in for the voice tells what environment it was given."""
    told = tmp_path / "told.txt"
    voice = tmp_path / "bin/espeak-ng"
    voice.parent.mkdir()
    voice.write_text(f'#!/bin/sh\necho "path=$LD_LIBRARY_PATH" >> {told}\n')
    voice.chmod(0o755)
    command = [str(built / "kiosk"), "--home", str(home), "doctor", "--json"]
    environment = _bare() | {"PATH": f"{voice.parent}:/usr/bin:/bin", "LD_LIBRARY_PATH": "/machines/own"}
    subprocess.run(command, env=environment, cwd="/", capture_output=True, check=False)
    assert set(told.read_text().split()) == {"path=/machines/own"}


def test_a_debian_package_of_it_names_where_all_goes(built: Path, tmp_path: Path) -> None:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("dpkg-deb is not here: nothing was proved about the package")
    package = make_deb(built, tmp_path, "9.9.9")
    assert package.name.startswith("kiosk_9.9.9_")
    listed = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True).stdout
    for name in ("opt/kiosk/kiosk", "usr/bin/kiosk", "usr/lib/systemd/system/kiosk.service"):
        assert f" ./{name}\n" in listed
    owners = {line.split()[1] for line in listed.splitlines()}
    assert owners == {"root/root"}
