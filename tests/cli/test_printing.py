"""What the command line says of the printer."""

from collections.abc import Iterator

import pytest

from tests.cli.command import Cli
from tests.devices import network_printer as states
from tests.devices.network_printer import NetworkPrinter, network_printer
from tests.notices.mail_server import mail_server


@pytest.fixture
def there() -> Iterator[NetworkPrinter]:
    with network_printer() as one:
        yield one


def printer_check(cli: Cli, settings: str) -> dict[str, object]:
    (cli.home / "settings.toml").write_text(settings, encoding="utf-8")
    (check,) = [check for check in cli("doctor").json["checks"] if check["name"] == "printer"]
    return dict(check)


def test_doctor_tells_how_the_receipt_printer_is(cli: Cli, there: NetworkPrinter) -> None:
    settings = f'[printer]\nkind = "network"\naddress = "127.0.0.1"\nport = {there.port}\n'
    check = printer_check(cli, settings)
    assert check["ok"] is True
    assert str(check["detail"]).endswith(f"port {there.port}: ready")
    there.status = states.COVER_OPEN
    check = printer_check(cli, settings)
    assert check["ok"] is False
    assert "cover is open" in str(check["detail"])
    assert there.jobs == []


def test_doctor_tells_of_a_printer_that_is_away_and_of_one_that_is_misnamed(cli: Cli) -> None:
    with network_printer() as gone:
        port = gone.port
    check = printer_check(cli, f'[printer]\nkind = "network"\naddress = "127.0.0.1"\nport = {port}\n')
    assert (check["ok"], "cannot be reached" in str(check["detail"])) == (False, True)
    check = printer_check(cli, '[printer]\nkind = "network"\naddress = "127.0.0.1"\nprofile = "X"\n')
    assert (check["ok"], "printer.profile" in str(check["detail"])) == (False, True)


def test_without_a_printer_receipts_are_kept_as_before(cli: Cli) -> None:
    assert printer_check(cli, "")["ok"] is True


def mail_check(cli: Cli, port: int) -> dict[str, object]:
    text = f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "desk@library.example"\n'
    (cli.home / "settings.toml").write_text(text if port else "", encoding="utf-8")
    (check,) = [check for check in cli("doctor").json["checks"] if check["name"] == "mail"]
    return dict(check)


def test_doctor_greets_the_mail_server_and_sends_nothing(cli: Cli) -> None:
    with mail_server() as server:
        assert mail_check(cli, server.port) == {
            "name": "mail",
            "ok": True,
            "detail": f"127.0.0.1:{server.port}",
        }
        assert server.letters == []
    away = mail_check(cli, server.port)
    assert (away["ok"], "does not answer" in str(away["detail"])) == (False, True)
    assert mail_check(cli, 0)["ok"] is True
