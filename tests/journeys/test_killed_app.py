"""The running app killed while items are borrowed and returned: what its screen confirmed is there, whole."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.outcome import ActBy
from kiosk.services import Services
from tests.cli.command import Cli, environment, furnish
from tests.cli.kept_libraries import Kept, furnished_on, snapshot
from tests.cli.killing import instants
from tests.postgresql_server import Server

SHORT = 2
# On each of two databases.
LONG = 100
CARD, ITEMS = "20000001", ("40000001", "40000002", "40000003")
FIRST = datetime.fromisoformat("2026-03-02T12:00:00+01:00")
# What was on loan when the app was killed is overdue in the next life, so that its return books a fine.
BETWEEN = timedelta(days=40)
_LIFE_S, _PATIENCE_S = 1.2, 90.0
# A scanner's codes are longer than those of the small library.
_PATRON = f"card,last_name,category\n{CARD},Lem,adult\n"
_TITLES = "title,year,barcode,branch,item_type\n" + "".join(
    f"{title},1950,{barcode},MAIN,book\n"
    for title, barcode in zip(("Kim", "Momo", "Dune"), ITEMS, strict=True)
)


@dataclass(frozen=True)
class Life:
    """What an app told before it was killed: the loans its account showed, acts confirmed, one in doubt."""

    shown: frozenset[str]
    done: tuple[tuple[str, str], ...]
    doubtful: tuple[str, str] | None


@dataclass
class Tally:
    """What all lives came to."""

    database: str
    kills: int = 0
    acts: int = 0
    in_doubt: int = 0
    there: int = 0

    def row(self) -> str:
        """Return a line for the table of proofs."""
        return f"| {self.database} | {self.kills} | {self.acts} | {self.in_doubt} | {self.there} |"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """A small library on each database in turn."""
    if request.param == "sqlite":
        made = Kept(furnish(tmp_path / "library"))
    else:
        server: Server = request.getfixturevalue("postgresql")
        made = furnished_on(server, tmp_path / "library")
    for name, text, command in (("more", _TITLES, "catalog"), ("persons", _PATRON, "patrons")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert made.cli(command, "import", str(tmp_path / name)).status == 0
    yield made
    if made.server is not None:
        made.server.drop(made.database)


def test_what_the_screen_confirmed_is_there_after_a_kill_and_nothing_is_half_there(
    kept: Kept, tmp_path: Path
) -> None:
    assert _lives(kept, tmp_path, SHORT).acts > 0


@pytest.mark.proof
def test_an_app_killed_many_times_keeps_what_its_screen_confirmed(
    kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = _lives(kept, tmp_path, LONG)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


def _lives(kept: Kept, folder: Path, kills: int) -> Tally:
    """Kill one app after another on the same library, and do by hand on a twin what each had confirmed."""
    tally = Tally("PostgreSQL" if kept.server else "SQLite")
    lent: set[str] = set()
    with kept.copied(folder / "twin") as twin:
        for number, seconds in enumerate(instants(kills, _LIFE_S, seed=kills)):
            at = FIRST + number * BETWEEN
            life = _live(kept.cli, at, seconds)
            # The screen of the next life shows what the one before had confirmed.
            assert life.shown == lent
            tally.kills += 1
            tally.acts += len(life.done)
            _repeat(twin.cli, at, life.done)
            there = snapshot(kept.cli)
            if life.doubtful is not None:
                tally.in_doubt += 1
                if there != snapshot(twin.cli):
                    _repeat(twin.cli, at, (life.doubtful,))
                    tally.there += 1
            assert there == snapshot(twin.cli), life
            assert kept.cli("db", "check").json["ok"], life
            lent = {str(row["barcode"]) for row in _account(kept.cli, at)}
    return tally


def _live(cli: Cli, at: datetime, seconds: float) -> Life:
    """Start the app, let it live for so long after its first act was confirmed, and kill it."""
    arguments = [
        sys.executable,
        "-m",
        "tests.journeys.killed_app",
        str(cli.home),
        at.isoformat(),
        CARD,
        *ITEMS,
    ]
    with open(cli.home.parent / "errors", "w+", encoding="utf-8") as errors:
        app = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment())
        assert app.stdout is not None
        patience = threading.Timer(_PATIENCE_S, app.kill)
        patience.start()
        marks = list(_until_confirmed(app.stdout))
        ended = _ended(app, seconds)
        app.kill()
        marks += app.stdout.read().splitlines()
        app.stdout.close()
        app.wait()
        patience.cancel()
        errors.seek(0)
        said = errors.read()
        assert marks, said
        assert (ended, "Traceback" in said, marks[0].startswith("shown")) == (False, False, True), said
    return _told(marks)


def _until_confirmed(marks: IO[str]) -> Iterator[str]:
    """Yield what the app tells up to its first act confirmed: a slow machine takes its time for that."""
    for mark in marks:
        yield mark
        if mark.startswith("done"):
            return


def _ended(app: subprocess.Popen[str], seconds: float) -> bool:
    """Return whether the app has ended by itself within so many seconds."""
    try:
        app.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _told(marks: list[str]) -> Life:
    words = [mark.split() for mark in marks]
    begun = [(act, barcode) for step, act, barcode in words[1:] if step == "begun"]
    done = tuple((act, barcode) for step, act, barcode in words[1:] if step == "done")
    doubtful = begun[-1] if len(begun) > len(done) else None
    return Life(frozenset(words[0][1:]), done, doubtful)


def _repeat(cli: Cli, at: datetime, acts: tuple[tuple[str, str], ...]) -> None:
    """Do the same acts as the kiosk, one after another."""
    services = Services(LibraryFolder(cli.home), FixedClock(at))
    profile = services.profile()
    by = ActBy(at, profile.branch, profile.functions)
    for act, barcode in acts:
        lending = act == "lend"
        outcome = services.acts.checkout(CARD, barcode, by) if lending else services.acts.checkin(barcode, by)
        assert outcome.done, outcome.reasons
    services.close()


def _account(cli: Cli, at: datetime) -> list[dict[str, object]]:
    loans: list[dict[str, object]] = cli.circulation("account", CARD, at=at.isoformat()).json["loans"]
    return loans
