"""Calls for help by command: who waits, and who goes."""

from tests.cli.command import NOON, Cli


def test_a_call_is_listed_and_taken(cli: Cli) -> None:
    made = cli("help", "call", "--kiosk", "entrance", "--screen", "find", at=NOON).json
    assert made["called"]
    number = made["call"]["number"]
    (waiting,) = cli("help", "list", at=NOON).json["calls"]
    assert (waiting["number"], waiting["kiosk"], waiting["screen"], waiting["taken_by"]) == (
        number,
        "entrance",
        "find",
        None,
    )
    taken = cli("help", "take", str(number), at=NOON)
    assert (taken.status, taken.json["number"]) == (0, number)
    assert taken.json["taken_by"]
    assert cli("help", "list", at=NOON).json == {"calls": []}


def test_a_call_that_is_none_is_told(cli: Cli) -> None:
    refused = cli("help", "take", "99")
    assert (refused.status, refused.json["error"]["code"]) == (1, "help_call_unknown")
