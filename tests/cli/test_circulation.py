"""Lending and all else at the command line: documents, times, exit status."""

from pathlib import Path

import pytest

from tests.cli.command import NOON, Cli


def test_a_checkout_tells_what_the_contract_says(cli: Cli) -> None:
    said = cli.circulation("checkout", "R1", "B1")
    assert said.status == 0
    assert said.json == {
        "outcomes": [
            {
                "barcode": "B1",
                "done": True,
                "act": "checkout",
                "title": "Emma",
                "due_at": "2026-03-30T23:59:59+02:00",
                "charge": "0.00",
                "place": None,
                "limits": [{"branch": None, "item_type": None, "used": 1, "allowed": 3}],
                "reasons": [],
            }
        ]
    }
    assert said.err == ""


def test_one_refusal_among_several_makes_the_status_1(cli: Cli) -> None:
    said = cli.circulation("checkout", "R1", "B1", "nope", "B3")
    assert said.status == 1
    assert [outcome["done"] for outcome in said.outcomes] == [True, False, True]
    assert said.reasons[1] == ["item.unknown"]
    assert "nope" in said.outcomes[1]["reasons"][0]["message"]


def test_times_are_told_by_the_clock_of_the_items_home_branch(cli: Cli) -> None:
    said = cli.circulation("checkout", "R1", "B3", "--branch", "MAIN")
    assert said.outcomes[0]["due_at"] == "2026-03-30T23:59:59+00:00"
    account = cli.circulation("account", "R1").json
    assert account["loans"][0]["due_at"] == "2026-03-30T23:59:59+00:00"
    explained = cli.circulation("explain", "R2", "B3").json
    assert explained["due_at"] == "2026-03-30T23:59:59+00:00"


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-03-02T00:30", "2026-03-30T23:59:59+02:00"),
        ("2026-03-02T00:30+01:00", "2026-03-30T23:59:59+02:00"),
        ("2026-03-02T00:30Z", "2026-03-30T23:59:59+02:00"),
        ("2026-03-01T23:30Z", "2026-03-30T23:59:59+02:00"),
        ("2026-03-01T23:30-05:00", "2026-03-30T23:59:59+02:00"),
        ("2026-03-01T22:30Z", "2026-03-29T23:59:59+02:00"),
        ("2026-03-02", "2026-03-30T23:59:59+02:00"),
    ],
)
def test_a_time_without_an_offset_is_the_librarys(cli: Cli, at: str, due: str) -> None:
    assert cli.circulation("checkout", "R1", "B1", at=at).outcomes[0]["due_at"] == due


GARBLED = ("noon", " ", "2026-13-01", "2026-03-02T25:00", "0001-01-01", "9999-12-31T23:59")


@pytest.mark.parametrize("at", GARBLED)
def test_a_garbled_time_is_told_and_nothing_lent(cli: Cli, at: str) -> None:
    said = cli.circulation("checkout", "R1", "B1", at=at)
    assert said.status == 1
    assert said.json["error"]["code"] == "invalid_time"
    assert cli.circulation("account", "R1").json["loans"] == []


def test_unknown_cards_are_reasons_of_acts_and_errors_of_questions(cli: Cli) -> None:
    assert cli.circulation("checkout", "nobody", "B1").reasons == [["card.unknown"]]
    assert cli.circulation("renew", "nobody", "B1").reasons == [["card.unknown", "renewal.not_on_loan"]]
    assert cli.circulation("hold", "nobody", "B1").reasons[0][0] == "card.unknown"
    for words in ("account nobody", "renew nobody", "pay nobody 1", "cancel-hold nobody B1"):
        said = cli.circulation(*words.split())
        assert (said.status, said.json["error"]["code"]) == (1, "card_unknown"), words


def test_a_search_promises_nothing_to_a_card_nobody_has(cli: Cli) -> None:
    said = cli("catalog", "search", "", "--card", "nobody")
    assert (said.status, said.json["error"]["code"]) == (1, "card_unknown")
    assert cli("catalog", "search", "", "--card", " r1 ").status == 0


