"""Threads share what was freed, and what lies free between things that stay goes back to the system."""

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


_HOLES = """
import ctypes
from pathlib import Path
from kiosk.ui.shared.memory import give_back
c = ctypes.CDLL(None)
c.malloc.restype = ctypes.c_void_p
def own():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon"))
blocks = [c.malloc(60_000) for _ in range(1_000)]
for one in blocks: ctypes.memset(ctypes.c_void_p(one), 1, 60_000)
for one in blocks[::2]: c.free(ctypes.c_void_p(one))
before = own()
give_back()
print(before - own())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc alone gives back what lies between")
def test_what_is_free_between_things_that_stay_goes_back_to_the_system() -> None:
    told = subprocess.run([sys.executable, "-c", _HOLES], check=True, capture_output=True, text=True)
    assert int(told.stdout) > 20_000  # kB of the 30,000 freed
