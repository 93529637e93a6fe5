"""A large import is indexed by a process beside it, and ends with everything found."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.catalog.finding import Finder
from kiosk.catalog.search import Refreshed, SearchIndex, SearchRequest
from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import SystemClock
from kiosk.services import Services
from tests.cli.command import Cli, environment

_PATIENCE_S = 60


def _table(path: Path, first: int, count: int) -> Path:
    lines = [f"{number},Kiosk volume {number},Author{number % 7}" for number in range(first, first + count)]
    path.write_text("\n".join(["control_number,title,author", *lines]), encoding="utf-8")
    return path


def _found(cli: Cli, text: str) -> int:
    return SearchIndex.open(cli.home / "index").search(SearchRequest(text)).total


def test_an_import_with_a_process_beside_it_ends_with_all_found(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.catalog.indexed_import._WORTH_A_PROCESS", 1)
    begun: list[object] = []
    opened = subprocess.Popen

    def counted(*words: object, **options: object) -> object:
        begun.append(words[0])
        return opened(*words, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("kiosk.catalog.index_process.subprocess.Popen", counted)
    said = cli("catalog", "import", str(_table(tmp_path / "many.csv", 1, 1200)))
    assert (said.status, said.json["created"]) == (0, 1200)
    assert len(begun) == 1
    assert _found(cli, "kiosk volume") == 1200
    assert cli("catalog", "search", "kiosk volume").json["total"] == 1200


@pytest.mark.parametrize("there", [True, False], ids=["with an index before", "without one"])
def test_what_the_process_beside_has_built_is_not_built_once_more(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    if there:
        cli("index")
    monkeypatch.setattr("kiosk.catalog.indexed_import._WORTH_A_PROCESS", 1)
    built: list[object] = []
    rebuild = SearchIndex.rebuild

    def noted(*arguments: Any) -> Refreshed:
        built.append(arguments)
        return rebuild(*arguments)

    monkeypatch.setattr(SearchIndex, "rebuild", noted)
    assert cli("catalog", "import", str(_table(tmp_path / "many.csv", 1, 1200))).status == 0
    assert not built
    assert _found(cli, "kiosk volume") == 1200


def test_a_process_beside_that_fails_leaves_the_import_to_index_by_itself(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.catalog.indexed_import._WORTH_A_PROCESS", 1)
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    monkeypatch.setattr("kiosk.catalog.index_process.index_command", lambda *_: command)
    said = cli("catalog", "import", str(_table(tmp_path / "many.csv", 1, 300)))
    assert (said.status, said.json["created"]) == (0, 300)
    assert _found(cli, "kiosk volume") == 300


def test_a_follower_indexes_what_comes_and_ends_when_its_input_closes(cli: Cli, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "--home", str(cli.home), "index", "--following", "700"]
    follower = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
    )
    assert cli("catalog", "import", str(_table(tmp_path / "many.csv", 1, 700)), "--no-wait").status == 0
    told, _ = follower.communicate(timeout=_PATIENCE_S)
    assert follower.returncode == 0
    assert _found(cli, "kiosk volume") == 700
    assert "703/703" in told.splitlines()


class _Steps:
    """Stores one table after another each time it is asked whether more comes."""

    def __init__(self, services: Services, tables: list[Path]) -> None:
        self._services, self._tables = services, tables

    def __call__(self) -> bool:
        if not self._tables:
            return False
        self._services.importer.run([self._tables.pop(0)])
        return True


@pytest.mark.parametrize("coming", [0, 900])
def test_what_is_stored_step_by_step_is_indexed_as_it_comes(cli: Cli, tmp_path: Path, coming: int) -> None:
    services = Services(LibraryFolder(cli.home), SystemClock())
    tables = [_table(tmp_path / f"{number}.csv", number * 300, 300) for number in range(3)]
    # The last one changes what the first has brought.
    tables.append(tmp_path / "again.csv")
    tables[-1].write_text("control_number,title,author\n7,Neuromancer,Gibson\n", encoding="utf-8")
    finder: Finder = services.finder
    finder.follow(_Steps(services, tables), coming)
    index = SearchIndex.open(cli.home / "index")
    assert index.search(SearchRequest("kiosk volume", relax=False)).total == 900
    assert finder.status().state == "ready"
    services.close()
