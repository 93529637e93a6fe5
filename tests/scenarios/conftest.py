"""A town's library, made once and copied for each scenario."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Cli
from tests.scenarios.town import Town, found


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("town") / "library").cli.home


@pytest.fixture(autouse=True)
def _speaking_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")
    monkeypatch.delenv("KIOSK_HOME", raising=False)


@pytest.fixture
def town(founded: Path, tmp_path: Path) -> Town:
    home = tmp_path / "library"
    shutil.copytree(founded, home)
    return Town(Cli(home))
