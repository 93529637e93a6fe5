"""Reads the bytes of ESC/POS as a printer does, by the command reference alone; anything else is an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import Image

# ESC t n: the tables of the reference that hold letters of Europe.
TABLES = {
    0: "cp437",
    2: "cp850",
    14: "cp737",
    16: "cp1252",
    17: "cp866",
    18: "cp852",
    19: "cp858",
    45: "cp1250",
}

# The same of printers that keep them elsewhere.
OTHER_TABLES = {
    2: "cp850",
    52: "cp437",
    53: "cp858",
    54: "cp852",
    59: "cp866",
    64: "cp737",
    71: "cp1252",
    72: "cp1250",
}


@dataclass
class Line:
    text: str
    bold: bool
    large: bool

    @property
    def columns(self) -> int:
        return len(self.text) * (2 if self.large else 1)


@dataclass
class Printed:
    """What stands on the paper."""

    lines: list[Line] = field(default_factory=list)
    pictures: list[Image.Image] = field(default_factory=list)
    cuts: int = 0

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def said(self) -> str:
        return " ".join(self.text.split())


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, count: int = 1) -> bytes:
        taken = self.data[self.at : self.at + count]
        assert len(taken) == count, "the bytes end within a command"
        self.at += count
        return taken

    def number(self) -> int:
        return self.take()[0]


def decode(data: bytes, tables: Mapping[int, str] = TABLES) -> Printed:
    reader, paper = _Reader(data), Printed()
    table, bold, wide, line = "cp437", False, False, ""
    assert data[:2] == b"\x1b@", "a printer keeps what the last one set it to"
    while reader.at < len(data):
        byte = reader.number()
        if byte == 0x0A:
            paper.lines.append(Line(line, bold, wide))
            line = ""
        elif byte == 0x1B:
            command = reader.take()
            if command == b"@":
                table, bold, wide = "cp437", False, False
            elif command == b"t":
                table = tables[reader.number()]
            elif command == b"E":
                bold = bool(reader.number() & 1)
            elif command == b"!":
                mode = reader.number()
                assert mode in (0x00, 0x30), "normal, or double in both directions"
                wide = mode == 0x30
            elif command == b"d":
                paper.lines += [Line(line, bold, wide)] + [Line("", bold, wide)] * (reader.number() - 1)
                line = ""
            else:
                raise AssertionError(f"ESC {command!r}")
        elif byte == 0x1D:
            command = reader.take()
            if command == b"V":
                assert reader.number() in (0, 1, 48, 49)
                paper.cuts += 1
            elif command == b"v":
                paper.pictures.append(_picture(reader))
            else:
                raise AssertionError(f"GS {command!r}")
        else:
            assert byte >= 0x20, f"control character {byte:#x}"
            line += bytes([byte]).decode(table)
    assert line == "", "a line that is never printed"
    return paper


def _picture(reader: _Reader) -> Image.Image:
    assert reader.take(2) == b"0\x00"
    across = reader.number() + 256 * reader.number()
    down = reader.number() + 256 * reader.number()
    bits = reader.take(across * down)
    # One is black on paper and white in the picture's bits.
    return Image.frombytes("1", (across * 8, down), bytes(byte ^ 0xFF for byte in bits))
