"""Holds that rest, loans undone, items given up and fees charged, at the command line."""

from pathlib import Path

import pytest

from tests.cli.command import LIBRARY, NOON, Cli


def test_a_hold_rests_wakes_and_moves(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B3", "--branch", "ISLAND")
    cli.circulation("hold", "R2", "B3", "--pickup", "MAIN")
    said = cli.circulation("suspend-hold", "R2", "B3", "--until", "2026-03-09")
    assert (said.status, said.outcomes[0]["act"], said.outcomes[0]["title"]) == (0, "suspend_hold", "Solaris")
    (hold,) = cli.circulation("account", "R2").json["holds"]
    assert (hold["state"], hold["suspended_until"], hold["position"]) == ("suspended", "2026-03-09", 1)
    told = cli.plain("circulation", "account", "R2", "--at", NOON)
    assert ("9 March" in told.out, "{" in told.out, "hold." in told.out) == (True, False, False)
    assert cli.circulation("move-hold", "R2", "B3", "--pickup", "north").status == 0
    assert cli("nightly", at="2026-03-09T03:00").json["holds_resumed"] == 1
    (hold,) = cli.circulation("account", "R2").json["holds"]
    assert (hold["state"], hold["suspended_until"], hold["pickup_branch"]) == ("queued", None, "NORTH")
    assert cli.circulation("suspend-hold", "R2", "B3").status == 0
    assert cli.circulation("resume-hold", "R2", "B3").status == 0
    cli.circulation("return", "B3", "--branch", "NORTH")
    said = cli.circulation("suspend-hold", "R2", "B3")
    assert (said.status, said.reasons) == (1, [["hold.not_waiting"]])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("suspend-hold R2 B1 --until tomorrow", "invalid_time"),
        ("suspend-hold R2 B1 --until 2026-03-02", "day_not_ahead"),
        ("suspend-hold R1 B1", "hold_unknown"),
        ("resume-hold R1 B1", "hold_unknown"),
        ("move-hold R2 B1 --pickup EAST", "branch_unknown"),
        ("resume-hold nobody B1", "card_unknown"),
        ("charge R1 1.00 --kind fine", "fee_unknown"),
        ("charge R1 1.00 --kind other", "fee_unknown"),
        ("charge R1 0 --kind membership", "invalid_amount"),
        ("charge nobody 1 --kind membership", "card_unknown"),
    ],
)
def test_what_cannot_be_done_is_told(cli: Cli, words: str, code: str) -> None:
    cli.circulation("checkout", "R1", "B1", "B2")
    cli.circulation("hold", "R2", "B1")
    said = cli.circulation(*words.split())
    assert (said.status, said.json["error"]["code"]) == (1, code)
    assert "{" not in said.err


def test_a_loan_is_undone_with_its_fee(cli: Cli) -> None:
    cli.circulation("checkout", "K1", "D1")
    said = cli.circulation("undo", "K1", "D1", at="2026-03-02T12:05")
    assert (said.status, said.outcomes[0]["act"]) == (0, "undo")
    account = cli.circulation("account", "K1").json
    assert (account["owes"], account["loans"]) == ("0.00", [])
    assert cli.circulation("undo", "K1", "D1").reasons == [["undo.not_last"]]
    cli.circulation("checkout", "K1", "D1")
    assert cli.circulation("undo", "K1", "D1", at="2026-03-02T13:00").reasons == [["undo.too_late"]]


def test_an_item_given_up_is_no_longer_lent(cli: Cli) -> None:
    assert cli.circulation("withdraw", "B3", "--reason", "torn").status == 0
    assert cli.circulation("checkout", "R1", "B3").reasons == [["item.withdrawn"]]
    cli.circulation("checkout", "R1", "B1")
    assert cli.circulation("withdraw", "B1").reasons == [["item.on_loan"]]


def test_a_fee_is_charged_and_paid_by_card(cli: Cli) -> None:
    said = cli.circulation("charge", "R1", "5", "--kind", "other", "--note", "printing")
    assert (said.status, said.outcomes[0]["charge"]) == (0, "5.00")
    assert cli.circulation("account", "R1").json["charges"][0]["kind"] == "other"
    assert cli.circulation("pay", "R1", "5.00", "--method", "card").status == 0
    assert cli.circulation("account", "R1").json["owes"] == "0.00"
    assert cli.plain("circulation", "charge", "R1", "1", "--kind", "bribe", "--at", NOON).status == 2


