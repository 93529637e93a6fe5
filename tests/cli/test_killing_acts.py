"""Every act of circulation killed at any instant, on both databases: all of it is there, or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import NOON, Cli
from tests.cli.kept_libraries import Kept, Snapshot, furnished_on, snapshot
from tests.cli.killing import Killed, Tally, count, instants, kill, run_time
from tests.postgresql_server import Server

SHORT = 2
# Eight commands on each of two databases: two hundred kills and more on each.
LONG = 26
EARLIER, LATE, NIGHT = "2026-01-05T12:00", "2026-02-20T12:00", "2026-03-20T03:00"


@dataclass(frozen=True)
class Act:
    """A command to be killed, and what was done before it."""

    name: str
    words: tuple[str, ...]
    past: tuple[tuple[str, tuple[str, ...]], ...]
    at: str = NOON

    def __str__(self) -> str:
        return self.name


LENT = ((EARLIER, ("checkout", "R1", "B3")),)
WANTED = (*LENT, (LATE, ("hold", "R2", "B3")))
ACTS = (
    Act("checkout", ("circulation", "checkout", "K1", "D1"), ()),
    Act("return", ("circulation", "return", "B3"), WANTED),
    Act("renew", ("circulation", "renew", "R1", "B3"), LENT),
    Act("hold", ("circulation", "hold", "R2", "B3"), LENT),
    Act("cancel-hold", ("circulation", "cancel-hold", "R2", "B3"), (*WANTED, (LATE, ("return", "B3")))),
    Act("lost", ("circulation", "lost", "B3"), WANTED),
    Act("pay", ("circulation", "pay", "R1", "2.50"), (*LENT, (NOON, ("return", "B3")))),
)
TWO_KEPT = (
    (EARLIER, ("checkout", "R1", "B3", "D1")),
    (LATE, ("hold", "R2", "B3")),
    (LATE, ("hold", "K1", "D1")),
    (NOON, ("return", "B3", "D1")),
    (NOON, ("hold", "R1", "B3")),
)
NIGHTLY = Act("nightly", ("nightly",), TWO_KEPT, NIGHT)


@pytest.fixture(scope="module")
def on_postgresql(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return furnished_on(postgresql, tmp_path_factory.mktemp("on-postgresql") / "library")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def kept(request: pytest.FixtureRequest, furnished: Path, tmp_path: Path) -> Iterator[Kept]:
    """A library of the test's own, on each database in turn."""
    sqlite = request.param == "sqlite"
    whole = Kept(Cli(furnished)) if sqlite else request.getfixturevalue("on_postgresql")
    with whole.copied(tmp_path / "library") as mine:
        yield mine


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_a_killed_act_is_whole_or_never_was(kept: Kept, tmp_path: Path, act: Act) -> None:
    _kill(kept, tmp_path, act, SHORT, _whole_or_nothing)


def test_a_killed_night_goes_on_where_it_stopped(kept: Kept, tmp_path: Path) -> None:
    _kill(kept, tmp_path, NIGHTLY, SHORT, _whole_holds)


@pytest.mark.proof
@pytest.mark.parametrize("act", ACTS, ids=str)
def test_many_killed_acts_are_whole_or_never_were(
    kept: Kept, tmp_path: Path, act: Act, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = _kill(kept, tmp_path, act, LONG, _whole_or_nothing)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


@pytest.mark.proof
def test_many_killed_nights_go_on_where_they_stopped(
    kept: Kept, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = _kill(kept, tmp_path, NIGHTLY, LONG, _whole_holds)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


Look = Callable[[Snapshot, Snapshot, Snapshot], None]


def _kill(kept: Kept, folder: Path, act: Act, times: int, look: Look) -> Tally:
    """Kill the act at many instants; ``look`` says what may be there between before and after."""
    _live(kept.cli, act)
    before, words = snapshot(kept.cli), (*act.words, "--at", act.at)
    with kept.copied(folder / "measured") as whole:
        tally = Tally(f"{act.name}, {'PostgreSQL' if kept.server else 'SQLite'}", run_time(whole.cli, *words))
        after = snapshot(whole.cli)
    assert after != before
    for number, instant in enumerate(instants(times, tally.whole_run, seed=len(act.name))):
        with kept.copied(folder / f"{act.name}-{number}") as one:
            killed = kill(one.cli, instant, *words)
            _look_after(one.cli, words, killed, tally, before, after, look)
    return tally


def _live(cli: Cli, act: Act) -> None:
    for at, words in act.past:
        said = cli.circulation(*words, at=at)
        assert said.status == 0, said


def _look_after(
    one: Cli,
    words: tuple[str, ...],
    killed: Killed,
    tally: Tally,
    before: Snapshot,
    after: Snapshot,
    look: Look,
) -> None:
    assert one("db", "check").json["ok"], killed
    there = snapshot(one)
    look(there, before, after)
    assert there == after or not killed.confirmed, killed
    count(tally, killed, done=there == after, begun=there != before)
    if there != after:
        assert one(*words).status == 0
        assert snapshot(one) == after


def _whole_or_nothing(there: Snapshot, before: Snapshot, after: Snapshot) -> None:
    assert there in (before, after)


def _whole_holds(there: Snapshot, before: Snapshot, after: Snapshot) -> None:
    """Each hold of the night is one act: all of its title is as before, or all as after."""
    for name, rows in there.items():
        assert [row for row in rows if row not in before[name] and row not in after[name]] == []
    for record in {row["record_id"] for row in before["holds"]}:
        of_title = [_of_title(one, record) for one in (there, before, after)]
        assert of_title[0] in of_title[1:]


def _of_title(all_there: Snapshot, record: int) -> list[dict[str, Any]]:
    return [row for name in ("holds", "items") for row in all_there[name] if row["record_id"] == record]
