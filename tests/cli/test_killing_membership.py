"""Deciding, erasing, replacing a card and joining, killed at any instant: whole or never begun."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.model.request import RequestKind
from kiosk.services import Services
from tests.cli.command import LIBRARY, NOON, Cli
from tests.cli.killing import Tally, count, instants, kill, run_time

SHORT, LONG = 3, 50
JOINED = (
    "--last-name",
    "Żak",
    "--first-name",
    "Ola",
    "--birth-date",
    "1990-02-28",
    "--email",
    "o@example.org",
)


def joining(cli: Cli) -> tuple[str, ...]:
    file = cli.home / "joining.toml"
    file.write_text(LIBRARY + '\n[library.joining]\ncategory = "adult"\n', encoding="utf-8")
    assert cli("library", "load", str(file)).status == 0
    return ("patrons", "join", *JOINED)


def deciding(cli: Cli) -> tuple[str, ...]:
    made = cli("requests", "make", "contact", "last_name=Kowalska", "city=Ulm", "--card", "R1", at=NOON)
    return ("requests", "decide", made.json["number"], "done")


def erasing(cli: Cli) -> tuple[str, ...]:
    cli("requests", "make", "purchase", "title=Solaris", "--card", "R1")
    return ("patrons", "erase", "R1")


def replacing(_cli: Cli) -> tuple[str, ...]:
    return ("patrons", "replace-card", "R1", "N1")


def left_by_joining(services: Services) -> list[bool]:
    with services.database.read() as view:
        return [bool(view.patrons.temporary()), bool(view.requests.all(RequestKind.JOIN.value))]


def left_by_deciding(services: Services) -> list[bool]:
    with services.database.read() as view:
        patron, (request,) = view.patrons.by_card("R1"), view.requests.all()
        assert patron is not None
        return [
            patron.last_name == "Kowalska",
            patron.address is not None,
            request.state == "done",
            len(view.requests.steps(request.id)) == 1,
            any(entry.act == "request_done" for entry in view.audit.latest()),
        ]


def left_by_erasing(services: Services) -> list[bool]:
    with services.database.read() as view:
        return [
            view.patrons.by_card("R1") is None,
            not view.requests.all(),
            any(entry.act == "erase" for entry in view.audit.latest()),
        ]


def left_by_replacing(services: Services) -> list[bool]:
    with services.database.read() as view:
        return [
            view.patrons.by_card("N1") is not None,
            view.patrons.former.find("R1") is not None,
            view.patrons.by_card("R1") is None,
            any(entry.act == "card_replaced" for entry in view.audit.latest()),
        ]


COMMANDS: dict[str, tuple[Callable[[Cli], tuple[str, ...]], Callable[[Services], list[bool]]]] = {
    "patrons join": (joining, left_by_joining),
    "requests decide": (deciding, left_by_deciding),
    "patrons erase": (erasing, left_by_erasing),
    "patrons replace-card": (replacing, left_by_replacing),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_killed_command_is_whole_or_never_was(cli: Cli, tmp_path: Path, name: str) -> None:
    killed_often(cli, tmp_path, name, SHORT)


@pytest.mark.proof
@pytest.mark.parametrize("name", COMMANDS)
def test_fifty_killed_commands_are_whole_or_never_were(
    cli: Cli, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = killed_often(cli, tmp_path, name, LONG)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


def killed_often(cli: Cli, folder: Path, name: str, times: int) -> Tally:
    prepare, left = COMMANDS[name]
    command = prepare(cli)
    tally = Tally(name, run_time(copied(cli, folder / "measured"), *command))
    for number, after in enumerate(instants(times, tally.whole_run, seed=3)):
        one = copied(cli, folder / f"killed-{number}")
        killed = kill(one, after, *command)
        services = Services(LibraryFolder(one.home))
        parts = left(services)
        services.close()
        assert len(set(parts)) == 1, (killed, parts)
        assert parts[0] or not killed.confirmed, killed
        count(tally, killed, done=parts[0], begun=any(parts))
        shutil.rmtree(one.home)
    return tally


def copied(cli: Cli, home: Path) -> Cli:
    shutil.copytree(cli.home, home)
    return Cli(home)
