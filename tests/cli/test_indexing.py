"""The index follows what is imported, whichever way is the shorter."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import Cli, environment


def _generation(home: Path) -> str:
    return (home / "index" / "CURRENT").read_text("utf-8")


def _imported(cli: Cli, name: str, titles: int) -> None:
    file = cli.home / f"{name}.csv"
    rows = "".join(f"{name} {number};Author, Some;{name}{number}\n" for number in range(titles))
    file.write_text(f"title;author;barcode\n{rows}", "utf-8")
    assert cli.plain("catalog", "import", str(file), "--json").json["created"] == titles


def _found(cli: Cli, words: str) -> int:
    total: int = cli.plain("catalog", "search", words, "--json").json["total"]
    return total


def test_an_import_larger_than_the_catalogue_builds_the_index_anew(cli: Cli) -> None:
    assert _found(cli, "") >= 0
    before = _generation(cli.home)
    _imported(cli, "Walfisch", 80)
    assert _found(cli, "walfisch") == 80
    assert _generation(cli.home) != before


def test_a_small_import_is_added_to_the_index_there_is(cli: Cli) -> None:
    _imported(cli, "Walfisch", 80)
    before = _generation(cli.home)
    _imported(cli, "Seehund", 5)
    assert _found(cli, "seehund") == 5
    assert _found(cli, "walfisch") == 80
    assert _generation(cli.home) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits the memory of a process by the shell")
def test_a_machine_with_little_memory_builds_the_index_and_searches(cli: Cli) -> None:
    _imported(cli, "Walfisch", 80)
    for words in (("catalog", "reindex"), ("catalog", "search", "walfisch")):
        limited = ("sh", "-c", 'ulimit -v 1000000; exec "$@"', "sh", *cli.arguments(*words))
        done = subprocess.run(limited, capture_output=True, text=True, check=False, env=environment())
        assert done.returncode == 0, done.stderr


def test_what_is_lent_often_ranks_a_little_higher(cli: Cli) -> None:
    _imported(cli, "Walfisch", 2)
    assert _titles(cli) == ["Walfisch 0", "Walfisch 1"]
    assert cli.circulation("checkout", "R1", "Walfisch1").status == 0
    assert cli.circulation("return", "Walfisch1").status == 0
    assert _titles(cli) == ["Walfisch 1", "Walfisch 0"]


def _titles(cli: Cli) -> list[str]:
    found = cli.plain("catalog", "search", "walfisch", "--json").json["results"]
    return [row["title"] for row in found]
