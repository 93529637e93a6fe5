"""This machine's settings: typed, with the only defaults there are, read from ``settings.toml``."""

import contextlib
import errno
import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.model.errors import DiskFull, FolderNotWritable, InvalidSetting
from kiosk.settings_of_backups import BackupSettings as BackupSettings
from kiosk.settings_of_front import FrontSettings as FrontSettings
from kiosk.settings_of_letters import HelpSettings as HelpSettings
from kiosk.settings_of_letters import MailSettings as MailSettings
from kiosk.settings_of_letters import NoticeSettings as NoticeSettings
from kiosk.settings_of_scanner import ScannerSettings as ScannerSettings
from kiosk.settings_of_speech import KeypadSettings as KeypadSettings
from kiosk.settings_of_speech import SpeechSettings as SpeechSettings


class ScreenSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The screen and the person in front of it."""

    size_inches: Annotated[float, Meta(ge=5, le=120, description="Diagonal of the screen in inches.")] = 27.0
    viewing_distance_mm: Annotated[
        int, Meta(ge=200, le=3000, description="How far away people stand, in mm.")
    ] = 600
    orientation: Annotated[
        Literal["auto", "portrait", "landscape"],
        Meta(description='"auto" takes what the screen is; the others turn the picture where it is not so.'),
    ] = "auto"
    theme: Annotated[
        Literal["light", "dark", "high_contrast"],
        Meta(description='"light", "dark" or "high_contrast": the look at the start of a visit.'),
    ] = "light"
    sound: Annotated[bool, Meta(description="Short sounds when something was read, borrowed or refused.")] = (
        True
    )


class ReceiptSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where receipts go."""

    folder: Annotated[
        str, Meta(description="Receipts are written here as PDF, below the library folder.")
    ] = "receipts"
    command: Annotated[
        str,
        Meta(
            description='Command that prints a PDF; {file} is the receipt, such as "lp {file}". Empty: none.'
        ),
    ] = ""


class PrinterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The receipt printer."""

    kind: Annotated[
        Literal["pdf", "network", "usb", "serial", "file", "cups", "simulated"],
        Meta(
            description='"pdf": as [receipt] says. A printer that speaks ESC/POS: "network", "usb", '
            '"serial", "file", or "cups" for a raw queue. "simulated" prints nothing.'
        ),
    ] = "pdf"
    address: Annotated[
        str,
        Meta(
            description="Where it is: host name or address in the network; vendor:product of USB, such as "
            '"04b8:0e15"; a serial port or file, such as "/dev/ttyS0" or "/dev/usb/lp0"; a queue of CUPS.'
        ),
    ] = ""
    port: Annotated[int, Meta(ge=1, le=65535, description="Its port in the network.")] = 9100
    baud: Annotated[int, Meta(ge=1200, le=921600, description="Speed of the serial line.")] = 19200
    width_mm: Annotated[int, Meta(ge=50, le=90, description="Width of its paper in mm: 58 or 80.")] = 80
    profile: Annotated[
        str,
        Meta(description='Its model as python-escpos names it, such as "TM-T88V"; "default" suits most.'),
    ] = "default"
    code_page: Annotated[
        str,
        Meta(
            description='The one table of letters it has right: "CP852", "CP1250" … Empty: as its model has.'
        ),
    ] = ""
    cut: Annotated[bool, Meta(description="Whether it cuts the paper off.")] = True
    seconds: Annotated[float, Meta(gt=0, le=120, description="How long it may keep us waiting.")] = 10.0
    hold_slips: Annotated[
        bool,
        Meta(description="Whether Return prints a slip for what goes to the hold shelf or another branch."),
    ] = False


class CameraSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The camera that reads cards on phones."""

    kind: Annotated[
        Literal["none", "opencv", "simulated"],
        Meta(
            description='"none"; "opencv": a camera at this machine, with the packages of kiosk[camera]; '
            '"simulated" shows the pictures of a folder.'
        ),
    ] = "none"
    device: Annotated[
        str, Meta(min_length=1, description='Which one: a number, or a path such as "/dev/video2".')
    ] = "0"
    folder: Annotated[
        str, Meta(description="Folder with the pictures of the simulated one, below the library folder.")
    ] = "camera"


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is about this machine and not about the library."""

    database_url: Annotated[
        str,
        Meta(
            pattern=r"^$|^(sqlite|postgres(ql)?(\+psycopg)?)://.+",
            description="Empty: the SQLite database in this folder. "
            'PostgreSQL for many kiosks: "postgresql+psycopg://user:password@host/database".',
        ),
    ] = ""
    kiosk_name: Annotated[
        str, Meta(min_length=1, max_length=64, description="Name of this kiosk; its row in the library file.")
    ] = "kiosk-1"
    covers: Annotated[str, Meta(description="Folder of cover pictures, named by ISBN or control number.")] = (
        "covers"
    )
    maps: Annotated[str, Meta(description="Folder of floor maps, one SVG a branch.")] = "maps"
    look: Annotated[str, Meta(description="Folder of the library's own logo, colours and pictures.")] = "look"
    backups: Annotated[str, Meta(description="Folder of backups.")] = "backups"
    logs: Annotated[str, Meta(description="Folder of logs.")] = "logs"
    backup: BackupSettings = BackupSettings()
    screen: ScreenSettings = ScreenSettings()
    scanner: ScannerSettings = ScannerSettings()
    receipt: ReceiptSettings = ReceiptSettings()
    printer: PrinterSettings = PrinterSettings()
    camera: CameraSettings = CameraSettings()
    speech: SpeechSettings = SpeechSettings()
    keypad: KeypadSettings = KeypadSettings()
    mail: MailSettings = MailSettings()
    notices: NoticeSettings = NoticeSettings()
    help: HelpSettings = HelpSettings()
    front: FrontSettings = FrontSettings()


def read_settings(path: Path) -> Settings:
    """Read the file; a missing one means all defaults.

    Raises InvalidSetting, which names the key, its line and what is allowed there.
    """
    if not path.is_file():
        return Settings()
    try:
        text = path.read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), Settings)
    except UnicodeDecodeError as error:
        raise InvalidSetting(file=path, line=1, name="?", problem=str(error), allowed="UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise InvalidSetting(
            file=path, line=int(line[1]) if line else 1, name="?", problem=str(error), allowed="TOML"
        ) from error
    except msgspec.ValidationError as error:
        raise _explained(path, text, error) from error


def _explained(path: Path, text: str, error: msgspec.ValidationError) -> InvalidSetting:
    """Return the complaint with the line it is about and what may stand there."""
    problem, _, place = str(error).partition(" - at `$.")
    names = [name for name in place.rstrip("`").split(".") if name]
    if unknown := re.search("unknown field `(.+)`", problem):
        names.append(unknown[1])
    section: type[Struct] = Settings
    for name in names[:-1]:
        section = _fields(section)[name].type
    known = _fields(section)
    told = _description(known[names[-1]]) if names[-1] in known else ""
    return InvalidSetting(
        file=path,
        line=_line_of(text, names),
        name=".".join(names),
        problem=problem.replace("`", ""),
        allowed=told.rstrip(".") or ", ".join(known),  # it ends no sentence there
    )


def _fields(section: type[Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(section)}


def _description(field: msgspec.structs.FieldInfo) -> str:
    """Return what is said of a field; a section has nothing said of it."""
    said = getattr(field.type, "__metadata__", ())
    return next((one.description for one in said if isinstance(one, Meta) and one.description), "")


def _line_of(text: str, names: list[str]) -> int:
    """Return the line on which the key stands, within its section; 1 where it cannot be found."""
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[([\w.]+)\]", line):
            section = header[1]
        if header and header[1] == ".".join(names):
            return number
        if section == ".".join(names[:-1]) and re.match(rf'\s*"?{re.escape(names[-1])}"?\s*=', line):
            return number
    return 1


def default_settings_file() -> str:
    """Return the text of a settings file with every key, its default and what it means."""
    lines = ["# Settings of this machine. What is about the library is in the library file.", ""]
    sections: list[tuple[str, Struct]] = []
    defaults = Settings()
    for name, field in _fields(Settings).items():
        value = getattr(defaults, name)
        if isinstance(value, Struct):
            sections.append((name, value))
        else:
            lines += [f"# {_description(field)}", f"{name} = {_toml(value)}", ""]
    for title, section in sections:
        lines += [f"[{title}]"]
        for name, field in _fields(type(section)).items():
            lines += [f"# {_description(field)}", f"{name} = {_toml(getattr(section, name))}"]
        lines.append("")
    return "\n".join(lines)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(list(value)) if isinstance(value, tuple) else str(value)


def write_default_settings(path: Path) -> bool:
    """Write the file where there is none; return whether it was written."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # Written aside first: a file that was stopped half-way would be in the way of the next start.
        beside.write_text(default_settings_file(), encoding="utf-8")
        if path.exists():
            return False
        beside.replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (DiskFull() if full else FolderNotWritable(folder=path.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return True
