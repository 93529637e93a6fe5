"""Cuts what comes over a serial line into codes: prefix, suffix and terminator as it is set; pure."""

import re
from dataclasses import dataclass, field

_MOST = 512  # no code is so long: what comes is noise


def characters(text: str) -> bytes:
    r"""Return the bytes that a setting names: itself, but ``\r``, ``\n``, ``\t`` and ``\x02`` are bytes."""
    told = re.sub(r"\\x([0-9a-fA-F]{2})|\\([rnt])", _meant, text)
    return told.encode("latin-1", "replace")


def _meant(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else {"r": "\r", "n": "\n", "t": "\t"}[found[2]]


@dataclass(slots=True)
class CodeCutter:
    """Take bytes as they come and give whole codes; each byte of ``terminators`` ends one.

    Without terminators a code ends where the line falls silent. What cannot be text is given as an empty
    code: something was scanned that nobody can read.
    """

    prefix: bytes = b""
    suffix: bytes = b""
    terminators: bytes = b"\r\n"
    _rest: bytearray = field(default_factory=bytearray)

    def take(self, data: bytes) -> list[str]:
        """Return the codes that have come to their end."""
        codes = []
        for byte in data:
            if byte in self.terminators:
                codes += self.silence()
            else:
                self._rest.append(byte)
                del self._rest[:-_MOST]
        return codes

    def silence(self) -> list[str]:
        """Return what had come without a terminator, if anything: nothing more follows."""
        whole, self._rest = bytes(self._rest), bytearray()
        if not whole:
            return []
        return [self._read(whole.removeprefix(self.prefix).removesuffix(self.suffix))]

    def forget(self) -> None:
        """The line was lost: half a code is none."""
        self._rest = bytearray()

    @property
    def ends_by_silence(self) -> bool:
        """Tell whether codes have no terminator."""
        return not self.terminators

    @property
    def waiting(self) -> bool:
        """Tell whether part of a code has come."""
        return bool(self._rest)

    def _read(self, code: bytes) -> str:
        try:
            text = code.decode("utf-8").strip()
        except UnicodeDecodeError:
            return ""
        return text if text.isprintable() else ""
