"""The lines a receipt printer hangs on: network, USB, serial, or a file of the system."""

import os
import re
import socket
from collections.abc import Callable
from typing import Any

from kiosk.model.errors import InvalidSetting
from kiosk.paper.escpos_library import escpos_printers

# A status takes a printer milliseconds; one that knows none must not hold a patron up for long.
_ANSWER_SECONDS = 1.0
_USB = re.compile(
    r"(?P<vendor>[0-9a-f]{4}):(?P<product>[0-9a-f]{4})(?::(?P<back>[0-9a-f]{2}):(?P<out>[0-9a-f]{2}))?"
)


def network_line(host: str, port: int, seconds: float) -> Callable[[], Any]:
    """Return a way to a printer in the network; `seconds` is how long it may keep us waiting."""
    made = _network_class()
    return lambda: made(host, port, timeout=seconds)


def serial_line(device: str, baud: int, seconds: float) -> Callable[[], Any]:
    """Return a way to a printer at a serial port."""
    made = _serial_class()

    def connect() -> Any:
        line = made(devfile=device, baudrate=baud, timeout=_ANSWER_SECONDS)
        line.write_seconds = seconds
        return line

    return connect


def file_line(device: str) -> Callable[[], Any]:
    """Return a way to a printer that the system shows as a file, such as /dev/usb/lp0; it tells no state."""
    made = _file_class()
    return lambda: made(device)


def usb_line(address: str, seconds: float) -> Callable[[], Any]:
    """Return a way to a USB printer by "vendor:product" or "vendor:product:in:out", in hexadecimal digits."""
    found = _USB.fullmatch(address.strip().casefold())
    if found is None:
        raise InvalidSetting(
            file="settings.toml", line=1, name="printer.address", problem=address, allowed="04b8:0e15"
        )
    numbers = {name: int(digits, 16) for name, digits in found.groupdict().items() if digits}
    ends = {"in_ep": numbers["back"], "out_ep": numbers["out"]} if "back" in numbers else {}
    made = escpos_printers().Usb
    milliseconds = round(seconds * 1000)
    return lambda: made(numbers["vendor"], numbers["product"], timeout=milliseconds, **ends)


def _network_class() -> Any:
    class Network(escpos_printers().Network):  # type: ignore[misc]
        """The library's, that notices a printer which hangs up and waits less for a status than for paper."""

        def open(self, raise_not_found: bool = True) -> None:
            # Its own knows no IPv6 and leaves the socket of a printer that is not there.
            self.device = socket.create_connection((self.host, self.port), timeout=self.timeout)

        def _read(self) -> bytes:
            self.device.settimeout(_ANSWER_SECONDS)
            try:
                answer: bytes = super()._read()
            finally:
                self.device.settimeout(self.timeout)
            if not answer:
                raise ConnectionResetError(self.host)
            return answer

    return Network


def _file_class() -> Any:
    class File(escpos_printers().File):  # type: ignore[misc]
        """Makes no file where a printer should be, and asks nothing where no answer comes."""

        def open(self, raise_not_found: bool = True) -> None:
            self.device = os.fdopen(os.open(self.devfile, os.O_WRONLY | os.O_APPEND), "wb")

        def query_status(self, mode: bytes) -> bytes:
            raise NotImplementedError

    return File


def _serial_class() -> Any:
    class Serial(escpos_printers().Serial):  # type: ignore[misc]
        """The library's, that does not wait for ever where the printer takes nothing."""

        write_seconds = 10.0

        def open(self, raise_not_found: bool = True) -> None:
            super().open(raise_not_found)
            self.device.write_timeout = self.write_seconds

        def _read(self) -> bytes:
            # Its own waits for sixteen bytes; an answer has one.
            answer: bytes = self.device.read(1)
            return answer + bytes(self.device.read(self.device.in_waiting))

    return Serial
