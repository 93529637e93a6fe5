"""What `kiosk doctor` says of the library's own look."""

import shutil
from pathlib import Path

from tests.cli.command import Cli

OWN_LOOK = Path(__file__).parents[1] / "sample" / "look"


def looks(cli: Cli) -> list[tuple[bool, str]]:
    """Give what is said of it."""
    checks = [check for check in cli("doctor").json["checks"] if check["name"] == "look"]
    return [(bool(check["ok"]), str(check["detail"])) for check in checks]


def test_the_shipped_look_is_no_fault(cli: Cli) -> None:
    ((well, said),) = looks(cli)
    assert well
    assert str(cli.home / "look") in said


def test_a_good_look_is_told_from_where_it_comes(cli: Cli) -> None:
    shutil.copytree(OWN_LOOK, cli.home / "look", dirs_exist_ok=True)
    ((well, said),) = looks(cli)
    assert well
    assert str(cli.home / "look") in said


def test_each_fault_is_named_and_a_corrected_colour_is_none(cli: Cli) -> None:
    (cli.home / "look").mkdir(exist_ok=True)
    (cli.home / "look/logo.png").write_bytes(b"no picture")
    (cli.home / "look/look.toml").write_text("[colours]\naccent = '#FFD500'\nask = 'blue'\n")
    whole, *each = looks(cli)
    assert not whole[0]
    assert [well for well, _said in each] == [False, False, True]
    assert "colours.ask" in each[0][1]
    assert "logo.png" in each[1][1]
    assert "#FFD500" in each[2][1]
