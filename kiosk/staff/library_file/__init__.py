"""The library file: a library's whole configuration as TOML, read strictly and written back."""

from kiosk.staff.library_file.loading import load_library_file, use_told, uses_told
from kiosk.staff.library_file.reading import library_of, read_library_file
from kiosk.staff.library_file.writing import library_file_text

__all__ = [
    "library_file_text",
    "library_of",
    "load_library_file",
    "read_library_file",
    "use_told",
    "uses_told",
]
