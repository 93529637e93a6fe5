"""Joining by command: as at a kiosk, then confirmed by staff."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import LIBRARY, NOON, Cli, environment

EWA = (
    "--last-name",
    "Żak",
    "--first-name",
    "Ewa",
    "--birth-date",
    "1990-02-28",
    "--email",
    "ewa@example.org",
)


@pytest.fixture
def joining(cli: Cli, tmp_path: Path) -> Cli:
    file = tmp_path / "joining.toml"
    file.write_text(LIBRARY + '\n[library.joining]\ncategory = "adult"\ndays_valid = 10\n', encoding="utf-8")
    assert cli("library", "load", str(file)).status == 0
    return cli


def test_a_card_is_made_listed_and_confirmed(joining: Cli) -> None:
    made = joining("patrons", "join", *EWA, at=NOON).json
    assert made["valid_until"] == "2026-03-12"
    (waiting,) = joining("patrons", "waiting").json["waiting"]
    assert (waiting["card"], waiting["alike"], waiting["number"]) == (made["card"], [], made["number"])
    assert joining("patrons", "show", made["card"]).json["temporary"] is True
    confirmed = joining("patrons", "confirm", made["card"], "--until", "2027-01-01").json
    assert confirmed == {"card": made["card"], "category": "adult", "expires_on": "2027-01-01"}
    assert joining("patrons", "waiting").json == {"waiting": []}
    assert joining("patrons", "confirm", made["card"]).json["error"]["code"] == "not_temporary"


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_duplicates_and_guardians_are_told_to_staff(
    joining: Cli, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", language)
    first, second = (joining.plain("patrons", "join", *EWA) for _ in range(2))
    assert (first.status, second.status) == (0, 0)
    told = joining.plain("patrons", "waiting").out
    cards = [one["card"] for one in joining("patrons", "waiting").json["waiting"]]
    assert all(told.count(card) == 2 for card in cards)
    minor = joining("patrons", "join", *EWA[:4], "--birth-date", "2020-01-01", "--email", "k@example.org")
    assert (minor.status, minor.json["error"]["code"]) == (1, "registration_incomplete")
    assert "request." not in minor.err


def test_nobody_joins_a_library_that_says_nothing_of_it(cli: Cli) -> None:
    assert cli("patrons", "join", *EWA).json["error"]["code"] == "joining_off"


def test_kiosks_that_register_at_once_give_a_number_each(joining: Cli) -> None:
    running = [
        subprocess.Popen(
            joining.arguments("patrons", "join", *EWA),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        for _ in range(3)
    ]
    told = [json.loads(one.communicate(timeout=120)[0]) for one in running]
    assert len({one["card"] for one in told}) == 3
    assert len({one["number"] for one in told}) == 3
