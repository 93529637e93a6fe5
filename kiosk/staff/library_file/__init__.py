"""The library file: a library's whole configuration as TOML, read strictly and written back."""

from kiosk.staff.library_file.loading import load_library_file
from kiosk.staff.library_file.reading import read_library_file
from kiosk.staff.library_file.writing import library_file_text

__all__ = ["library_file_text", "load_library_file", "read_library_file"]
