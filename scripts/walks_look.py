"""The walks in a library that has set a look of its own by files."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.ui.patron.presenters.attract import BEFORE_S
from scripts.hands import Barcodes, Hands

OWN_LOOK = Path(__file__).parents[1] / "tests/sample/look"


def lay_own_look(home: Path) -> None:
    """Lay the made-up library's look into a library folder."""
    shutil.copytree(OWN_LOOK, home / "look", dirs_exist_ok=True)


def own_look(hands: Hands, snap: Callable[[str], None], _barcodes: Barcodes) -> None:
    """Home and a page in light, dark and high contrast."""
    look = hands.counter.shell_view_model.look
    hands.wait(lambda: bool(look.hasLogo), "the library's own look does not come")
    hands.wait_for_covers()
    snap("own-look")
    hands.touch("dock.access")
    snap("own-look-page")
    for scheme, name in ((1, "dark"), (2, "high-contrast")):
        hands.touch(f"access.scheme.{scheme}")
        hands.touch("dock.home")
        hands.wait_for_covers()
        snap(f"own-look-{name}")
        hands.touch("dock.access")


def idle_picture(hands: Hands, snap: Callable[[str], None], _barcodes: Barcodes) -> None:
    """The picture that is shown while nobody is there."""
    look = hands.counter.look
    hands.wait(lambda: bool(look.pictures), "the library's own pictures do not come")
    hands.counter.shell.end_visit()
    hands.settle()
    hands.pass_seconds(BEFORE_S)
    hands.wait(lambda: bool(hands.counter.shell_view_model.look.idlePicture), "no picture comes")
    hands.settle()
    snap("idle-picture")
