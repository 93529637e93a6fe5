"""A real SRU server on this machine: Debian's yaz-ztest, with MARCXML made of its own sample records."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_INDEXES = """
set.cql = info:srw/cql-context-set/1/cql-v1.1
set.dc = info:srw/cql-context-set/1/dc-v1.1
set.bath = http://zing.z3950.org/cql/bath/2.0/
set = info:srw/cql-context-set/1/dc-v1.1
index.cql.serverChoice = 1=1016
index.dc.title = 1=4
index.dc.creator = 1=1003
index.bath.isbn = 1=7
relation.eq = 2=3
relation.scr = 2=3
position.any = 3=3 6=1
structure.* = 4=1
"""
_SERVER = """<yazgfs>
  <listen id="here">tcp:127.0.0.1:{port}</listen>
  <server listenref="here">
    <cql2rpn>indexes.properties</cql2rpn>
    <retrievalinfo>
      <retrieval syntax="usmarc"/>
      <retrieval syntax="xml" name="marcxml" identifier="info:srw/schema/1/marcxml-v1.1">
        <backend syntax="usmarc">
          <marc inputformat="marc" outputformat="marcxml" inputcharset="marc-8"/>
        </backend>
      </retrieval>
    </retrievalinfo>
  </server>
</yazgfs>
"""


def program() -> str | None:
    """Return where the server's program is, or None where it is not installed."""
    return shutil.which("yaz-ztest")


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Run the server with its files in that folder; yield the address of its one database."""
    port = _free_port()
    (folder / "indexes.properties").write_text(_INDEXES, encoding="ascii")
    (folder / "server.xml").write_text(_SERVER.format(port=port), encoding="ascii")
    command = [str(program()), "-S", "-v", "none", "-f", "server.xml"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}/Default"
    finally:
        server.terminate()
        server.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends and server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("yaz-ztest did not come up")
