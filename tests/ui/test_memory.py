"""Threads share what was freed."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import ctypes, sys, threading
from kiosk.ui.shared.memory import share_freed_memory
if sys.argv[1] == "shared":
    share_freed_memory()
c = ctypes.CDLL(None)
c.malloc.restype = c.fopen.restype = ctypes.c_void_p
together = threading.Barrier(8)
def take():
    together.wait()
    for _ in range(2000):
        c.malloc(400)
    together.wait()
threads = [threading.Thread(target=take) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
told = c.fopen(sys.argv[2].encode(), b"w")
c.malloc_info(0, ctypes.c_void_p(told))
c.fclose(ctypes.c_void_p(told))
"""


def _stores(how: str, file: Path) -> int:
    subprocess.run([sys.executable, "-c", _PROGRAM, how, str(file)], check=True)
    return file.read_text().count("<heap nr=")


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone tells its stores of memory")
def test_eight_threads_share_two_stores_of_memory(tmp_path: Path) -> None:
    assert _stores("each its own", tmp_path / "each.xml") > 2
    assert _stores("shared", tmp_path / "shared.xml") <= 2
