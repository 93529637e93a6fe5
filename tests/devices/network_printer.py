"""A receipt printer in the network: a real server that keeps what it is sent and answers as its state is."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

# What DLE EOT 2 and DLE EOT 4 answer, by the command reference.
READY, COVER_OPEN, PAPER_END, ERROR = (0x12, 0x12), (0x16, 0x12), (0x32, 0x72), (0x52, 0x12)
NEARLY_OUT, OUT_BY_SENSOR = (0x12, 0x1E), (0x12, 0x72)
_QUESTIONS = {b"\x10\x04\x02": 0, b"\x10\x04\x04": 1}


@dataclass
class NetworkPrinter:
    port: int
    status: tuple[int, int] | None = READY  # None: it never answers
    then: tuple[int, int] | None = None  # its state once something was printed
    hangs_up: bool = False
    jobs: list[bytes] = field(default_factory=list)
    came: threading.Condition = field(default_factory=threading.Condition)

    def printed(self, count: int) -> list[bytes]:
        """The jobs, once so many have come."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.jobs) >= count, timeout=20)
            return list(self.jobs)

    def answer(self, question: int) -> bytes:
        assert self.status is not None
        return bytes([self.status[question]])


@contextmanager
def network_printer() -> Iterator[NetworkPrinter]:
    """A printer on a free port of this machine, switched off at the end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        printer = NetworkPrinter(server.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(server, printer))
        thread.start()
        try:
            yield printer
        finally:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            server.close()
            thread.join(10)
            assert not thread.is_alive()


def _serve(server: socket.socket, printer: NetworkPrinter) -> None:
    while True:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line, suppress(ConnectionError):
            line.settimeout(20)
            if not printer.hangs_up:
                _job(line, printer)


def _job(line: socket.socket, printer: NetworkPrinter) -> None:
    data = b""
    while True:
        more = line.recv(65536)
        if not more:
            break
        data += more
        for question, place in _QUESTIONS.items():
            if data.endswith(question):
                data = data.removesuffix(question)
                if data and printer.then is not None:
                    printer.status = printer.then
                if printer.status is not None:
                    line.sendall(printer.answer(place))
    for question in _QUESTIONS:
        data = data.replace(question, b"")
    if data:
        with printer.came:
            printer.jobs.append(data)
            printer.came.notify_all()
