"""The command line by which this very program starts itself once more."""

import sys
from pathlib import Path


def own_command(library_folder: Path, *words: str) -> list[str]:
    """Return the command line of this program, built or from its source, over a library."""
    itself = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    return [*itself, "--home", str(library_folder), *words]
