"""What `kiosk doctor` says of the camera."""

import sys

import pytest

from tests.cli.command import Cli
from tests.devices.test_camera import room


def camera_check(cli: Cli, settings: str) -> dict[str, object]:
    (cli.home / "settings.toml").write_text(settings, encoding="utf-8")
    (check,) = [check for check in cli("doctor").json["checks"] if check["name"] == "camera"]
    return dict(check)


def test_no_camera_is_no_fault(cli: Cli) -> None:
    assert camera_check(cli, "")["ok"] is True


def test_packages_that_are_missing_are_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    check = camera_check(cli, '[camera]\nkind = "opencv"\n')
    assert check["ok"] is False
    assert "opencv-python-headless" in str(check["detail"])


def test_a_camera_that_sees_tells_how_much_and_one_that_is_away_says_so(cli: Cli) -> None:
    settings = '[camera]\nkind = "simulated"\nfolder = "phone"\n'
    assert camera_check(cli, settings)["ok"] is False
    (cli.home / "phone").mkdir()
    room().save(cli.home / "phone" / "1.png")
    check = camera_check(cli, settings)
    assert (check["ok"], "1280" in str(check["detail"]) or "1,280" in str(check["detail"])) == (True, True)
