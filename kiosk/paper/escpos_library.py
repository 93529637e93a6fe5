"""Lends python-escpos without what it does to the process when it is loaded."""

import logging
import shutil
from functools import cache
from types import ModuleType


@cache
def escpos_printers() -> ModuleType:
    """Load the library's printers: no logging set-up, no folder left behind."""
    root, silent = logging.getLogger(), logging.NullHandler()
    # With a handler there already, the library's set-up of the whole process's logging does nothing.
    root.addHandler(silent)
    try:
        from escpos import capabilities, printer
    finally:
        root.removeHandler(silent)
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    module: ModuleType = printer
    return module