def test_fines_that_run_are_paid_as_the_account_tells_them(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    owed = cli.circulation("account", "R1", at="2026-04-04T12:00").json["owes"]
    assert owed == "1.00"
    assert cli.circulation("pay", "R1", owed, at="2026-04-04T12:00").status == 0
    assert cli.circulation("account", "R1", at="2026-04-04T12:00").json["owes"] == "0.00"
    assert cli.circulation("return", "B1", at="2026-04-05T12:00").outcomes[0]["charge"] == "0.20"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_every_act_is_told_in_words(cli: Cli, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", language)
    cli.circulation("checkout", "R1", "B1", "B2")
    for words in (
        "hold R2 B1",
        "suspend-hold R2 B1",
        "resume-hold R2 B1",
        "move-hold R2 B1 --pickup NORTH",
        "undo R1 B2",
        "withdraw D1",
        "charge R1 2.00 --kind membership",
    ):
        said = cli.plain("circulation", *words.split(), "--at", NOON)
        assert said.status == 0, said.err
        assert said.out.strip()
        assert "outcome." not in said.out
        assert "{" not in said.out


def test_a_loan_tells_what_decided_it_after_the_rules_have_changed(cli: Cli, tmp_path: Path) -> None:
    cli.circulation("checkout", "K1", "D1")
    changed = tmp_path / "library.toml"
    changed.write_text(LIBRARY.replace('"7 days"', '"2 days"').replace('"0.20"', '"3.00"'), encoding="utf-8")
    assert cli("library", "load", str(changed)).status == 0
    told = cli.circulation("loan", "d1", at="2026-03-11T12:00").json
    assert (told["due_at"], told["loan_fee"]) == ("2026-03-09T23:59:59+01:00", "1.50")
    (decided,) = told["decided"]
    assert (decided["at"], decided["act"]) == ("2026-03-02T12:00:00+01:00", "checkout")
    assert decided["rules"]["loan_period"] == {
        "value": "7 days",
        "row": 2,
        "scope": {"patron_category": "child", "item_type": "dvd"},
    }
    account = cli.circulation("account", "K1", at="2026-03-11T12:00").json
    assert told["fine_so_far"] == account["loans"][0]["fine_so_far"] == "0.40"
    assert cli.circulation("return", "D1", at="2026-03-11T12:00").outcomes[0]["charge"] == "0.40"
    said = cli.circulation("loan", "D1")
    assert (said.status, said.json["error"]["code"]) == (1, "loan_unknown")


def test_a_loan_is_told_in_words(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    said = cli.plain("circulation", "loan", "B1", "--at", NOON)
    assert (said.status, "28 days" in said.out, "{" in said.out) == (0, True, False)


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_a_statement_tells_every_entry(cli: Cli, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", language)
    cli.circulation("checkout", "K1", "D1")
    cli.circulation("charge", "K1", "2", "--kind", "membership")
    cli.circulation("pay", "K1", "2.00", "--method", "cash", at="2026-03-03T12:00")
    told = cli.circulation("statement", "K1", at="2026-03-11T12:00").json
    assert (told["owed"], told["running"], told["owes"]) == ("1.50", "0.40", "1.90")
    assert [(line["entry"], line["kind"], line["amount"], line["balance"]) for line in told["lines"]] == [
        ("charge", "loan_fee", "1.50", "1.50"),
        ("charge", "membership", "2.00", "3.50"),
        ("payment", "loan_fee", "-1.50", "2.00"),
        ("payment", "membership", "-0.50", "1.50"),
    ]
    assert told["lines"][0]["title"] == "Metropolis"
    assert told["lines"][1]["date"] == "2026-03-02T12:00:00+01:00"
    assert len(cli.circulation("statement", "K1", "--since", "2026-03-03").json["lines"]) == 0
    plain = cli.plain("circulation", "statement", "K1", "--at", "2026-03-11T12:00")
    assert (plain.status, "{" in plain.out, "ledger." in plain.out) == (0, False, False)
    assert cli.circulation("statement", "nobody").json["error"]["code"] == "card_unknown"
