"""The interface in Qt, the only package besides bootstrap that names it."""
