"""A furnished library folder, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import Cli, furnish
from tests.small_disks import small_disk_at


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return furnish(tmp_path_factory.mktemp("furnished") / "library").home


@pytest.fixture(autouse=True)
def _speaking_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")
    monkeypatch.delenv("KIOSK_HOME", raising=False)


@pytest.fixture
def cli(furnished: Path, tmp_path: Path) -> Cli:
    home = tmp_path / "library"
    shutil.copytree(furnished, home)
    return Cli(home)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    with small_disk_at(tmp_path / "disk", 8) as disk:
        yield disk
