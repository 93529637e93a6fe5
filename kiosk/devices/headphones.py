"""The socket for headphones: whether something is plugged in, as the system's input devices tell it.

Linux tells each change as a `struct input_event` of the type EV_SW, and the state on being asked
(EVIOCGSW), to whoever may read the device: the group "input" may. Nothing is written to it.
"""

import errno
import os
import stat
import struct
import sys
from enum import StrEnum
from pathlib import Path

_EVENT = struct.Struct("llHHi")  # seconds, microseconds, type, code, value
_EV_SYN, _EV_SW = 0x00, 0x05
_SYN_DROPPED = 0x03
_HEADPHONE_INSERT = 0x02
_STATE_BYTES = 8
# _IOC(_IOC_READ, 'E', 0x1b, length)
_EVIOCGSW = (2 << 30) | (_STATE_BYTES << 16) | (ord("E") << 8) | 0x1B
_AT_ONCE = 64
_SYSTEM, _DEVICES = Path("/sys/class/input"), Path("/dev/input")


class SocketState(StrEnum):
    """What is known of the socket."""

    PLUGGED = "plugged"
    EMPTY = "empty"
    MISSING = "missing"
    FORBIDDEN = "forbidden"

    @property
    def works(self) -> bool:
        """Whether headphones plugged in now would be noticed."""
        return self in (SocketState.PLUGGED, SocketState.EMPTY)


class HeadphoneSocket:
    """Tells what is plugged in; nothing it does waits. Lost, it can be opened again.

    ``where`` is "auto" or the path of a device; whatever brings input events does for one.
    """

    def __init__(self, where: str, *, system: Path = _SYSTEM, devices: Path = _DEVICES) -> None:
        self._where = where
        self._system = system
        self._devices = devices
        self._file: int | None = None
        self._state = SocketState.MISSING
        self._rest = b""

    @property
    def state(self) -> SocketState:
        """Return what was found last."""
        return self._state

    def fileno(self) -> int | None:
        """Return the number of the open device, None for none: readable when there is news."""
        return self._file

    def open(self) -> SocketState:
        """Look for the socket and ask what is in it; one that was open is let go."""
        self.close()
        self._state = SocketState.MISSING
        for path in self._candidates():
            try:
                self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
            except PermissionError:
                self._state = SocketState.FORBIDDEN
                continue
            except OSError:
                continue
            self._state = _asked(self._file)
            break
        return self._state

    def read(self) -> SocketState:
        """Take in what has come; MISSING, and closed, where the device has gone."""
        if self._file is None:
            return self._state
        try:
            came = os.read(self._file, _EVENT.size * _AT_ONCE)
        except BlockingIOError:
            return self._state
        except OSError as error:
            if error.errno == errno.EINTR:
                return self._state
            came = b""
        if not came:
            self.close()
            self._state = SocketState.MISSING
            return self._state
        whole = self._rest + came
        end = len(whole) - len(whole) % _EVENT.size
        self._rest = whole[end:]
        for _seconds, _micro, kind, code, value in _EVENT.iter_unpack(whole[:end]):
            if kind == _EV_SW and code == _HEADPHONE_INSERT:
                self._state = SocketState.PLUGGED if value else SocketState.EMPTY
            elif kind == _EV_SYN and code == _SYN_DROPPED:
                self._state = _asked(self._file)  # some were lost: what is true now?
        return self._state

    def close(self) -> None:
        """Let the device go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._rest = b""

    def _candidates(self) -> list[Path]:
        if self._where != "auto":
            return [Path(self._where)]
        if not sys.platform.startswith("linux"):
            return []
        return [self._devices / entry.name for entry in _entries(self._system) if _has_the_switch(entry)]


def event(plugged: bool) -> bytes:
    """Return the bytes by which a device tells that headphones were plugged in or pulled out."""
    return _EVENT.pack(0, 0, _EV_SW, _HEADPHONE_INSERT, int(plugged))


def _entries(system: Path) -> list[Path]:
    try:
        return sorted(one for one in system.iterdir() if one.name.startswith("event"))
    except OSError:
        return []


def _has_the_switch(entry: Path) -> bool:
    """Tell whether a device has a switch that headphones move: groups of 64 bits, the lowest last."""
    try:
        switches = (entry / "device" / "capabilities" / "sw").read_text("ascii").split()
    except (OSError, UnicodeDecodeError):
        return False
    return bool(switches) and bool(int(switches[-1], 16) & (1 << _HEADPHONE_INSERT))


def _asked(file: int) -> SocketState:
    """Ask the device itself; what only brings events is taken to be empty."""
    if not stat.S_ISCHR(os.fstat(file).st_mode) or sys.platform == "win32":
        return SocketState.EMPTY
    from fcntl import ioctl

    answer = bytearray(_STATE_BYTES)
    try:
        ioctl(file, _EVIOCGSW, answer)
    except OSError:
        return SocketState.EMPTY
    return SocketState.PLUGGED if answer[0] & (1 << _HEADPHONE_INSERT) else SocketState.EMPTY
