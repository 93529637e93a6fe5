"""What the program notes of itself is kept in the library's folder of logs, a file a day."""

import logging
import multiprocessing
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.log_file import DailyLog, keep_log
from kiosk.storage import Database, sqlite_url

_LOGGER = logging.getLogger("kiosk")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    handlers = list(_LOGGER.handlers)
    yield
    _LOGGER.handlers[:] = handlers


def _lines(folder: Path) -> list[str]:
    [file] = folder.iterdir()
    assert re.fullmatch(r"kiosk-\d{4}-\d\d-\d\d\.log", file.name)
    return file.read_text(encoding="utf-8").splitlines()


def test_a_note_is_a_line_with_its_time_and_weight(tmp_path: Path) -> None:
    keep_log(lambda: tmp_path)
    _LOGGER.warning("no sound: %s", "gone")
    [line] = _lines(tmp_path)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ WARNING \d+ no sound: gone", line)


def test_it_is_told_on_standard_error_as_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    keep_log(lambda: tmp_path)
    _LOGGER.warning("no sound")
    assert "no sound" in capfd.readouterr().err


def test_another_library_has_a_log_of_its_own(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        keep_log(lambda name=name: tmp_path / name)  # type: ignore[misc]
        _LOGGER.error("K000")
    assert [len(_lines(tmp_path / name)) for name in ("first", "second")] == [1, 1]


def test_what_cannot_be_written_stops_nobody(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "missing", tmp_path / "file"):
        keep_log(lambda folder=folder: folder)  # type: ignore[misc]
        _LOGGER.error("K101")
    assert not (tmp_path / "missing").exists()
    assert capfd.readouterr().err.count("K101") == 2


def _write(folder: Path, number: int) -> None:
    log = DailyLog(lambda: folder)
    for _ in range(200):
        log.emit(logging.LogRecord("kiosk", logging.WARNING, "", 0, f"{number}" * 300, (), None))


def test_processes_that_write_at_once_leave_whole_lines(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(tmp_path, number)) for number in (1, 2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = _lines(tmp_path)
    assert len(lines) == 400
    assert all(re.search(r"WARNING \d+ (1{300}|2{300})$", line) for line in lines)


def test_a_mistake_in_the_program_is_kept_with_its_places_and_no_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").mkdir()
    reader = "Ada Lovelace"

    def broken(_arguments: object, services: Callable[[str], object], _launchers: object) -> int:
        services(str(tmp_path))
        raise ValueError(reader)

    monkeypatch.setattr(bootstrap, "main", broken)
    assert bootstrap.start(["doctor"]) != 0
    lines = _lines(tmp_path / "logs")
    assert "CRITICAL" in lines[0]
    for said in ("\n".join(lines), capfd.readouterr().err):
        assert "K000 ValueError" in said
        assert "test_log_file.py" in said
        assert reader not in said


def test_an_error_of_a_statement_names_no_values(tmp_path: Path) -> None:
    database = Database.open(sqlite_url(tmp_path / "library.db"), check=False)
    with pytest.raises(Exception, match="no such table") as told, database.connection(to_write=True) as link:
        link.exec_driver_sql("INSERT INTO nobody VALUES (?)", ("Ada Lovelace",))
    database.close()
    assert "Ada" not in str(told.value)
