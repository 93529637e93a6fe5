"""Settings of a machine: every key has a default, and what is wrong is named by key and line."""

from pathlib import Path

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.model.errors import FolderNotWritable, InvalidSetting
from kiosk.settings import Settings, default_settings_file, read_settings, write_default_settings


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_that_is_written_says_the_defaults(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, default_settings_file())) == Settings()


def test_every_key_is_explained_in_the_file() -> None:
    lines = default_settings_file().splitlines()
    for number, line in enumerate(lines):
        if " = " in line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ('kiosk_name = "a"\ncolour = "red"\n', 2, "colour"),
        ('kiosk_name = "a"\n\n[screen]\nsize_inches = "big"\n', 4, "screen.size_inches"),
        ('[screen]\norientation = "upside"\n', 2, "screen.orientation"),
        ("[scanner]\nkey_gap_ms = 3\n", 2, "scanner.key_gap_ms"),
        ("[plotter]\n", 1, "plotter"),
        ("kiosk_name = \n", 1, "?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(tmp_path: Path, text: str, line: int, name: str) -> None:
    with pytest.raises(InvalidSetting) as caught:
        read_settings(written(tmp_path, text))
    assert caught.value.values["line"] == line
    assert caught.value.values["name"] == name
    assert caught.value.values["allowed"]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xd8\xff\xe0 JPEG")
    with pytest.raises(InvalidSetting):
        read_settings(path)


def test_a_settings_file_is_never_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path, 'kiosk_name = "mine"\n')
    assert not write_default_settings(path)
    assert read_settings(path).kiosk_name == "mine"


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(FolderNotWritable):
        LibraryFolder(tmp_path / "taken").create(Settings())


def test_home_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "environment"))
    assert LibraryFolder.find(None).path == tmp_path / "environment"
    assert LibraryFolder.find(str(tmp_path / "given")).path == tmp_path / "given"
