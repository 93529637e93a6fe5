"""Commands killed at any instant leave an act, or a record with its items, whole or not at all."""

import shutil
from pathlib import Path

import pymarc
import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from tests.cli.command import NOON, Cli
from tests.cli.killing import Tally, count, instants, kill, run_time

CHECKOUT = ("circulation", "checkout", "K1", "D1", "--at", NOON)
ITEMS = 3
SHORT = 6
LONG, LONG_RECORDS = 50, 1000


def test_a_killed_checkout_is_whole_or_never_was(cli: Cli, tmp_path: Path) -> None:
    _kill_checkouts(cli, tmp_path, SHORT)


def test_a_killed_import_leaves_whole_records_and_goes_on_when_repeated(cli: Cli, tmp_path: Path) -> None:
    _kill_imports(cli, tmp_path, SHORT, records=100)


@pytest.mark.proof
def test_fifty_killed_checkouts_are_whole_or_never_were(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = _kill_checkouts(cli, tmp_path, LONG)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


@pytest.mark.proof
def test_fifty_killed_imports_leave_whole_records(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = _kill_imports(cli, tmp_path, LONG, LONG_RECORDS)
    with capsys.disabled():
        print(f"\n{tally.row()}")  # noqa: T201 - the proof's result


def _kill_checkouts(cli: Cli, folder: Path, times: int) -> Tally:
    tally = Tally("circulation checkout", run_time(_copy(cli, folder / "measured"), *CHECKOUT))
    for number, after in enumerate(instants(times, tally.whole_run, seed=1)):
        one = _copy(cli, folder / f"checkout-{number}")
        killed = kill(one, after, *CHECKOUT)
        loans, charges, audited = _left_by_checkout(one)
        assert loans == charges == audited, killed
        assert loans or not killed.confirmed, killed
        count(tally, killed, done=loans, begun=loans)
        again = one.circulation("checkout", "K1", "D1")
        assert again.reasons == ([["item.on_loan_to_you"]] if loans else [[]])
        shutil.rmtree(one.home)
    return tally


def _kill_imports(cli: Cli, folder: Path, times: int, records: int) -> Tally:
    file = folder / "records.mrc"
    file.write_bytes(b"".join(_record(number) for number in range(records)))
    command = ("catalog", "import", str(file))
    tally = Tally("catalog import", run_time(_copy(cli, folder / "measured"), *command))
    for number, after in enumerate(instants(times, tally.whole_run, seed=2)):
        one = _copy(cli, folder / f"import-{number}")
        killed = kill(one, after, *command)
        there = _whole_records(one)
        assert there == records or not killed.confirmed, killed
        count(tally, killed, done=there == records, begun=there > 0)
        again = one(*command)
        assert (again.status, again.json["created"], again.json["unchanged"]) == (0, records - there, there)
        assert _whole_records(one) == records
        assert one("catalog", "search", "killed").json["total"] == records
        shutil.rmtree(one.home)
    return tally


def _copy(cli: Cli, home: Path) -> Cli:
    shutil.copytree(cli.home, home)
    return Cli(home)


def _left_by_checkout(cli: Cli) -> tuple[bool, bool, bool]:
    """Return whether the loan, its fee and its entry in the audit trail are there, after a clean start."""
    assert cli("db", "check").json["ok"]
    account = cli.circulation("account", "K1").json
    services = Services(LibraryFolder(cli.home))
    with services.database.read() as view:
        audited = [entry.act for entry in view.audit.latest()]
    services.close()
    return bool(account["loans"]), account["owes"] == "1.50", audited == ["checkout"]


def _whole_records(cli: Cli) -> int:
    """Return how many of the records are there, each with all its items, after a clean start."""
    assert cli("db", "check").json["ok"]
    services = Services(LibraryFolder(cli.home))
    with services.database.read() as view:
        copies = [
            len(title.copies)
            for batch in view.records.iterate(marc=False)
            for title in batch
            if title.record.description.title.startswith("Killed")
        ]
    services.close()
    assert set(copies) <= {ITEMS}
    return len(copies)


def _record(number: int) -> bytes:
    record = pymarc.Record(leader="00000nam a2200000 a 4500")
    fields = [
        pymarc.Field(tag="001", data=f"kill{number}"),
        pymarc.Field(tag="003", data="TEST"),
        _field("245", a=f"Killed while reading {number}"),
        *(
            _field("952", p=f"X{number:04}{item}", a="MAIN", b="MAIN", y="book", o=f"KIL {number}")
            for item in range(ITEMS)
        ),
    ]
    record.add_field(*fields)  # type: ignore[no-untyped-call]
    return bytes(record.as_marc())


def _field(tag: str, **subfields: str) -> pymarc.Field:
    parts = [pymarc.Subfield(code, value) for code, value in subfields.items()]
    return pymarc.Field(tag=tag, indicators=pymarc.Indicators("1", "0"), subfields=parts)
