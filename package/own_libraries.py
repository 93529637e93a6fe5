"""Run by the packaged program before anything else: other programs it starts get the machine's libraries."""

import os

# PyInstaller's start program points the loader at the folder's own libraries, which this process has read
# by now. A printing command, the voice or pg_dump would break on them; the kiosk's own children are
# pointed at them again by their own start program.
_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