def test_a_return_says_where_to_lay_the_item(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1", "B2")
    said = cli.circulation("return", "B1", "B2", "nope")
    assert said.status == 1
    assert [outcome["place"] for outcome in said.outcomes] == ["shelf", "transit:NORTH", None]
    assert cli.circulation("return", "B2", "--branch", "north").outcomes[0]["place"] == "shelf"


def test_a_back_dated_return_costs_what_it_cost_then(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1", "B3")
    assert cli.circulation("return", "B1", at="2026-03-30T12:00").outcomes[0]["charge"] == "0.00"
    assert cli.circulation("return", "B3", at="2026-04-02T12:00").outcomes[0]["charge"] == "0.60"


def test_a_hold_is_placed_kept_and_cancelled(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B3", "--branch", "ISLAND")
    assert cli.circulation("hold", "R2", "B3", "--pickup", "MAIN").status == 0
    (hold,) = cli.circulation("account", "R2").json["holds"]
    assert hold == {
        "title": "Solaris",
        "state": "queued",
        "position": 1,
        "pickup_branch": "MAIN",
        "ready_until": None,
        "item": None,
        "suspended_until": None,
        "estimate_weeks": None,
    }
    assert cli.circulation("return", "B3", "--branch", "MAIN").outcomes[0]["place"] == "hold_shelf"
    assert cli.circulation("return", "B3", "--branch", "MAIN").outcomes[0]["place"] == "hold_shelf"
    (hold,) = cli.circulation("account", "R2").json["holds"]
    assert (hold["state"], hold["position"], hold["ready_until"]) == ("ready", None, "2026-03-09")
    assert cli.circulation("cancel-hold", "R2", "B3").status == 0
    assert cli.circulation("account", "R2").json["holds"] == []


def test_a_hold_on_one_item_is_placed_explained_and_cancelled(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1", "B2")
    asked = ("explain", "R2", "B2", "--act", "hold", "--item", "--pickup", "NORTH")
    assert cli.circulation(*asked).json["allowed"] is True
    said = cli.circulation("hold", "R2", "B1", "--item", "B2", "--pickup", "NORTH")
    assert (said.status, said.outcomes[0]["barcode"]) == (0, "B2")
    (hold,) = cli.circulation("account", "R2").json["holds"]
    assert (hold["item"], hold["pickup_branch"]) == ("B2", "NORTH")
    assert [reason["code"] for reason in cli.circulation(*asked).json["reasons"]] == ["hold.duplicate"]
    assert cli.circulation("explain", "R2", "B1", "--act", "hold", "--item").json["allowed"] is True
    assert cli.circulation("hold", "R2", "B1", "--item", "D1").reasons == [["item.unknown"]]
    assert cli.circulation("cancel-hold", "R2", "B1", "--item", "B1").status == 0
    assert len(cli.circulation("account", "R2").json["holds"]) == 1
    assert cli.circulation("cancel-hold", "R2", "B1", "--item", "b2").status == 0
    assert cli.circulation("account", "R2").json["holds"] == []


def test_explaining_a_hold_looks_at_the_pickup_branch(cli: Cli) -> None:
    here = cli.circulation("explain", "R1", "B1", "--act", "hold", "--branch", "ISLAND").json
    assert here["allowed"] is True
    there = cli.circulation("explain", "R1", "B1", "--act", "hold", "--branch", "ISLAND", "--pickup", "MAIN")
    assert [reason["code"] for reason in there.json["reasons"]] == ["hold.available_now"]


def test_losing_paying_and_forgiving_show_in_the_account(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    assert cli.circulation("lost", "B1").outcomes[0]["charge"] == "15.00"
    assert cli.circulation("pay", "R1", "10.50").outcomes[0]["charge"] == "10.50"
    assert cli.circulation("waive", "R1", "0.50", "--reason", "old copy").status == 0
    account = cli.circulation("account", "R1").json
    assert account["owes"] == "4.00"
    (charge,) = account["charges"]
    assert (charge["kind"], charge["amount"], charge["title"]) == ("replacement", "4.00", "Emma")
    assert charge["date"] == "2026-03-02T12:00:00+01:00"


@pytest.mark.parametrize("amount", ["ten", "1.505", "0", "1e999999999", "NaN", "٣x"])
def test_what_is_no_amount_is_told(cli: Cli, amount: str) -> None:
    said = cli.circulation("pay", "R1", amount)
    assert (said.status, said.json["error"]["code"]) == (1, "invalid_amount")


def test_more_than_is_owed_is_not_taken(cli: Cli) -> None:
    said = cli.circulation("pay", "R1", "1.00")
    assert (said.status, said.json["error"]["code"]) == (1, "more_than_owed")
    assert "€0.00" in said.err


def test_an_account_shows_requests_and_messages(cli: Cli) -> None:
    account = cli.circulation("account", "R1").json
    assert account == {
        "name": "Ewa Nowak",
        "category": "adult",
        "expires_on": None,
        "owes": "0.00",
        "loans": [],
        "holds": [],
        "charges": [],
        "requests": [],
        "messages": [],
    }
    cli.circulation("checkout", "R1", "B3", "--branch", "ISLAND")
    cli.circulation("hold", "R2", "B3")
    cli.circulation("lost", "B3")
    (message,) = cli.circulation("account", "R2").json["messages"]
    assert (message["from"], message["seen"]) == ("library", False)
    assert "Solaris" in message["text"]


def test_explaining_names_the_row_behind_every_value(cli: Cli) -> None:
    said = cli.circulation("explain", "K1", "D1")
    assert said.status == 0
    explained = said.json
    assert (explained["allowed"], explained["charge"], explained["reasons"]) == (True, "1.50", [])
    assert explained["due_at"] == "2026-03-09T23:59:59+01:00"
    assert explained["rules"]["loan_period"] == {
        "value": "7 days",
        "row": 2,
        "scope": {"patron_category": "child", "item_type": "dvd"},
    }
    assert explained["rules"]["max_loans"] == {"value": 3, "row": 1, "scope": {}}
    assert explained["rules"]["fine_per_day"]["value"] == "0.20"
    assert explained["rules"]["hold_shelf_days"] == {"value": 7, "row": None, "scope": {}}
    assert cli.circulation("account", "K1").json["loans"] == []


def test_explaining_exits_0_whatever_it_decides_and_warns_in_words(cli: Cli) -> None:
    said = cli.circulation("explain", "R2", "B1")
    (warning,) = said.json["warnings"]
    assert warning["code"] == "birth_date_unknown"
    assert "birth date" in warning["message"]
    for words in ("R1 nope", "nobody B1", "R1 B1 --act renew", "R1 B1 --act hold"):
        said = cli.circulation("explain", *words.split())
        assert said.status == 0
        assert said.json["allowed"] is False


def test_explaining_in_words_fills_every_sentence(cli: Cli) -> None:
    said = cli.plain("circulation", "explain", "R1", "B1", "--act", "hold", "--at", NOON)
    assert said.status == 0
    assert "Main Library" in said.out
    assert "{" not in said.out
    assert "None" not in said.out


def test_an_unknown_branch_is_told_with_those_there_are(cli: Cli) -> None:
    said = cli.circulation("checkout", "R1", "B1", "--branch", "EAST")
    assert (said.status, said.json["error"]["code"]) == (1, "branch_unknown")
    assert "MAIN, NORTH, ISLAND" in said.err


def test_an_unknown_title_is_told(cli: Cli) -> None:
    said = cli.circulation("hold", "R1", "no such thing")
    assert (said.status, said.json["error"]["code"]) == (1, "record_unknown")


def test_words_go_to_standard_output_without_json_and_beside_it_with(cli: Cli) -> None:
    plain = cli.plain("circulation", "checkout", "R1", "B1", "--at", NOON)
    assert plain.status == 0
    assert plain.out == "Borrowed: Emma. Due Monday 30 March.\n"
    refused = cli.plain("circulation", "checkout", "R2", "B1", "--at", NOON)
    assert refused.status == 1
    assert ("somebody else" in refused.err, refused.out) == (True, "")
    told = cli.circulation("checkout", "R2", "B1")
    assert "somebody else" in told.err
    assert told.reasons == [["item.on_loan"]]


def test_acts_are_audited_under_the_systems_user(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "nightshift")
    cli.circulation("checkout", "R1", "B1")
    cli.circulation("return", "B1", at="2026-04-01T12:00")
    cli.circulation("pay", "R1", "0.20")
    from kiosk.library_folder import LibraryFolder
    from kiosk.services import Services

    services = Services(LibraryFolder(cli.home))
    with services.database.read() as view:
        entries = view.audit.latest()
    services.close()
    assert [(entry.account, entry.act) for entry in entries[:3]] == [
        ("nightshift", "pay"),
        ("nightshift", "return"),
        ("nightshift", "checkout"),
    ]


def test_a_night_twice_does_its_work_once(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    cli.circulation("hold", "R2", "B1", "--pickup", "NORTH")
    assert cli("nightly", at="2026-03-20T03:00").status == 0
    said = cli("nightly", at="2026-03-20T03:00")
    nothing = {
        "holds_resumed": 0,
        "holds_expired": 0,
        "links_cut": 0,
        "holds_forgotten": 0,
        "changes_forgotten": 0,
        "notices_queued": 0,
        "notices_sent": 0,
        "notices_waiting": 0,
    }
    told = said.json
    assert Path(told.pop("backup")).is_file()
    assert told.pop("backups_dropped") in (
        0,
        1,
    )  # both may be of one second
    assert told == {**nothing, "index_rebuilt": False}
