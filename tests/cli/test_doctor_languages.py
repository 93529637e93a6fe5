"""What `kiosk doctor` says of the languages' files."""

import shutil
from pathlib import Path

import pytest

from kiosk.words import language_files
from tests.cli.command import Cli


def languages(cli: Cli) -> list[tuple[bool, str]]:
    checks = [check for check in cli("doctor").json["checks"] if check["name"] == "languages"]
    return [(bool(check["ok"]), str(check["detail"])) for check in checks]


def test_whole_languages_are_told_by_their_codes(cli: Cli) -> None:
    assert languages(cli) == [(True, "de, en, pl")]


def test_what_is_wrong_in_a_folder_is_named_with_what_to_do(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(language_files.FOLDER / "en", tmp_path / "en")
    shutil.copytree(language_files.FOLDER / "en", tmp_path / "uk")
    (tmp_path / "uk/keyboard.toml").write_text('rows = ["abca"]', "utf-8")
    (tmp_path / "uk/Script.otf").write_bytes(b"")
    (tmp_path / "uk/look.po").unlink()
    monkeypatch.setattr(language_files, "FOLDER", tmp_path)
    whole, *each = languages(cli)
    assert not whole[0]
    assert [well for well, _said in each] == [False, False, False]
    assert "translate them" in each[0][1]
    assert each[1][1].startswith("uk/keyboard.toml: the letter a")
    assert each[2][1].startswith("uk/Script.otf is no typeface")
