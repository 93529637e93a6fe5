"""Notices by the commands: the night queues and sends them, once, through a real mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.notices.kinds import KINDS, PAPERS
from tests.cli.command import Cli
from tests.notices.mail_server import MailServer, mail_server, text_of

PATRONS = """card,first_name,last_name,category,email,language
R1,Ewa,Nowak,adult,ewa@example.org,de
R2,Jan,Kowal,adult,,
"""
LENT, OVERDUE = "2026-03-02T12:00", "2026-03-31T04:00"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture
def town(cli: Cli, server: MailServer, tmp_path: Path) -> Cli:
    (tmp_path / "patrons.csv").write_text(PATRONS, encoding="utf-8")
    assert cli("patrons", "import", str(tmp_path / "patrons.csv")).status == 0
    settings(cli, server.port)
    for card, barcode in (("R1", "B1"), ("R1", "D1"), ("R2", "B2")):
        assert cli.circulation("checkout", card, barcode, at=LENT).status == 0
    return cli


def settings(cli: Cli, port: int) -> None:
    text = f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "desk@library.example"\n'
    (cli.home / "settings.toml").write_text(text, encoding="utf-8")


def test_a_night_writes_to_patrons_once_however_often_it_runs(town: Cli, server: MailServer) -> None:
    first = town("nightly", at=OVERDUE).json
    assert (first["notices_queued"], first["notices_sent"], first["notices_waiting"]) == (2, 2, 0)
    again = town("nightly", at=OVERDUE).json
    assert (again["notices_queued"], again["notices_sent"]) == (0, 0)
    (letter,) = server.letters
    assert letter["Subject"] == "Town Library: 2 Medien sind überfällig"
    assert "Emma" in text_of(letter)
    assert "Metropolis" in text_of(letter)
    assert "Nowak" not in str(letter) + text_of(letter)


def test_a_night_goes_on_where_the_mail_server_is_away(town: Cli, server: MailServer) -> None:
    with mail_server() as gone:
        settings(town, gone.port)
    said = town("nightly", at=OVERDUE)
    assert (said.status, said.json["notices_sent"], said.json["notices_waiting"]) == (0, 0, 2)
    (waiting, other) = town("notices", "list", "--waiting").json["notices"]
    assert waiting["kind"] == other["kind"] == "overdue1"
    assert waiting["last_error"]
    settings(town, server.port)
    assert town("notices", "send", at="2026-03-31T05:00").json == {"sent": 2, "waiting": 0, "given_up": 0}
    assert town("notices", "list", "--waiting").json["notices"] == []
    assert len(server.letters) == 1


def test_a_machine_without_a_mail_server_queues_and_says_why_it_sends_nothing(town: Cli) -> None:
    (town.home / "settings.toml").write_text("", encoding="utf-8")
    assert town("nightly", at=OVERDUE).json["notices_queued"] == 2
    said = town("notices", "send")
    assert (said.status, said.json["error"]["code"]) == (1, "mail_not_set")


def test_a_list_tells_no_names_and_no_titles(town: Cli) -> None:
    assert town("notices", "make", at=OVERDUE).json == {"queued": 2}
    said = town.plain("notices", "list")
    assert said.out.count("overdue1") == 2
    assert not any(private in said.out for private in ("Emma", "Nowak", "R1", "ewa@"))


def test_wordings_are_written_out_edited_and_taken_back(
    town: Cli, server: MailServer, tmp_path: Path
) -> None:
    folder = tmp_path / "wordings"
    written = 3 * len((*KINDS, *PAPERS))
    assert town("notices", "dump", str(folder)).json["count"] == written
    assert town("notices", "load", str(folder)).json == {"own": 0, "usual": written}
    (folder / "overdue1.de.txt").write_text("Bitte zurück: {n}\n\n{items}\n", encoding="utf-8")
    assert town("notices", "load", str(folder)).json == {"own": 1, "usual": written - 1}
    town("nightly", at=OVERDUE)
    assert server.letters[0]["Subject"] == "Bitte zurück: 2"
    (folder / "overdue1.de.txt").write_text("Bitte zurück\n\n", encoding="utf-8")
    said = town("notices", "load", str(folder))
    assert (said.status, said.json["error"]["code"]) == (1, "template_invalid")


def test_reminders_are_set_on_the_machine(town: Cli, server: MailServer) -> None:
    path = town.home / "settings.toml"
    path.write_text(
        path.read_text() + "[notices]\ncourtesy_days = 10\noverdue_days = [30]\n", encoding="utf-8"
    )
    assert town("notices", "make", at=OVERDUE).json == {"queued": 0}
    assert town("notices", "make", at="2026-03-20T04:00").json == {"queued": 2}
    path.write_text(path.read_text().replace("[30]", "[5, 3]"), encoding="utf-8")
    said = town("notices", "make", at=OVERDUE)
    assert (said.status, said.json["error"]["code"]) == (1, "invalid_setting")
