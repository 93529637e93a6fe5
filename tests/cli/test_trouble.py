"""What goes wrong around a command: folders, disks, versions, settings, interruptions."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.circulation.checkout import Checkout
from kiosk.storage import sqlite
from tests.cli.command import NOON, Cli, Said, environment, furnish
from tests.small_disks import filled

CHECKOUT = ("circulation", "checkout", "R1", "B1", "--at", NOON)


def code(said: Any) -> tuple[int, str]:
    assert "Traceback" not in said.err
    return said.status, said.json["error"]["code"]


def test_a_folder_without_a_library_says_what_to_type(tmp_path: Path) -> None:
    for home in (tmp_path, tmp_path / "nowhere"):
        said = Cli(home)(*CHECKOUT)
        assert code(said) == (1, "no_library_here")
        assert "kiosk init" in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_looks_also_where_there_is_no_library(tmp_path: Path) -> None:
    said = Cli(tmp_path / "nowhere")("doctor")
    assert (said.status, said.json["ok"]) == (1, False)
    found = {check["name"]: check["ok"] for check in said.json["checks"]}
    assert (found["database"], found["space"], found["scanner"]) == (False, True, True)


def test_a_refused_file_is_told_on_standard_error_too(cli: Cli, tmp_path: Path) -> None:
    empty = tmp_path / "empty.mrc"
    empty.touch()
    for said in (cli("catalog", "import", str(empty)), cli.plain("catalog", "import", str(empty))):
        assert said.status == 1
        assert "The file is empty" in said.err


def test_init_accepts_an_empty_folder_and_is_harmless_when_repeated(tmp_path: Path) -> None:
    cli = Cli(tmp_path)
    first, second = cli("init"), cli("init")
    assert (first.status, first.json["created"]) == (0, True)
    assert (second.status, second.json["created"]) == (0, False)


def test_init_leaves_what_is_there(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    assert cli("init").status == 0
    assert len(cli.circulation("account", "R1").json["loans"]) == 1


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert code(Cli(file)("init")) == (1, "folder_not_writable")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('kiosk_nmae = "x"', "kiosk_nmae"),
        ('[screen]\nsize_inches = "big"', "screen.size_inches"),
        ("[screen", "line 1"),
        ('database_url = "oracle://x"', "database_url"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(cli: Cli, text: str, named: str) -> None:
    (cli.home / "settings.toml").write_text(text)
    said = cli(*CHECKOUT)
    assert code(said) == (1, "invalid_setting")
    assert named in said.err
    assert "{" not in said.err


def test_a_newer_database_is_left_alone(cli: Cli) -> None:
    with closing(sqlite3.connect(cli.home / "library.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    said = cli(*CHECKOUT)
    assert code(said) == (1, "database_newer")
    assert "9999" in said.err
    assert "{" not in said.err


def test_what_is_no_database_is_told_as_damaged(cli: Cli) -> None:
    for name in ("library.sqlite3-wal", "library.sqlite3-shm"):
        (cli.home / name).unlink(missing_ok=True)
    (cli.home / "library.sqlite3").write_bytes(b"this is no database at all" * 400)
    said = cli(*CHECKOUT)
    assert code(said) == (1, "database_damaged")
    assert "{" not in said.err


def test_a_server_that_is_not_there_is_told(cli: Cli, tmp_path: Path) -> None:
    (cli.home / "settings.toml").write_text(f'database_url = "postgresql://kiosk@/none?host={tmp_path}"')
    said = cli(*CHECKOUT)
    assert code(said) == (1, "database_unavailable")
    assert "{" not in said.err


def test_a_database_that_another_writes_to_for_long_is_told_as_busy(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MILLISECONDS", 100)
    with closing(sqlite3.connect(cli.home / "library.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert code(cli(*CHECKOUT)) == (1, "database_busy")
        other.execute("ROLLBACK")
    assert cli(*CHECKOUT).status == 0


def test_a_folder_that_cannot_be_written_to_is_told(cli: Cli) -> None:
    for path in (*cli.home.rglob("*"), cli.home):
        path.chmod(0o555 if path.is_dir() else 0o444)
    said = _without_rights(cli, *CHECKOUT)
    assert code(said) == (1, "folder_not_writable")
    assert str(cli.home) in said.err
    dumped = _without_rights(cli, "library", "dump", str(cli.home / "dump.toml"))
    assert code(dumped) == (1, "folder_not_writable")
    assert code(_without_rights(cli, "init")) == (1, "folder_not_writable")


def test_a_full_disk_is_told_and_what_was_there_is_whole(small_disk: Path) -> None:
    cli = furnish(small_disk / "library")
    assert cli(*CHECKOUT).status == 0
    with filled(small_disk):
        said = cli("circulation", "return", "B1", at=NOON)
        assert code(said) == (1, "disk_full")
    assert len(cli.circulation("account", "R1").json["loans"]) == 1
    assert cli("circulation", "return", "B1", at=NOON).status == 0


def test_files_that_may_grow_no_more_end_in_trouble_and_not_in_half_an_act(cli: Cli) -> None:
    size = (cli.home / "library.sqlite3").stat().st_size

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 8, size // 8))

    said = cli.process("patrons", "import", str(_many_patrons(cli)), preexec_fn=limited)
    assert said.status == 1
    assert "Traceback" not in said.err
    assert said.json["error"]["code"] in ("disk_full", "database_unavailable")
    assert cli("db", "check").status == 0
    assert cli(*CHECKOUT).status == 0


def test_an_interrupted_command_says_so_and_leaves_nothing_half(cli: Cli) -> None:
    file = _many_patrons(cli)
    running = subprocess.Popen(
        cli.arguments("patrons", "import", str(file)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        # Whoever runs the tests behind a shell's back has it ignored, and so would whatever they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    _wait_until_written(cli, running)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 1, err
    assert '"interrupted"' in out
    assert "Traceback" not in err
    assert cli("db", "check").status == 0
    assert cli("patrons", "import", str(file)).json["rejected"] == 0


def test_a_reader_of_the_output_who_leaves_is_no_mistake_of_the_program(cli: Cli) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    running = subprocess.run(
        cli.arguments("circulation", "explain", "R1", "B1"),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert running.returncode == 1
    assert running.stderr == ""


def test_a_mistake_of_the_program_is_told_as_such(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_of: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Checkout, "__call__", broken)
    said = cli(*CHECKOUT)
    assert said.status == 1
    assert "K000" in said.err
    assert said.json["error"]["code"] == "unknown"


def _without_rights(cli: Cli, *words: str) -> Said:
    """Run a command without root's right to write where nobody may."""
    command = cli.arguments(*words)
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("root may write everywhere, and setpriv is not there to take that away")
        less = "-dac_override,-dac_read_search"
        command = [setpriv, f"--bounding-set={less}", f"--inh-caps={less}", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    return Said(done.returncode, done.stdout, done.stderr)


def _many_patrons(cli: Cli) -> Path:
    file = cli.home.parent / "many.csv"
    rows = (f"N{number},{'x' * 400},adult" for number in range(600))
    file.write_text("card,last_name,category\n" + "\n".join(rows) + "\n")
    return file


def _wait_until_written(cli: Cli, running: "subprocess.Popen[str]") -> None:
    """Return when the first of the new patrons is there."""
    with closing(sqlite3.connect(cli.home / "library.sqlite3", timeout=5)) as connection:
        while running.poll() is None:
            if connection.execute("SELECT count(*) FROM patrons").fetchone()[0] > 50:
                return
