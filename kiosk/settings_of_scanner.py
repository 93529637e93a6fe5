"""The barcode scanner of this machine: at the keyboard's place, or at a serial line."""

from typing import Annotated, Literal

from msgspec import Meta, Struct


class ScannerSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What reads barcodes."""

    kind: Annotated[
        Literal["keyboard", "serial"],
        Meta(description='"keyboard": it types like one; "serial": at a serial line, named by device.'),
    ] = "keyboard"
    key_gap_ms: Annotated[
        int, Meta(ge=5, le=200, description="Keys closer than this, in ms, are a scanner's.")
    ] = 35
    shortest: Annotated[int, Meta(ge=3, le=40, description="Fewer keys than this are not a scan.")] = 6
    prefix: Annotated[str, Meta(description="What the scanner sends before each code, if anything.")] = ""
    suffix: Annotated[str, Meta(description="What it sends behind each code, if anything.")] = ""
    end: Annotated[
        Literal["enter", "tab"], Meta(description='"enter" or "tab": the key that ends a scan.')
    ] = "enter"
    device: Annotated[
        str, Meta(description='Serial line, such as "/dev/ttyACM0", "COM3" or "socket://10.0.0.5:4001".')
    ] = ""
    baud: Annotated[int, Meta(ge=300, le=921600, description="Speed of the serial line.")] = 9600
    terminator: Annotated[
        str,
        Meta(
            description="Each of these characters ends a code of the serial line: \\\\r, \\\\n, \\\\t, "
            "\\\\x03 … Empty: a moment of silence does."
        ),
    ] = "\\r\\n"
