"""The first frame comes before anything is loaded, and is the kiosk's own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SHOW = """
import sys
from kiosk.ui.patron.curtain import raise_curtain
curtain = raise_curtain(["run", "--windowed", "540x960", "--platform", "offscreen"])
assert curtain is not None and curtain.painted.toTuple() == (540, 960)
heavy = {"sqlalchemy", "typer", "msgspec", "tantivy", "PySide6.QtQml"} & set(sys.modules)
assert not heavy, heavy
curtain.drop()
"""


def test_the_curtain_is_painted_before_anything_heavy_is_loaded_and_says_so(tmp_path: Path) -> None:
    address = tmp_path / "supervisor"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(address))
        listener.settimeout(20)
        environment = os.environ | {"NOTIFY_SOCKET": str(address)}
        subprocess.run([sys.executable, "-c", SHOW], check=True, cwd=ROOT, env=environment, timeout=60)
        assert listener.recv(256).startswith(b"STATUS=")


def test_a_curtain_before_the_whole_screen_waits_until_it_is_as_large(tmp_path: Path) -> None:
    code = """
from PySide6.QtCore import QTimer
from kiosk.ui.patron.curtain import Curtain, raise_curtain
class Late(Curtain):
    def showFullScreen(self):
        self.resize(500, 500)
        self.show()
        QTimer.singleShot(100, lambda: self.setGeometry(self.screen().geometry()))
curtain = raise_curtain(["run", "--platform", "offscreen"], Late)
assert curtain.painted == curtain.screen().size(), curtain.painted
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)


def test_without_a_screen_there_is_no_curtain_and_the_command_says_why(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["QT_QPA_PLATFORM"] = ""
    code = "from kiosk.ui.patron.curtain import raise_curtain; assert raise_curtain(['run']) is None"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=environment, timeout=60)
