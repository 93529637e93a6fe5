"""The library's configuration, read whole and replaced whole."""
