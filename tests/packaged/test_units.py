"""The units are such as systemd understands, and hold the kiosk to its own folder and its own devices."""

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.make_deb import UNITS

UNIT_FOLDER = Path(__file__).parents[2] / "package/systemd"
SERVICES = [name for name in UNITS if name.endswith(".service")]


def _unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(UNIT_FOLDER / name)
    return parser


def test_systemd_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("systemd-analyze is not here: nothing was proved about the units")
    units = tmp_path / "usr/lib/systemd/system"
    units.mkdir(parents=True)
    for name in UNITS:
        shutil.copy(UNIT_FOLDER / name, units)
    (units / "seatd.service").write_text("[Service]\nExecStart=/usr/bin/cage\n")
    for program in ("opt/kiosk/kiosk", "usr/bin/cage", "bin/sh"):
        (tmp_path / program).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / program).write_text("#!/bin/sh\n")
        (tmp_path / program).chmod(0o755)
    for target in (
        "sysinit",
        "basic",
        "shutdown",
        "multi-user",
        "timers",
        "network",
        "network-online",
        "sockets",
    ):
        (units / f"{target}.target").write_text("[Unit]\nDescription=a target\n")
    (units / "system.slice").write_text("[Unit]\nDescription=a slice\n")
    (units / "-.slice").write_text("[Unit]\nDescription=a slice\n")
    done = subprocess.run(
        [tool, "verify", "--man=no", f"--root={tmp_path}", *UNITS],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "kiosk" in line]
    assert (complaints, done.returncode) == ([], 0), done.stderr


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_is_without_rights_and_writes_to_the_library_alone(name: str) -> None:
    service = _unit(name)["Service"]
    assert service["User"] == "kiosk"
    assert (service["NoNewPrivileges"], service["CapabilityBoundingSet"]) == ("yes", "")
    assert (service["ProtectSystem"], service["ReadWritePaths"]) == ("strict", "/var/lib/kiosk")
    assert (service["ProtectHome"], service["RestrictSUIDSGID"]) == ("yes", "yes")


def test_the_kiosk_is_guarded_stays_closed_by_staff_alone_and_its_console_cannot_be_left() -> None:
    unit = _unit("kiosk.service")
    service = unit["Service"]
    assert (service["Type"], service["WatchdogSec"]) == ("notify", "30")
    assert (service["Restart"], service["RestartSec"]) == ("on-failure", "1")
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert service["ExecStart"] == "/usr/bin/cage -d -- /opt/kiosk/kiosk guard"


@pytest.mark.parametrize("result", ["success", "signal", "core-dump", "exit-code", "watchdog"])
def test_after_a_failure_the_next_start_paints_without_the_graphics_card(result: str, tmp_path: Path) -> None:
    service = _unit("kiosk.service")["Service"]
    _, _, script = service["ExecStopPost"].replace("\\\n", "").partition("/bin/sh -c ")
    told = {"SERVICE_RESULT": result, "RUNTIME_DIRECTORY": str(tmp_path)}
    subprocess.run(["sh", "-c", *shlex.split(script)], env=told, check=True)
    painting = tmp_path / "painting"
    assert service["EnvironmentFile"] == "-/run/kiosk/painting"
    assert service["RuntimeDirectoryPreserve"] == "restart"
    if result == "success":
        assert not painting.exists()
    else:
        assert painting.read_text().split() == ["WLR_RENDERER=pixman", "QT_QUICK_BACKEND=software"]


def test_scripts_of_the_package_are_understood_by_the_shell() -> None:
    for script in (UNIT_FOLDER.parent / "deb").iterdir():
        if script.name != "control":
            subprocess.run(["sh", "-n", script], check=True)
