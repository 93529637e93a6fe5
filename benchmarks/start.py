"""Process start to first drawn frame: the kiosk on the sample library against an empty QML window.

usage: python benchmarks/start.py [RUNS]
"""

import compileall
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import milliseconds, show

ROOT = Path(__file__).parents[1]
EMPTY_WINDOW = """
import os, socket, sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
app = QGuiApplication(sys.argv)
QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
engine = QQmlApplicationEngine()
engine.loadData(b"import QtQuick; Window { width: 1080; height: 1920; visible: true }")
def ready():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"READY=1", os.environ["NOTIFY_SOCKET"])
engine.rootObjects()[0].frameSwapped.connect(ready)
app.exec()
"""


def seconds_until(command: list[str], told: bytes, folder: Path) -> float:
    """Start the command and return the seconds until it tells its supervisor that."""
    address = folder / "ready"
    address.unlink(missing_ok=True)
    environment = os.environ | {
        "NOTIFY_SOCKET": str(address),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
    }
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(address))
        listener.settimeout(60)
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
        try:
            while not listener.recv(256).startswith(told):
                pass
            return time.perf_counter() - begun
        finally:
            process.kill()
            process.wait()


def main() -> None:
    """Measure both in turn and print the table."""
    compileall.compile_dir(ROOT / "kiosk", quiet=1)  # as `make run` leaves it
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = folder / "library"
        kiosk = [sys.executable, "-m", "kiosk", "--home", str(home)]
        subprocess.run([*kiosk, "init", "--demo"], check=True, cwd=ROOT, capture_output=True)
        portrait = [*kiosk, "run", "--windowed", "1080x1920"]
        commands = {
            "empty QML window: first frame": ([sys.executable, "-c", EMPTY_WINDOW], b"READY=1"),
            "kiosk: first frame, paper and mark": (portrait, b"STATUS="),
            "kiosk: home drawn and ready to touch": (portrait, b"READY=1"),
        }
        times: dict[str, list[float]] = {what: [] for what in commands}
        for _ in range(runs + 1):
            for what, (command, told) in commands.items():
                times[what].append(seconds_until(command, told, folder))
    base = sorted(next(iter(times.values()))[1:])[runs // 2]
    rows = []
    for what, values in times.items():
        warm = values[1:]
        rows.append([what, *milliseconds(warm), f"{sorted(warm)[runs // 2] / base:.2f}"])
    show("Start to first frame, ms", ["", "median", "p95", "max", "ratio"], rows)


if __name__ == "__main__":
    main()
