"""Items in MARC fields: told from notes, read from the dialects of library systems, and written."""
