"""Patrons at the desk: found, registered, changed, merged, told about themselves and forgotten."""
