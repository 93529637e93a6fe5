"""What `kiosk doctor` says of the socket for headphones."""

import os
import pty

import pytest

from tests.cli.command import Cli


def headphones_check(cli: Cli, settings: str) -> tuple[bool, str]:
    (cli.home / "settings.toml").write_text(settings, encoding="utf-8")
    (check,) = [check for check in cli("doctor").json["checks"] if check["name"] == "headphones"]
    return check["ok"], check["detail"]


def test_a_kiosk_that_watches_no_socket_is_well(cli: Cli) -> None:
    ok, detail = headphones_check(cli, '[speech]\nsocket = ""\n')
    assert ok
    assert "not watched" in detail


def test_a_socket_that_is_named_and_not_there_is_a_fault(cli: Cli) -> None:
    ok, detail = headphones_check(cli, '[speech]\nsocket = "/dev/input/event999"\n')
    assert not ok
    assert "no socket tells" in detail


def test_a_socket_that_is_there_is_told(cli: Cli) -> None:
    ours, theirs = pty.openpty()
    try:
        told = headphones_check(cli, f'[speech]\nsocket = "{os.ttyname(theirs)}"\n')
    finally:
        os.close(ours)
        os.close(theirs)
    assert told == (True, "a socket is there, with nothing in it")


@pytest.mark.parametrize("key", ["5", "Ctrl+A", "F99"])
def test_a_key_that_no_keypad_has_is_refused_with_its_line(cli: Cli, key: str) -> None:
    (cli.home / "settings.toml").write_text(f'[keypad]\nrepeat = ["{key}"]\n', encoding="utf-8")
    refused = cli("doctor")
    told = refused.out + refused.err
    assert refused.status != 0
    assert "keypad.repeat" in told
