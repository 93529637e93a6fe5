"""This machine's settings: typed, with the only defaults there are, read from ``settings.toml``."""

import contextlib
import errno
import os
import re
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.model.errors import DiskFull, FolderNotWritable, InvalidSetting


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ScreenSettings(_Section):
    """The screen and the person in front of it."""

    size_inches: float = Field(27.0, ge=5, le=120, description="Diagonal of the screen in inches.")
    viewing_distance_mm: int = Field(600, ge=200, le=3000, description="How far away people stand, in mm.")
    orientation: Literal["auto", "portrait", "landscape"] = Field(
        "auto",
        description='"auto" takes what the screen is; "portrait" and "landscape" turn the picture where it '
        "is not.",
    )
    theme: Literal["light", "dark", "high_contrast"] = Field(
        "light", description='"light", "dark" or "high_contrast": the look at the start of a visit.'
    )
    sound: bool = Field(True, description="Short sounds when something was read, borrowed or refused.")


class ScannerSettings(_Section):
    """The barcode scanner that types like a keyboard."""

    key_gap_ms: int = Field(35, ge=5, le=200, description="Keys closer than this, in ms, are a scanner's.")
    shortest: int = Field(6, ge=3, le=40, description="Fewer keys than this are not a scan.")
    prefix: str = Field("", description="What the scanner types before each code, if anything.")
    end: Literal["enter", "tab"] = Field("enter", description='"enter" or "tab": the key that ends a scan.')


class ReceiptSettings(_Section):
    """Where receipts go."""

    folder: str = Field("receipts", description="Receipts are written here as PDF, below the library folder.")
    command: str = Field(
        "", description='Command that prints a PDF; {file} is the receipt, such as "lp {file}". Empty: none.'
    )


class Settings(_Section):
    """Everything that is about this machine and not about the library."""

    database_url: str = Field(
        "",
        pattern=r"^$|^(sqlite|postgres(ql)?(\+psycopg)?)://.+",
        description="Empty: the SQLite database in this folder. "
        'PostgreSQL for many kiosks: "postgresql+psycopg://user:password@host/database".',
    )
    kiosk_name: str = Field(
        "kiosk-1", min_length=1, max_length=64, description="Name of this kiosk; its row in the library file."
    )
    covers: str = Field("covers", description="Folder of cover pictures, named by ISBN or control number.")
    maps: str = Field("maps", description="Folder of floor maps, one SVG a branch.")
    backups: str = Field("backups", description="Folder of backups.")
    logs: str = Field("logs", description="Folder of logs.")
    screen: ScreenSettings = Field(default_factory=ScreenSettings)
    scanner: ScannerSettings = Field(default_factory=ScannerSettings)
    receipt: ReceiptSettings = Field(default_factory=ReceiptSettings)


def read_settings(path: Path) -> Settings:
    """Read the file; a missing one means all defaults.

    Raises InvalidSetting, which names the key, its line and what is allowed there.
    """
    if not path.is_file():
        return Settings()
    try:
        text = path.read_text(encoding="utf-8")
        return Settings.model_validate(tomllib.loads(text))
    except UnicodeDecodeError as error:
        raise InvalidSetting(file=path, line=1, name="?", problem=str(error), allowed="UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise InvalidSetting(
            file=path, line=int(line[1]) if line else 1, name="?", problem=str(error), allowed="TOML"
        ) from error
    except ValidationError as error:
        raise _explained(path, text, error) from error


def _explained(path: Path, text: str, error: ValidationError) -> InvalidSetting:
    """Return the first complaint with the line it is about and what may stand there."""
    first = error.errors()[0]
    names = [str(part) for part in first["loc"]]
    section: type[BaseModel] = Settings
    for name in names[:-1]:
        kind = section.model_fields[name].annotation
        assert isinstance(kind, type)
        section = kind
    field = section.model_fields.get(names[-1])
    allowed = field.description if field and field.description else ", ".join(section.model_fields)
    return InvalidSetting(
        file=path,
        line=_line_of(text, names),
        name=".".join(names),
        problem=first["msg"],
        allowed=allowed.rstrip("."),  # it ends no sentence there
    )


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
    sections: list[tuple[str, BaseModel]] = []
    defaults = Settings()
    for name, field in Settings.model_fields.items():
        value = getattr(defaults, name)
        if isinstance(value, BaseModel):
            sections.append((name, value))
        else:
            lines += [f"# {field.description}", f"{name} = {_toml(value)}", ""]
    for title, section in sections:
        lines += [f"[{title}]"]
        for name, field in type(section).model_fields.items():
            lines += [f"# {field.description}", f"{name} = {_toml(getattr(section, name))}"]
        lines.append("")
    return "\n".join(lines)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


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
