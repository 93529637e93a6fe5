"""Talks to whoever supervises the process (systemd, Type=notify), as sd_notify(3) has it."""

import os
import socket
from contextlib import suppress


def tell_supervisor(message: str) -> None:
    """Send one datagram to the socket that NOTIFY_SOCKET names; nothing where nobody listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address and hasattr(socket, "AF_UNIX"):
        # A supervisor that has gone is no reason to go as well.
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender, suppress(OSError):
            # A name that begins with @ is in Linux's abstract namespace.
            sender.sendto(message.encode(), "\0" + address[1:] if address[0] == "@" else address)
