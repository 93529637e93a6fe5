"""Cards by command: lost, replaced, PINs, history, a person's data."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.devices.kept_papers import paper_name, papers_by_owner
from kiosk.library_folder import LibraryFolder
from kiosk.services import Services
from kiosk.ui.staff.drafts import Drafts
from tests.cli.command import NOON, Cli


def test_a_lost_card_is_replaced_and_stays_lost(cli: Cli) -> None:
    assert cli("patrons", "lost", "R1").json == {"card": "R1", "lost": True}
    assert cli.circulation("checkout", "R1", "B1").reasons == [["card.lost"]]
    new = cli("patrons", "replace-card", "R1").json
    assert new["replaces"] == "R1"
    assert cli.circulation("checkout", "R1", "B1").reasons == [["card.lost"]]
    assert cli.circulation("checkout", new["card"], "B1").status == 0
    assert cli("patrons", "show", "R1").json["lost"] is True
    assert cli("patrons", "show", new["card"]).json["lost"] is False


def test_a_found_card_may_be_used_again(cli: Cli) -> None:
    cli("patrons", "lost", "R1")
    assert cli("patrons", "found", "R1").json == {"card": "R1", "lost": False}
    assert cli.circulation("checkout", "R1", "B1").status == 0


def test_a_reset_pin_is_told_once_and_must_be_changed(cli: Cli) -> None:
    told = cli("patrons", "reset-pin", "R1").json
    assert (told["card"], len(told["pin"]), told["must_change"]) == ("R1", 6, True)
    assert told["pin"] not in cli.plain("patrons", "data", "R1").out


def test_a_pin_is_changed_by_whoever_knows_it(cli: Cli) -> None:
    pin = cli("patrons", "reset-pin", "R1").json["pin"]
    wrong = cli.process("patrons", "change-pin", "R1", input="0000\n2468\n")
    assert (wrong.status, wrong.json["changed"]) == (1, False)
    assert [reason["code"] for reason in wrong.json["reasons"]] == ["card.wrong_pin"]
    right = cli.process("patrons", "change-pin", "R1", input=f"{pin}\n2468\n")
    assert (right.status, right.json["changed"]) == (0, True)
    for _ in range(4):
        cli.process("patrons", "change-pin", "nobody", input="0000\n2468\n")
    locked = cli.process("patrons", "change-pin", "nobody", input="0000\n2468\n")
    assert [reason["code"] for reason in locked.json["reasons"]] == ["card.locked"]


def test_history_is_shown_only_if_chosen(cli: Cli) -> None:
    assert cli("patrons", "history", "R1").json["error"]["code"] == "history_not_kept"
    assert cli("patrons", "history", "R1", "--keep").json == {"card": "R1", "keeps_history": True}
    cli.circulation("checkout", "R1", "B1")
    cli.circulation("return", "B1")
    (loan,) = cli("patrons", "history", "R1").json["loans"]
    assert (loan["title"], loan["returned_at"]) == ("Emma", "2026-03-02T12:00:00+01:00")
    cli("patrons", "history", "R1", "--forget")
    assert cli("patrons", "history", "R1").status == 1


def test_a_persons_data_come_as_json_and_as_text(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "data.txt"
    document = cli("patrons", "data", "R1", "--text", str(file)).json
    assert (document["patron"]["last_name"], document["patron"]["has_pin"]) == ("Nowak", False)
    assert "Nowak" in file.read_text(encoding="utf-8")


def test_who_has_something_out_is_not_erased(cli: Cli) -> None:
    cli.circulation("checkout", "R1", "B1")
    said = cli("patrons", "erase", "R1")
    assert (said.status, said.json["error"]["code"]) == (1, "patron_has_open_business")
    cli.circulation("return", "B1")
    assert cli("patrons", "erase", "R1", at=NOON).status == 0
    assert cli("patrons", "show", "R1").json["error"]["code"] == "card_unknown"


def test_no_file_of_the_library_holds_a_word_of_an_erased_person(cli: Cli) -> None:
    cli("requests", "make", "contact", "email=ewa@brzoza.example", "city=Łękołody", "--card", "R1")
    cli.circulation("checkout", "R1", "B1")
    cli.circulation("return", "B1", at="2026-05-02T12:00")
    cli.circulation(
        "waive", "R1", cli.circulation("account", "R1").json["owes"], "--reason", "Brzoza was ill"
    )
    words = ("Nowak", "nowak", "brzoza.example", "Łękołody", "Brzoza was ill", "1980-05-17")
    assert words_in_files(cli.home, words) == set(words)
    assert cli("patrons", "erase", "R1").status == 0
    assert words_in_files(cli.home, words) == set()


def erased_by_command(cli: Cli) -> None:
    assert cli("patrons", "erase", "R1").status == 0


def erased_by_request(cli: Cli) -> None:
    number = cli("requests", "make", "erase", "--card", "R1").json["number"]
    assert cli("requests", "decide", number, "done").status == 0


def erased_elsewhere(cli: Cli) -> None:
    services = Services(LibraryFolder(cli.home))
    services.erasing("R1", by="anna", at=datetime(2026, 3, 2, tzinfo=UTC))
    services.close()
    assert cli("nightly").status == 0


@pytest.mark.parametrize("erase", [erased_by_command, erased_by_request, erased_elsewhere])
def test_papers_that_tell_of_an_erased_person_go_and_all_others_stay(
    cli: Cli, erase: Callable[[Cli], None]
) -> None:
    receipts = cli.home / "receipts"
    for card in ("R1", "R2"):
        assert cli("slips", "statement", card).json["printed"]
    (_, mine), (_, theirs) = sorted(papers_by_owner(receipts).items())
    receipt = receipts / paper_name(datetime(2026, 3, 2, tzinfo=UTC))
    receipt.write_bytes(b"%PDF")
    erase(cli)
    assert set(receipts.iterdir()) == {*theirs, receipt}
    assert [path.exists() for path in mine] == [False]


@pytest.mark.parametrize("erase", [erased_by_command, erased_by_request, erased_elsewhere])
def test_drafts_that_tell_of_an_erased_person_go_and_all_others_stay(
    cli: Cli, erase: Callable[[Cli], None]
) -> None:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    asked = {
        card: cli("requests", "make", "purchase", f"title=Of {card}", "--card", card).json["number"]
        for card in ("R1", "R2")
    }
    numbers = {card: number.replace("-", "") for card, number in asked.items()}
    anna, bert = (Drafts(LibraryFolder(cli.home).drafts, account) for account in ("anna", "bert"))
    kept = ["patrons/new", "patrons/R2", "patrons/R2/note", f"messages/{numbers['R2']}", "desk/queue"]
    gone = ["patrons/R1", "patrons/R1/note", f"messages/{numbers['R1']}", "desk/money"]
    for form in (*kept, *gone):
        anna.keep(form, "Ewa Nowak", {"card": "R1", "text": "Brzoza"}, at)
    bert.keep("patrons/R1", "Ewa Nowak", {}, at)
    erase(cli)
    assert {draft.form for draft in anna.all()} == set(kept)
    assert bert.all() == ()


def words_in_files(folder: Path, words: tuple[str, ...]) -> set[str]:
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {word for word in words if any(word.encode() in content for content in contents)}


@pytest.mark.parametrize(
    "words",
    [
        ("lost", "nobody"),
        ("found", "nobody"),
        ("replace-card", "nobody"),
        ("reset-pin", "nobody"),
        ("language", "nobody", "de"),
        ("history", "nobody"),
        ("data", "nobody"),
        ("erase", "nobody"),
    ],
)
def test_a_card_nobody_has_is_told(cli: Cli, words: tuple[str, ...]) -> None:
    said = cli("patrons", *words)
    assert (said.status, said.json["error"]["code"]) == (1, "card_unknown")


def test_a_language_that_the_library_does_not_speak_is_told_with_those_it_does(cli: Cli) -> None:
    assert cli("patrons", "language", "R1", "PL").json["language"] == "pl"
    said = cli("patrons", "language", "R1", "xx")
    assert (said.status, said.json["error"]["code"]) == (1, "language_unknown")
    assert "en, de, pl" in said.err
