"""How a command line is read: options anywhere, wrong usage, one document."""

import json
import subprocess
from pathlib import Path

import pytest

from kiosk.bootstrap import start
from tests.cli.command import NOON, Cli, Said, environment, furnish


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "circulation", "account", "R1"],
        ["circulation", "--json", "account", "R1"],
        ["circulation", "account", "--json", "R1"],
        ["circulation", "account", "R1", "--json"],
    ],
)
def test_json_may_stand_anywhere(cli: Cli, words: list[str]) -> None:
    said = cli.plain(*words)
    assert (said.status, said.json["name"]) == (0, "Ewa Nowak")


def test_the_folder_may_be_named_anywhere_and_the_last_counts(cli: Cli, tmp_path: Path) -> None:
    nowhere = Cli(tmp_path / "nowhere")
    assert nowhere.plain("circulation", "account", "R1", "--home", str(cli.home), "--json").status == 0
    assert nowhere.plain("circulation", f"--home={cli.home}", "account", "R1").status == 0


def test_the_folder_may_come_from_the_environment(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HOME", str(cli.home))
    assert start(["circulation", "account", "R1"]) == 0


def test_two_folders_are_two_libraries(cli: Cli, tmp_path: Path) -> None:
    other = furnish(tmp_path / "other")
    cli.circulation("checkout", "R1", "B1")
    assert other.circulation("account", "R1").json["loans"] == []


@pytest.mark.parametrize(
    "words",
    [
        "circulation checkout",
        "circulation checkout R1",
        "circulation checkout R1 B1 --nope",
        "circulation nope",
        "nope",
        "circulation waive R1 1",
        "circulation waive R1 1 --reason=",
        "circulation explain R1 B1 --act borrow",
        "circulation return",
        "run --windowed big",
        "patrons import",
        "catalog search x --form nosuch",
        "catalog search x --audience nobody",
    ],
)
def test_wrong_usage_is_status_2_with_one_document(cli: Cli, words: str) -> None:
    said = cli(*words.split())
    assert said.status == 2
    assert said.json["error"]["code"] == "usage"
    assert said.json["error"]["message"]
    assert "Traceback" not in said.err


@pytest.mark.parametrize("words", ["", "circulation", "catalog"])
def test_no_command_at_all_shows_the_help_and_is_wrong_usage(cli: Cli, words: str) -> None:
    plain = cli.plain(*words.split())
    assert plain.status == 2
    assert "Usage" in plain.out + plain.err
    assert json.loads(cli(*words.split()).out)["error"]["code"] == "usage"


def test_help_is_no_failure(cli: Cli) -> None:
    assert cli.plain("--help").status == 0
    assert "checkout" in cli.plain("circulation", "--help").out


def test_a_folder_option_without_a_folder_is_wrong_usage(cli: Cli) -> None:
    assert cli.plain("circulation", "account", "R1", "--home").status == 2


def test_what_is_no_text_is_wrong_usage(cli: Cli) -> None:
    said = cli("circulation", "account", "R\udcff")
    assert said.status == 2
    assert said.json["error"]["code"] == "usage"


def test_what_stands_behind_two_dashes_is_no_option(cli: Cli) -> None:
    said = cli.plain("--json", "circulation", "checkout", "R1", "--at", NOON, "--", "--json")
    assert (said.status, said.reasons) == (1, [["item.unknown"]])


def test_hostile_text_is_shown_as_it_was_read(cli: Cli) -> None:
    hostile = "'; DROP TABLE items; --\n{title}%s\u202e😀"
    said = cli.circulation("checkout", "R1", hostile)
    assert said.reasons == [["item.unknown"]]
    assert said.outcomes[0]["barcode"] == hostile.strip()
    assert cli.circulation("checkout", "R1", "B" * 100_000).status == 1


def test_a_process_gives_one_document_and_its_status(cli: Cli) -> None:
    done = cli.process("circulation", "checkout", "R1", "B1", "--at", NOON)
    refused = cli.process("circulation", "checkout", "R2", "B1", "--at", NOON)
    wrong = cli.process("circulation", "checkout")
    assert [(one.status, list(one.json)) for one in (done, refused, wrong)] == [
        (0, ["outcomes"]),
        (1, ["outcomes"]),
        (2, ["error"]),
    ]


def test_a_terminal_that_lacks_letters_still_gets_a_document(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    surroundings = {**environment(), "PYTHONIOENCODING": "ascii", "KIOSK_LANGUAGE": "pl"}
    command = cli.arguments("circulation", "checkout", "R2", "B1")
    done = subprocess.run(command, capture_output=True, env=surroundings, check=False)
    said = Said(done.returncode, done.stdout.decode("ascii"), done.stderr.decode("ascii"))
    assert said.status == 1
    assert said.reasons == [["item.on_loan"]]


def test_a_language_may_be_named_as_people_do(cli: Cli) -> None:
    by_code = cli.plain("catalog", "search", "", "--language", "ger", "--json").json
    assert by_code["facets"]["language"].keys() <= {"ger"}
    for name in ("de", "German", "niemiecki"):
        assert (
            cli.plain("catalog", "search", "", "--language", name, "--json").json["total"] == by_code["total"]
        )


def test_wrong_usage_names_what_is_allowed_and_no_library(cli: Cli) -> None:
    said = cli.plain("catalog", "search", "x", "--form", "nosuch", "--json").json["error"]["message"]
    assert "'nosuch' is not one of 'book', 'ebook'" in said
    assert "Value error" not in said
